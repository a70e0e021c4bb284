import type { IndicatorRow } from '../../../db/queries/indicators'
import type { Standing } from '../../../domain/indicator-standing'
import { fill, type Messages } from '../../../domain/messages'

const tones: Record<Standing, string> = {
  unknown: 'soft',
  met: 'good',
  'not-met': 'late',
  'on-line': 'good',
  'behind-line': 'slow',
  'not-judged': 'soft',
}
const marks: Partial<Record<Standing, string>> = { met: '● ', 'on-line': '● ', 'behind-line': '▲ ', 'not-met': '■ ' }

/** Of the last year that is known: mark, word and colour, and how far along. */
export function StandingWord({ row: { last }, t }: { row: IndicatorRow; t: Messages }) {
  const words = t.evaluation
  if (last === null) return <span className="soft">○ {words.standings.unknown}</span>
  const { standing, share, time, expected } = last.progress
  return (
    <>
      <span className={tones[standing]}>
        {marks[standing] ?? '○ '}
        {words.standings[standing]}
      </span>{' '}
      <span className="soft small">{fill(words.standingYear, { year: last.year })}</span>
      {share === null || time === null ? null : <span className="soft small block">{fill(words.share, { share, time })}</span>}
      {expected === null ? null : <span className="soft small block">{fill(words.expected, { expected })}</span>}
    </>
  )
}
