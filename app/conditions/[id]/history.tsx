import type { ConditionStep, ConditionView } from '../../../db/queries/condition-view'
import { fill, type Messages } from '../../../domain/messages'
import { Panel } from '../../_components/panel'

type Props = { view: ConditionView; t: Messages }

/** From asking to closing: who did what on which day, and what the clock did between. */
export function History({ view, t }: Props) {
  return (
    <Panel title={t.desk.history} note={t.desk.historyNote}>
      <ol className="happened">
        {view.steps.map((step) => (
          <li key={step.id} className={step.clock ? 'happened-clock' : undefined}>
            <Step step={step} t={t} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Step({ step, t }: { step: ConditionStep; t: Messages }) {
  const words = t.desk
  const { kind, onDay, by, clock, words: said, outcome } = step
  const who = by ? fill(t.project.someone, by) : clock ? words.clockBy : null
  const more = moreOf(step, t)
  return (
    <>
      <span className="happened-head">
        <strong>{outcome ? t.labels.conditionStates[outcome] : words.stepKinds[kind]}</strong>
        <span className="soft small">{[onDay, who].filter(Boolean).join(' · ')}</span>
      </span>
      {more.length > 0 ? (
        <p className="soft small" lang="zh-CN">
          {more.join(' · ')}
        </p>
      ) : null}
      {said ? (
        <p className="happened-words" lang="zh-CN">
          {said}
        </p>
      ) : null}
    </>
  )
}

function moreOf({ kind, level, dueOn, unit, meeting, documentNo }: ConditionStep, t: Messages): string[] {
  const words = t.desk
  const clocked = kind !== 'answered' && kind !== 'closed'
  return [
    unit ? fill(words.stepTo, { unit }) : null,
    kind === 'escalated' ? fill(words.stepLevel, { name: words.levels[String(level)] ?? level }) : null,
    meeting ? fill(words.stepMeeting, { day: meeting.heldOn, title: meeting.title }) : null,
    documentNo,
    clocked && dueOn !== null ? fill(words.stepDue, { day: dueOn }) : null,
  ].filter((text) => text !== null)
}
