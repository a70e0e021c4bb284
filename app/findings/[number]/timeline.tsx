import type { FindingView } from '../../../db/queries/finding-view'
import { fill, type Messages } from '../../../domain/messages'
import { AlarmMark } from '../../_components/alarm-mark'
import { Panel } from '../../_components/panel'
import { PhotoRow } from '../../_components/photo-row'
import { type Happened, happened } from './happened'

type Props = { view: FindingView; t: Messages }
type Of<Kind extends Happened['kind']> = Extract<Happened, { kind: Kind }>

/** From the register to closure: who did what on which day, with proof, and what the clock said between. */
export function Timeline({ view, t }: Props) {
  return (
    <Panel title={t.findings.timeline} note={t.findings.timelineNote}>
      <ol className="happened">
        {happened(view).map((item) => (
          <li key={keyOf(item)} className={item.kind === 'alarm' ? 'happened-clock' : undefined}>
            {item.kind === 'step' ? <Step item={item} t={t} /> : null}
            {item.kind === 'extension' ? <Extension item={item} t={t} /> : null}
            {item.kind === 'alarm' ? <Alarm item={item} t={t} /> : null}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function keyOf(item: Happened): string {
  if (item.kind === 'step') return `s${item.step.id}`
  return item.kind === 'extension' ? `e${item.extension.id}` : `a${item.alarm.dueOn}${item.alarm.level}`
}

function Step({ item: { step }, t }: { item: Of<'step'>; t: Messages }) {
  const words = t.findings
  const labels: Record<string, string> = t.labels.findingSteps
  const more = [step.unit ? fill(words.unitIs, { unit: step.unit }) : null, step.dueOn ? fill(words.dueIs, { day: step.dueOn }) : null]
  return (
    <>
      <span className="happened-head">
        <strong>{labels[step.step] ?? step.step}</strong>
        <span className="soft small">
          {step.onDay} · {step.by ? fill(t.project.someone, step.by) : words.system}
        </span>
      </span>
      {more.some(Boolean) ? <p className="soft small">{more.filter(Boolean).join(' · ')}</p> : null}
      {step.words ? (
        <p className="happened-words" lang="zh-CN">
          {step.words}
        </p>
      ) : null}
      {step.files.length > 0 ? <PhotoRow files={step.files} /> : null}
    </>
  )
}

function Extension({ item: { extension, day }, t }: { item: Of<'extension'>; t: Messages }) {
  const words = t.findings
  const { dueOn, reason, status, by, decidedBy, decisionReason, lapsed } = extension
  const answer = [
    lapsed ? words.extensionLapsed : words.extensionStates[status],
    decidedBy && status !== 'withdrawn' ? fill(t.project.someone, decidedBy) : null,
  ]
  return (
    <>
      <span className="happened-head">
        <strong>{fill(words.extensionAsked, { day: dueOn })}</strong>
        <span className="soft small">
          {day} · {by ? fill(t.project.someone, by) : words.system}
        </span>
      </span>
      <p className="happened-words" lang="zh-CN">
        {reason}
      </p>
      <p className="soft small">
        {answer.filter(Boolean).join(' · ')}
        {decisionReason ? <span lang="zh-CN">{` · ${decisionReason}`}</span> : null}
      </p>
    </>
  )
}

function Alarm({ item: { alarm }, t }: { item: Of<'alarm'>; t: Messages }) {
  const words = t.findings
  const who = alarm.tell.map((role) => words.told[role]).join(t.chains.listSeparator)
  return (
    <span className="happened-head">
      <AlarmMark level={alarm.level}>{t.labels.alarmLevels[alarm.level]}</AlarmMark>
      <span className="soft small">
        {alarm.onDay} · {fill(words.dueIs, { day: alarm.dueOn })} · {fill(words.toldTo, { who })}
      </span>
    </span>
  )
}
