import { fill } from '../../../domain/messages'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { MilestoneLine } from '../../_components/milestone-line'
import { Panel } from '../../_components/panel'
import { Still } from '../../_components/still'
import type { ProjectPageProps } from './view'

/** First to last; dates that wait for review are said under the line, since they do not count yet. */
export function MilestonesPanel({ head, record: { milestones }, today, t }: ProjectPageProps) {
  const waiting = milestones.flatMap(({ name, dates }) =>
    dates.filter((date) => date.status === 'submitted').map((date) => fill(t.project.milestoneWaiting, { name, day: date.plannedOn })),
  )
  if (milestones.length === 0) {
    return (
      <Panel title={t.project.milestones} flush>
        <Empty title={t.project.milestonesNone}>{t.project.milestonesNoneHint}</Empty>
      </Panel>
    )
  }
  return (
    <Still as="section" className="panel" id="milestones" aria-label={t.project.milestones}>
      <div className="panel-body">
        <MilestoneLine milestones={milestones} today={today} t={t} />
        {waiting.length > 0 ? <p className="slow small mt-2">{waiting.join(' · ')}</p> : null}
        <p className="small mt-2 no-print">
          <ExportLinks path={`/projects/${head.work.code}/milestones`} title={t.project.milestones} plain t={t} />
        </p>
      </div>
    </Still>
  )
}
