import type { DecisionAsked } from '../../db/queries/condition-decisions'
import { fill, type Messages } from '../../domain/messages'
import { formatWan } from '../../domain/money'
import { projectHref } from '../../domain/project-params'
import { ConditionLevel } from '../_components/condition-clock'
import { LightMark } from '../_components/light'
import { Panel } from '../_components/panel'
import { LeaderSlips, type Worst } from './leader-slips'

export type Asked = { rows: DecisionAsked[]; total: number }

type Props = { asked: Asked; worst: Worst; t: Messages }

/** What waits for a leader's word, each with what it rests on: what is asked of them first, then the works that slip most. */
export function LeaderDecisions({ asked, worst, t }: Props) {
  const words = t.outlook
  const all = asked.total > 0 ? <a href="/conditions">{fill(words.askedAll, { count: asked.total })} ›</a> : null
  return (
    <Panel title={words.asked} note={words.askedNote} aside={all}>
      <div className="asked-parts">
        <div>
          {asked.total === 0 ? <p className="soft">{words.askedNone}</p> : null}
          <ul className="asked">
            {asked.rows.map((row) => (
              <Decision key={row.id} row={row} t={t} />
            ))}
          </ul>
        </div>
        <LeaderSlips worst={worst} t={t} />
      </div>
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
      <a href={projectHref(code, 'history', 'history')}>{words.askedWork}</a>
    </p>
  )
}
