import type { FindingLine } from '../../db/queries/finding-list'
import type { FindingTaskGroup } from '../../db/queries/finding-tasks'
import type { Day } from '../../domain/calendar'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { FindingStateMark } from '../_components/finding-state'
import { Panel } from '../_components/panel'
import { dayWords } from '../_lib/locale'
import { shortened } from './finding-task'

type Bulletin = { id: number; title: string; number: string | null; day: Day | null }
type Dated = { today: Day; t: Messages }

const fewAlarms = 4

/** Rectification so late that the rules tell the county's leaders. */
export function RedAlarms({ findings, today, t }: Dated & { findings: readonly FindingTaskGroup[] }) {
  const words = t.home
  const alarms = findings.find(({ kind }) => kind === 'alarm')
  const rows = alarms?.rows.slice(0, fewAlarms) ?? []
  const all = alarms ? <a href="/findings?show=overdue">{fill(words.redAlarmsAll, { count: alarms.total })} ›</a> : null
  return (
    <Panel title={words.redAlarms} note={words.redAlarmsNote} aside={all}>
      {rows.length === 0 ? <p className="soft">{words.redAlarmsNone}</p> : null}
      <ul>
        {rows.map((row) => (
          <Alarm key={row.id} row={row} today={today} t={t} />
        ))}
      </ul>
    </Panel>
  )
}

function Alarm({ row, today, t }: Dated & { row: FindingLine }) {
  return (
    <li className="border-t border-inner py-2 first:border-t-0 first:pt-0">
      <FindingStateMark row={row} today={today} t={t} />
      <p>
        <a href={`/findings/${row.number}`}>{row.number}</a> <span lang="zh-CN">{shortened(row.facts)}</span>
      </p>
      <p className="soft small" lang="zh-CN">
        {[row.work?.name, row.unit].filter(Boolean).join(' · ')}
      </p>
    </li>
  )
}

export function LatestBulletin({ bulletin, locale, t }: { bulletin: Bulletin | null; locale: Locale; t: Messages }) {
  const words = t.home
  return (
    <Panel title={words.bulletin} aside={<a href="/bulletins">{t.nav.bulletins} ›</a>}>
      {bulletin === null ? (
        <p className="soft">{words.bulletinNone}</p>
      ) : (
        <>
          <a href={`/bulletins/${bulletin.id}`} lang="zh-CN">
            {bulletin.title}
          </a>
          <p className="soft small">{issued(bulletin, locale, t)}</p>
        </>
      )}
    </Panel>
  )
}

const issued = ({ number, day }: Bulletin, locale: Locale, { home }: Messages): string =>
  fill(home.bulletinIssued, { number: number ?? '—', day: day === null ? '—' : dayWords(day, locale) })
