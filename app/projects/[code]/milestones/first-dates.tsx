import { shanghaiDay } from '../../../../domain/calendar'
import { fill, type Messages } from '../../../../domain/messages'
import { dateState } from '../../../../domain/milestone-plan'
import { ActionForm, DayField, Hidden, Submit } from '../../../_components/form'
import { Panel } from '../../../_components/panel'
import { Refresh } from '../../../_components/stale'
import { proposeDates } from './actions'
import { NothingSaid } from './nothing-said'
import type { MilestonesView, ShownMilestone } from './view'

/** The milestones without a date, to be filled at once or bit by bit; one that was returned says why. */
export function FirstDates({ milestones, t }: MilestonesView) {
  const words = t.milestones
  const bare = milestones.filter((milestone) => dateState(milestone) === 'bare')
  if (bare.length === 0) return null
  return (
    <Panel title={words.propose} note={words.proposeNote} id="first-dates">
      <ActionForm action={proposeDates}>
        <Refresh />
        <div className="first-dates">
          {bare.map((milestone, at) => (
            <FirstDate key={milestone.id} milestone={milestone} at={at} t={t} />
          ))}
        </div>
        <NothingSaid field="dates" text={words.proposeSome} />
        <div className="form-end form-end-fixed">
          <Submit>{words.proposeSend}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}

function FirstDate({ milestone, at, t }: { milestone: ShownMilestone; at: number; t: Messages }) {
  const last = milestone.dates[0]
  const returned = last?.status === 'returned' ? last : null
  const hint = (
    <>
      {milestone.words.definition}
      {returned ? (
        <span className="slow block">
          {fill(t.milestones.returned, {
            day: shanghaiDay(returned.decidedAt ?? returned.submittedAt),
            reason: returned.decisionReason ?? '',
          })}
        </span>
      ) : null}
    </>
  )
  return (
    <div>
      <Hidden name={`dates.${at}.milestoneId`} value={milestone.id} />
      <Hidden name={`dates.${at}.version`} value={milestone.version} />
      <DayField
        name={`dates.${at}.plannedOn`}
        label={milestone.words.name}
        hint={hint}
        optional
        defaultValue={last && last.status !== 'approved' ? last.plannedOn : ''}
      />
    </div>
  )
}
