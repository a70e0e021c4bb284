import type { PublicPage } from '../../db/queries/public'
import type { Locale, Messages } from '../../domain/messages'
import { dayWords } from '../_lib/locale'

const addressOf = { bulletin: 'bulletins', dispatch: 'dispatches' } as const

type Props = { papers: PublicPage['papers']; locale: Locale; t: Messages }

/** Bulletins and dispatches the bureau has marked, as they were issued. */
export function PublicPapers({ papers, locale, t }: Props) {
  const words = t.open.page
  const all = (['bulletin', 'dispatch'] as const).flatMap((subject) => papers[subject].map((paper) => ({ subject, ...paper })))
  if (all.length === 0) return <p className="soft">{words.noPapers}</p>
  return (
    <ul className="grid gap-3">
      {all.map(({ subject, id, title, number, day }) => (
        <li key={`${subject} ${id}`}>
          <a href={`/public/${addressOf[subject]}/${id}/page`} lang="zh-CN">
            {title}
          </a>{' '}
          <span className="soft small">
            {words[subject]}
            {number ? <span lang="zh-CN"> · {number}</span> : null}
            {day ? ` · ${dayWords(day, locale)}` : null} · <a href={`/public/${addressOf[subject]}/${id}/word`}>{words.word}</a>
          </span>
        </li>
      ))}
    </ul>
  )
}
