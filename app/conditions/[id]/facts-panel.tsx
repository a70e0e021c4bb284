import type { ReactNode } from 'react'
import type { ConditionView } from '../../../db/queries/condition-view'
import { type Day, daysBetween } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import { ConditionLevel } from '../../_components/condition-clock'
import { Unknown } from '../../_components/money'
import { Panel } from '../../_components/panel'

type Props = { view: ConditionView; today: Day; t: Messages }

/** What is asked, for which work, of whom, and what depends on it. */
export function FactsPanel({ view, today, t }: Props) {
  return (
    <Panel>
      <p className="finding-facts" lang="zh-CN">
        {view.ask}
      </p>
      <dl className="facts-list">
        {lines(view, today, t).map(([head, value]) => (
          <div key={head} className="contents">
            <dt>{head}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function lines(view: ConditionView, today: Day, t: Messages): [string, ReactNode][] {
  const words = t.desk
  const { code, work, own, askedOf, raisedOn, unitDueOn, leader, listed, updateId, state } = view
  const named = `${code} ${work}`
  const all: Record<string, ReactNode | null> = {
    [words.factsWork]: <span lang="zh-CN">{own ? <a href={`/projects/${code}`}>{named}</a> : named}</span>,
    [words.factsUnit]: askedOf ?? <span className="soft">{t.facts.conditions.noUnit}</span>,
    [words.factsLevel]: <ConditionLevel row={view} t={t} />,
    [words.factsUnitDue]: state === 'open' ? unitDueOn : null,
    [words.factsLeader]: leader && <span lang="zh-CN">{leader}</span>,
    [words.factsRaised]: fill(words.factsRaisedDays, { day: raisedOn, days: daysBetween(raisedOn, view.closedOn ?? today) }),
    [words.factsMoney]: own ? <Money view={view} t={t} /> : null,
    [words.factsListed]: listed.length > 0 ? <Listed listed={listed} t={t} /> : null,
    [words.factsUpdate]: updateId && <a href={`/updates/${updateId}`}>{t.common.details}</a>,
  }
  return Object.entries(all).filter(([, value]) => value !== null)
}

/** What is known of the work's money: approved, otherwise the plan's. */
function Money({ view: { money }, t }: { view: ConditionView; t: Messages }) {
  if (money.totalYuan !== null) return formatWan(money.totalYuan)
  if (money.planYuan !== null) return fill(t.desk.factsMoneyPlan, { figure: formatWan(money.planYuan) })
  return <Unknown why={t.desk.factsMoneyUnknown} />
}

function Listed({ listed, t }: { listed: ConditionView['listed']; t: Messages }) {
  return (
    <ul>
      {listed.map(({ id, title, heldOn, settled }) => (
        <li key={id}>
          <a href={`/meetings/${id}`} lang="zh-CN">
            {fill(settled ? t.desk.factsListedSettled : t.desk.factsListedOpen, { day: heldOn, title })}
          </a>
        </li>
      ))}
    </ul>
  )
}
