import type { MilestoneRow } from '../../../../db/queries/milestone-form'
import type { Day } from '../../../../domain/calendar'
import { fill, type Messages } from '../../../../domain/messages'
import { Empty } from '../../../_components/empty'
import { LightMark } from '../../../_components/light'
import { milestoneLook, slipWords } from '../../../_components/milestone-state'
import { Panel } from '../../../_components/panel'

type Props = { work: { code: string; name: string }; milestones: readonly MilestoneRow[]; today: Day; t: Messages }

export function MilestoneList({ work, milestones, today, t }: Props) {
  if (milestones.length === 0) return <Empty title={t.updates.milestoneNone}>{t.updates.milestoneNoneHint}</Empty>
  return (
    <Panel title={<span lang="zh-CN">{work.name}</span>} note={t.updates.milestoneChoose} flush>
      <ul className="choices">
        {milestones.map((milestone) => (
          <li key={milestone.id}>
            <a href={`/projects/${work.code}/milestone?id=${milestone.id}`}>
              <strong lang="zh-CN">{milestone.name}</strong>
              <span className="soft small">
                {milestone.metOn
                  ? fill(t.common.milestoneMetOn, { day: milestone.metOn })
                  : fill(t.updates.milestoneDates, { planned: milestone.baselineOn ?? '—', forecast: milestone.forecastOn ?? '—' })}
              </span>
              <Slip milestone={milestone} today={today} t={t} />
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Slip({ milestone, today, t }: { milestone: MilestoneRow; today: Day; t: Messages }) {
  const words = slipWords(milestone, today, t)
  const look = milestoneLook(milestone, today)
  return words ? <LightMark level={look === 'overdue' ? 'red' : look === 'met' ? 'green' : 'none'}>{words}</LightMark> : null
}
