import type { PeriodStanding } from '../../db/queries/locks'
import { fill, type Messages } from '../../domain/messages'
import { Panel } from '../_components/panel'

/** The year's periods in a row, each with where its lock stands: words and a mark, never colour alone. */
export function LockStrip({ periods, t }: { periods: readonly PeriodStanding[]; t: Messages }) {
  return (
    <Panel title={t.months.periods} note={t.months.periodsNote}>
      <ol className="lock-strip">
        {periods.map((period) => (
          <li key={period.period} className={`lock-${wordOf(period)}`}>
            <a href={`/months/${period.period}`}>{period.period}</a>
            <span className="soft small">
              {markOf(period)} {t.months.standings[wordOf(period)]}
              {period.published && period.published.revision > 1
                ? ` ${fill(t.months.revision, { revision: period.published.revision })}`
                : ''}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

type Word = keyof Messages['months']['standings']

function wordOf({ over, published, open, reopened }: PeriodStanding): Word {
  if (open === 'computing' || open === 'computed' || open === 'submitted') return open
  if (reopened) return 'reopened'
  if (published) return 'locked'
  return over ? 'open' : 'running'
}

const marks: Record<Word, string> = { open: '○', running: '·', computing: '◔', computed: '◑', submitted: '◕', locked: '●', reopened: '↺' }
const markOf = (period: PeriodStanding): string => marks[wordOf(period)]
