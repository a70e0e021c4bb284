import { addMonths, type Day, firstDay, monthOf } from '../../../../domain/calendar'
import { fill } from '../../../../domain/messages'
import { nextStages } from '../../../../domain/project'
import { ActionForm, DayField, Hidden, Select, Submit, WordsField } from '../../../_components/form'
import { Notice } from '../../../_components/notice'
import { Panel } from '../../../_components/panel'
import { Version } from '../../../_components/stale'
import { savePause, saveStage } from './actions'
import { bothVersions, type EditProps } from './view'

/** Along the transition table; a paused work is explained anew each quarter. */
export function StagePanel({ work, today, t }: EditProps) {
  const words = t.facts
  const stage = t.labels.stages[work.stage]
  const moves = nextStages(work.stage)
  return (
    <Panel title={words.stage}>
      <p className="soft">{work.stageSince ? fill(words.stageSince, { stage, day: work.stageSince }) : fill(words.stageNow, { stage })}</p>
      {moves.length === 0 ? <p>{words.stageEnd}</p> : <MoveForm work={work} today={today} t={t} />}
      {work.stage === 'paused' ? <PauseForm work={work} today={today} t={t} /> : null}
    </Panel>
  )
}

type Props = Pick<EditProps, 'work' | 'today' | 't'>

function MoveForm({ work, today, t }: Props) {
  const words = t.facts
  return (
    <ActionForm action={saveStage} className="form mt-3">
      <Hidden name="code" value={work.code} />
      <Version version={work.version} text={bothVersions(t)} fields={[]} />
      <div className="form-row">
        <Select
          name="to"
          label={words.stageTo}
          options={nextStages(work.stage).map((value) => ({ value, text: t.labels.stages[value] }))}
        />
        <DayField name="on" label={words.stageOn} defaultValue={today} max={today} />
      </div>
      <WordsField name="reason" label={words.stageReason} hint={words.stageReasonHint} optional maxLength={500} rows={2} />
      <div className="form-end">
        <Submit look="plain">{words.moveStage}</Submit>
      </div>
    </ActionForm>
  )
}

function PauseForm({ work, today, t }: Props) {
  const words = t.facts
  const { pauseReason: reason, pauseRefreshedOn: day } = work
  return (
    <div className="mt-5">
      <h3>{words.pause}</h3>
      {reason && day ? <p className="soft">{fill(words.pauseNow, { day, reason })}</p> : null}
      {day && isOld(day, today) ? <Notice tone="slow">{words.pauseOld}</Notice> : null}
      <ActionForm action={savePause} className="form mt-3">
        <Hidden name="code" value={work.code} />
        <Version version={work.version} text={bothVersions(t)} />
        <WordsField name="reason" label={words.pauseReason} maxLength={500} rows={2} />
        <div className="form-end">
          <Submit look="plain">{words.refreshPause}</Submit>
        </div>
      </ActionForm>
    </div>
  )
}

const isOld = (day: Day, today: Day): boolean => day < firstDay(addMonths(monthOf(today), -3))
