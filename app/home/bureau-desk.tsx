import type { DeskMatters, MonthToLock } from '../../db/queries/home-desk'
import type { DeskWait } from '../../db/queries/home-waits'
import type { MonthReporting } from '../../db/queries/month-report'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { Panel } from '../_components/panel'
import { dayWords, monthName } from '../_lib/locale'
import { DeskLine } from './desk-lines'

export type DeskThings = DeskMatters & { waits: readonly DeskWait[]; month: MonthToLock | null }
type Props = DeskThings & { reporting: MonthReporting; locale: Locale; t: Messages }

/** What waits for the reader on the bureau's own desk: what one may decide, the month to lock, late answers, and meetings to get through. */
export function BureauDesk({ waits, month, meetings, overdue, reporting, locale, t }: Props) {
  const words = t.home
  const nothing = waits.length + meetings.length + overdue === 0 && month === null
  const mine = waits.filter(({ own }) => !own)
  return (
    <Panel title={words.ownDesk} note={words.ownDeskNote}>
      {nothing ? <p className="soft">{words.ownDeskNone}</p> : null}
      <ul className="decisions desk">
        {kinds.map((what) => (
          <Waiting key={what} what={what} waits={mine.filter((wait) => wait.what === what)} t={t} />
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
        <OwnWaits waits={waits.filter(({ own }) => own)} t={t} />
      </ul>
    </Panel>
  )
}

const kinds = [
  'reopening',
  'lock',
  'year-list',
  'rules',
  'dispatch',
  'evaluation',
  'import-undo',
  'import',
  'indicator',
  'import-staged',
  'month-report',
] as const satisfies readonly DeskWait['what'][]
const fewNames = 5

/** What the reader may not decide, for it is their own: told once, so that they know for whom it waits. */
function OwnWaits({ waits, t }: { waits: readonly DeskWait[]; t: Messages }) {
  if (waits.length === 0) return null
  return (
    <DeskLine level="none" count={waits.length} words={t.home.deskOwn} t={t}>
      <Names waits={waits} t={t} />
    </DeskLine>
  )
}

/** One kind of what the reader may decide, and the first of them by name. */
function Waiting({ what, waits, t }: { what: DeskWait['what']; waits: readonly DeskWait[]; t: Messages }) {
  if (waits.length === 0) return null
  const list = lists[what]
  return (
    <DeskLine level={isDecision(what) ? 'yellow' : 'none'} count={waits.length} words={t.home.deskWaits[what]} href={list} t={t}>
      <Names waits={waits} t={t} />
    </DeskLine>
  )
}

/** Where all of a kind stand together. */
const lists: Partial<Record<DeskWait['what'], string>> = {
  indicator: '/evaluation/indicators',
  'import-staged': '/imports',
  'month-report': '/dispatches',
}
/** Work to go on with is nobody's to decide. */
const isDecision = (what: DeskWait['what']) => what !== 'import-staged' && what !== 'month-report'

function Names({ waits, t }: { waits: readonly DeskWait[]; t: Messages }) {
  const words = t.home
  const shown = waits.slice(0, fewNames)
  return (
    <span className="small block">
      {shown.map((wait, index) => (
        <span key={keyOf(wait)}>
          {index > 0 ? words.lateSeparator : ''}
          <a href={addressOf(wait)}>{nameOf(wait, t)}</a>
        </span>
      ))}
      {waits.length > shown.length ? <span className="soft"> {fill(words.deskMore, { count: waits.length - shown.length })}</span> : null}
    </span>
  )
}

const keyOf = (wait: DeskWait): string =>
  [wait.what, addressOf(wait), 'year' in wait && wait.year, 'period' in wait && wait.period].join(' ')

function addressOf(wait: DeskWait): string {
  switch (wait.what) {
    case 'year-list':
      return `/annual/${wait.year}/${wait.revision}`
    case 'rules':
      return `/rules/${wait.kind}`
    case 'import':
    case 'import-undo':
    case 'import-staged':
      return `/imports/${wait.id}`
    case 'indicator':
      return `/evaluation/indicators/${wait.no}`
    case 'evaluation':
      return `/evaluation/${wait.id}`
    case 'dispatch':
      return `/dispatches/${wait.id}`
    case 'month-report':
      return '/dispatches'
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
    case 'import-undo':
    case 'import-staged':
      return <span lang="zh-CN">{wait.fileName}</span>
    case 'indicator':
      return fill(t.home.deskIndicator, { no: wait.no, year: wait.year })
    case 'evaluation':
    case 'dispatch':
      return <span lang="zh-CN">{wait.title}</span>
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
