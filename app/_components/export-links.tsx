import { fill, type Messages } from '../../domain/messages'

/** `path` = the list's page, `query` = its filter as the address has it (`?town=…`), without the page. */
type Props = { path: string; query?: string; title: string; t: Messages }

/** A list as a file, with the filter that is on the screen. */
export function ExportLinks({ path, query = '', title, t }: Props) {
  const csv = `${path}/export${query}${query === '' ? '?' : '&'}format=csv`
  return (
    <span className="export-links">
      <a className="button" href={`${path}/export${query}`} data-full="">
        {t.exports.link}
      </a>
      <a className="button" href={csv} data-full="" aria-label={fill(t.exports.linkName, { title })}>
        {t.exports.linkCsv}
      </a>
    </span>
  )
}
