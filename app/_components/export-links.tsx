import { fill, type Messages } from '../../domain/messages'

/** `path` = the list's page, `query` = its filter as the address has it (`?town=…`), without the page; `plain` = links in a panel's head, not buttons. */
type Props = { path: string; query?: string; title: string; plain?: boolean; t: Messages }

/** A list as a file, with the filter that is on the screen. */
export function ExportLinks({ path, query = '', title, plain = false, t }: Props) {
  const csv = `${path}/export${query}${query === '' ? '?' : '&'}format=csv`
  const look = plain ? undefined : 'button'
  return (
    <span className={plain ? 'export-links export-links-plain' : 'export-links'}>
      <a className={look} href={`${path}/export${query}`} data-full="">
        {t.exports.link}
      </a>
      <a className={look} href={csv} data-full="" aria-label={fill(t.exports.linkName, { title })}>
        {t.exports.linkCsv}
      </a>
    </span>
  )
}
