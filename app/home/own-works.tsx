import type { ProjectRow } from '../../db/queries/project-list'
import type { Day } from '../../domain/calendar'
import { type Completion, completionOf, lightToShow } from '../../domain/list-row'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { Empty } from '../_components/empty'
import { RatedLight } from '../_components/light'
import { Panel } from '../_components/panel'
import { monthName } from '../_lib/locale'

const shown = 10

type Props = { rows: readonly ProjectRow[]; total: number; today: Day; locale: Locale; t: Messages }

export function OwnWorks({ rows, total, today, locale, t }: Props) {
  const words = t.home
  if (total === 0) return <Empty title={words.noWorks}>{words.noWorksHint}</Empty>
  return (
    <Panel title={words.myWorks} aside={<a href="/projects">{words.allWorks} ›</a>}>
      {rows.slice(0, shown).map((row) => (
        <OwnWork key={row.code} row={row} today={today} locale={locale} t={t} />
      ))}
      {total > shown ? <p className="soft small">{fill(words.moreWorks, { count: total - shown })}</p> : null}
    </Panel>
  )
}

function OwnWork({ row, today, locale, t }: { row: ProjectRow; today: Day; locale: Locale; t: Messages }) {
  const light = lightToShow(row.lights)
  const completion = completionOf(row, today)
  return (
    <div className="own-work">
      <div className="task-head">
        <a href={`/projects/${row.code}`} lang="zh-CN" className="inline-block py-1">
          {row.name}
        </a>
        {light ? <RatedLight light={light} t={t} /> : null}
      </div>
      {completion ? <Share completion={completion} locale={locale} t={t} /> : <p className="soft small">{t.home.noShare}</p>}
    </div>
  )
}

/** The year's completion against its own month's time progress. */
function Share({ completion: { done, due, month: at }, locale, t }: { completion: Completion; locale: Locale; t: Messages }) {
  const month = monthName(at, locale)
  const approved = fill(t.home.approvedShare, { month, done })
  const time = due === null ? null : fill(t.home.timeShare, { month, due })
  return (
    <>
      <svg className="bullet" width="100%" height="18" role="img">
        <title>{[approved, time].filter(Boolean).join(' ')}</title>
        <rect className="bullet-track" y="4" width="100%" height="10" rx="1" />
        <rect className="bullet-done" y="4" width={`${Math.min(done, 100)}%`} height="10" rx="1" />
        {due === null ? null : <rect className="bullet-target" x={`${Math.min(due, 99.5)}%`} y="0" width="2" height="18" />}
      </svg>
      <div className="task-head soft small">
        <span>{approved}</span>
        {time ? <span>{time}</span> : null}
      </div>
    </>
  )
}
