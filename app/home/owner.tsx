import { Fragment } from 'react'
import type { ProjectRow } from '../../db/queries/project-list'
import type { Day } from '../../domain/calendar'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { PageHead } from '../_components/page-head'
import { OwnWorks } from './own-works'
import { byUrgency, type Entry, findingCounts, type InspectionThings, inspectionEntries, monthEntries } from './owner-entries'
import type { MonthThings } from './owner-things'

type Props = {
  organisation: string
  works: { rows: ProjectRow[]; total: number }
  month: MonthThings
  inspection: InspectionThings
  waiting: number
  today: Day
  locale: Locale
  t: Messages
}

/** A project unit's day: what was sent back or is overdue, what is due, and its works. */
export function OwnerHome({ organisation, works, month, inspection, waiting, today, locale, t }: Props) {
  const words = t.home
  const said = { today, locale, t }
  const entries = [...monthEntries(month, said), ...inspectionEntries(inspection, said)].sort(byUrgency)
  const { unshown } = findingCounts(inspection.findings)
  const count = entries.length + unshown
  return (
    <div className="page page-narrow">
      <PageHead
        title={count > 0 ? fill(words.waiting, { count }) : words.nothingWaits}
        lead={
          <>
            <span lang="zh-CN">{organisation}</span> · {fill(words.ownerLead, { works: works.total })}
            {waiting > 0 ? ` · ${fill(words.ownerWaits, { count: waiting })}` : ''}
          </>
        }
      />
      <div className="stack">
        {count === 0 && works.total > 0 ? <p className="soft">{words.nothingHint}</p> : null}
        <Cards entries={entries.slice(0, mostCards)} isFirst />
        {entries.length > mostCards ? (
          <details className="more-tasks">
            <summary>{fill(words.moreTasks, { count: entries.length - mostCards })}</summary>
            <Cards entries={entries.slice(mostCards)} />
          </details>
        ) : null}
        {unshown > 0 ? <a href="/findings">{fill(words.findingMore, { count: unshown })} ›</a> : null}
        <OwnWorks {...works} today={today} locale={locale} t={t} />
      </div>
    </div>
  )
}

/** More than this is a second screen: the rest is one line that opens. */
const mostCards = 6

/** One main button a page: that of the first thing. */
function Cards({ entries, isFirst = false }: { entries: readonly Entry[]; isFirst?: boolean }) {
  return (
    <ul className="grid gap-3">
      {entries.map(({ key, card }, index) => (
        <Fragment key={key}>{card(isFirst && index === 0)}</Fragment>
      ))}
    </ul>
  )
}
