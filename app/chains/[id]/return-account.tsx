import type { ReturnAccount as Return } from '../../../db/queries/chain-enterprises'
import { yearOf } from '../../../domain/calendar'
import { fill, type Locale, type Messages } from '../../../domain/messages'
import { formatYi } from '../../../domain/money'
import { Account } from '../../_components/account'
import { minuteWords } from '../../_lib/instant'
import { dayWords } from '../../_lib/locale'

/** An enterprise's approved figure: who handed it in, who approved it, what it was before. */
export function ReturnAccount({ last, year, locale, t }: { last: Return; year: number; locale: Locale; t: Messages }) {
  const words = t.chains
  const who = (person: Return['submitter']) => (person ? `${person.name} · ${person.organisation}` : '—')
  const lines = [
    fill(words.returnBy, { by: who(last.submitter), at: minuteWords(last.submittedAt) }),
    last.onBehalfSource
      ? fill(words.returnOnBehalf, { source: last.onBehalfSource, day: last.onBehalfOn ? dayWords(last.onBehalfOn, locale) : '—' })
      : null,
    last.decidedAt ? fill(words.returnDecided, { by: who(last.decider), at: minuteWords(last.decidedAt) }) : null,
    last.before ? fill(words.returnBefore, { quarter: last.before.quarter, figure: formatYi(last.before.yuan) }) : words.returnFirst,
    yearOf(last.quarter) === year ? null : fill(words.returnOtherYear, { year }),
  ]
  return (
    <Account
      figure={formatYi(last.yuan)}
      title={fill(words.returnTitle, { quarter: last.quarter })}
      t={t}
      links={<a href={`/outputs/${last.id}`}>{words.returnLink} ›</a>}
    >
      {lines.map((line) => (line ? <p key={line}>{line}</p> : null))}
    </Account>
  )
}
