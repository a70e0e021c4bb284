import type { LateUnit, MonthReporting } from '../../db/queries/month-report'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { CopyButton } from '../_components/copy-button'
import { Panel } from '../_components/panel'
import { dayWords, monthName } from '../_lib/locale'

type Props = {
  late: { units: LateUnit[]; total: number; works: number }
  reporting: MonthReporting
  /** The reader sends reminders. */
  reminders?: boolean
  locale: Locale
  t: Messages
}

/** Who has not told the month, unit by unit. */
export function LateUnits({ late, reporting, reminders, locale, t }: Props) {
  const words = t.home
  const title = fill(words.late, { month: monthName(reporting.month, locale) })
  const note = late.total > 0 ? fill(words.lateNote, { works: late.works, units: late.total }) : null
  return (
    <Panel id="late" title={title} note={note}>
      {late.total === 0 ? <p className="soft">{isAsked(reporting) ? words.lateNone : t.chains.reportingNone}</p> : null}
      <ul>
        {late.units.map((unit) => (
          <li
            key={unit.organisationId ?? 0}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-t border-inner py-2.5 first:border-t-0"
          >
            <Late unit={unit} t={t} />
            {reminders && unit.unit !== null ? (
              <CopyButton
                text={reminderText(unit, reporting, locale, t)}
                label={words.copyReminder}
                copied={t.common.copied}
                failed={t.common.copyFailed}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {late.total > late.units.length ? (
        <p className="soft small">{fill(words.lateMore, { count: late.total - late.units.length })}</p>
      ) : null}
    </Panel>
  )
}

/** Somebody has to report this month at all. */
const isAsked = ({ states }: MonthReporting): boolean => states['on-time'] + states.late + states.due + states.returned + states.missing > 0

function Late({ unit, t }: { unit: LateUnit; t: Messages }) {
  const words = t.home
  return (
    <div className="min-w-0 flex-1 basis-80">
      <strong lang="zh-CN">{unit.unit ?? words.lateNobody}</strong>{' '}
      <span className="late small">{fill(words.lateUnit, { count: unit.count })}</span>
      <p className="small">
        {unit.works.map(({ code, name, state }, index) => (
          <span key={code}>
            {index > 0 ? words.lateSeparator : ''}
            <a href={`/projects/${code}`} lang="zh-CN">
              {name}
            </a>
            {state === 'returned' ? <span className="slow">{words.lateReturned}</span> : null}
          </span>
        ))}
        {unit.count > unit.works.length ? ' …' : ''}
      </p>
    </div>
  )
}

/** What the clerk sends by phone or message. */
function reminderText(unit: LateUnit, { month, dueOn }: MonthReporting, locale: Locale, { home }: Messages): string {
  const works = unit.works.map(({ name, state }) => (state === 'returned' ? `${name}${home.lateReturned}` : name)).join(home.lateSeparator)
  return fill(home.reminder, {
    unit: unit.unit ?? '',
    month: monthName(month, locale),
    count: unit.count,
    works,
    day: dayWords(dueOn, locale),
  })
}
