import type { DecisionAsked } from '../../db/queries/condition-decisions'
import { fill, type Messages } from '../../domain/messages'
import { formatWan } from '../../domain/money'
import { ConditionLevel } from '../_components/condition-clock'
import { LightMark } from '../_components/light'
import { Panel } from '../_components/panel'

export type Asked = { rows: DecisionAsked[]; total: number }

/** What waits for a leader's word: what is asked, of which work and how much hangs on it, each with what it rests on. */
export function LeaderDecisions({ asked, t }: { asked: Asked; t: Messages }) {
  const words = t.outlook
  const all = asked.total > 0 ? <a href="/conditions">{fill(words.askedAll, { count: asked.total })} ›</a> : null
  return (
    <Panel title={words.asked} note={words.askedNote} aside={all}>
      {asked.total === 0 ? <p className="soft">{words.askedNone}</p> : null}
      <ul className="asked">
        {asked.rows.map((row) => (
          <Decision key={row.id} row={row} t={t} />
        ))}
      </ul>
    </Panel>
  )
}

function Decision({ row, t }: { row: DecisionAsked; t: Messages }) {
  const words = t.outlook
  return (
    <li>
      <LightMark level={row.overdueDays > 0 ? 'red' : 'yellow'} title={row.raisedOn}>
        {fill(row.overdueDays > 0 ? words.askedLate : words.askedOpen, { days: row.overdueDays || row.daysOpen })}
      </LightMark>
      <div>
        <p>
          <a href={`/projects/${row.code}`} lang="zh-CN">
            {row.work}
          </a>
          {` · ${t.labels.conditionKinds[row.kind]}${t.common.colon}`}
          <a href={`/conditions/${row.id}`} lang="zh-CN">
            {row.ask}
          </a>
        </p>
        <p className="soft small">{factsOf(row, t).join(' · ')}</p>
        <div className="small">
          <ConditionLevel row={{ ...row, state: 'open' }} t={t} />
        </div>
        <Evidence row={row} t={t} />
      </div>
    </li>
  )
}

function factsOf(row: DecisionAsked, { outlook }: Messages): string[] {
  const { unit, leader, totalYuan, planYuan, daysOpen, overdueDays } = row
  const money =
    totalYuan !== null
      ? fill(outlook.askedTotal, { figure: formatWan(totalYuan) })
      : planYuan !== null
        ? fill(outlook.askedPlan, { figure: formatWan(planYuan) })
        : outlook.askedUnknown
  return [
    unit === null ? outlook.askedNoUnit : fill(outlook.askedUnit, { unit }),
    ...(leader === null ? [] : [fill(outlook.askedLeader, { leader })]),
    ...(overdueDays > 0 ? [fill(outlook.askedOpen, { days: daysOpen })] : []),
    money,
  ]
}

/** What each statement rests on, a click away and named. */
function Evidence({ row: { id, code, totalYuan, planYuan }, t }: { row: DecisionAsked; t: Messages }) {
  const words = t.outlook
  return (
    <p className="asked-evidence">
      <a href={`/conditions/${id}`}>{fill(words.askedAccount, { id })}</a>
      {totalYuan === null && planYuan === null ? null : (
        <a href={`/projects/${code}#${totalYuan === null ? 'clauses' : 'sheet'}`}>{words.askedMoney}</a>
      )}
      <a href={`/projects/${code}#history`}>{words.askedWork}</a>
    </p>
  )
}
