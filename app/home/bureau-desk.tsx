import type { DeskMatters, DeskWait, MonthToLock } from '../../db/queries/home-desk'
import type { MonthReporting } from '../../db/queries/month-report'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { Panel } from '../_components/panel'
import { dayWords, monthName } from '../_lib/locale'
import { DeskLine } from './desk-lines'

export type DeskThings = DeskMatters & { waits: readonly DeskWait[]; month: MonthToLock | null }
type Props = DeskThings & { reporting: MonthReporting; locale: Locale; t: Messages }

/** What stands on the bureau's own desk: what a second person decides of, the month to lock, late answers, and meetings to get through. */
export function BureauDesk({ waits, month, meetings, overdue, reporting, locale, t }: Props) {
  const words = t.home
  const nothing = waits.length + meetings.length + overdue === 0 && month === null
  return (
    <Panel title={words.ownDesk}>
      {nothing ? <p className="soft">{words.ownDeskNone}</p> : null}
      <ul className="decisions desk">
        {kinds.map((what) => (
          <Waiting key={what} what={what} waits={waits.filter((wait) => wait.what === what)} t={t} />
        ))}
        {month ? <MonthLine month={month} reporting={reporting} locale={locale} t={t} /> : null}
        {overdue > 0 ? <DeskLine level="red" count={overdue} words={words.conditionsLate} href="/conditions?show=overdue" t={t} /> : null}
        {meetings.map(({ id, title, heldOn, open }) => (
          <DeskLine key={id} level="none" count={open} words={words.meetingOpen} t={t}>
            <a href={`/meetings/${id}`} className="small block">
              <span lang="zh-CN">{title}</span> · {dayWords(heldOn, locale)}
            </a>
          </DeskLine>
        ))}
      </ul>
    </Panel>
  )
}

const kinds = ['year-list', 'rules', 'lock', 'reopening', 'import'] as const

/** One kind: those the reader may decide are counted; one's own are told apart, for they wait for another person. */
function Waiting({ what, waits, t }: { what: DeskWait['what']; waits: readonly DeskWait[]; t: Messages }) {
  if (waits.length === 0) return null
  const words = t.home
  const own = waits.filter((wait) => wait.own).length
  return (
    <DeskLine level={own < waits.length ? 'yellow' : 'none'} count={waits.length} words={words.deskWaits[what]} t={t}>
      <span className="small block">
        {waits.map((wait, index) => (
          <span key={addressOf(wait)}>
            {index > 0 ? words.lateSeparator : ''}
            <a href={addressOf(wait)}>{nameOf(wait, t)}</a>
          </span>
        ))}
        {own > 0 ? <span className="soft"> {fill(words.deskOwn, { count: own })}</span> : null}
      </span>
    </DeskLine>
  )
}

function addressOf(wait: DeskWait): string {
  switch (wait.what) {
    case 'year-list':
      return `/annual/${wait.year}/${wait.revision}`
    case 'rules':
      return `/rules/${wait.kind}`
    case 'import':
      return `/imports/${wait.id}`
    default:
      return `/months/${wait.period}`
  }
}

function nameOf(wait: DeskWait, t: Messages) {
  switch (wait.what) {
    case 'year-list':
      return fill(t.home.deskYearList, { year: wait.year, revision: wait.revision })
    case 'rules':
      return fill(t.home.deskRules, { kind: t.rules.kinds[wait.kind], day: wait.effectiveFrom })
    case 'import':
      return <span lang="zh-CN">{wait.fileName}</span>
    default:
      return wait.period
  }
}

type MonthLineProps = { month: MonthToLock; reporting: MonthReporting; locale: Locale; t: Messages }

/** The precheck in a line: how many have not reported, how many nobody has reviewed, and where the month is locked. */
function MonthLine({ month: { month, open, reopened, unreviewed }, reporting, locale, t }: MonthLineProps) {
  const words = t.home
  const { missing, returned, due } = reporting.states
  const unreported = missing + returned + due
  const left = unreported + unreviewed
  const said = open !== null ? words.monthUnderWay : reopened ? words.monthReopened : words.monthToLock
  const address = `/months/${month}`
  const text = fill(said, { month: monthName(month, locale), state: t.months.states[open ?? 'returned'] })
  return (
    <DeskLine level={left > 0 ? 'yellow' : 'green'} count={left} words={text} href={address} t={t}>
      <span className="small block">{fill(words.monthChecks, { unreported, unreviewed })}</span>
    </DeskLine>
  )
}
