import type { ReactNode } from 'react'
import { fill } from '../../../domain/messages'
import { Panel } from '../../_components/panel'
import { SheetButton } from '../../_components/sheet-button'
import { AnswerForm, CloseForm } from '../act'
import { DecideForm, EscalateForm, type FormProps, InstructForm, ListForm, RedirectForm } from './forms'

/** What the reader may do now: a leader's instruction and an answer stand open, the rest behind buttons; what is not theirs says whom it waits for. */
export function Acts(props: FormProps) {
  const { view, called, t } = props
  const { may, mayAnswer, mayClose } = view
  const unitAnswers = mayAnswer && !mayClose
  const others: [string, ReactNode][] = [
    ...(mayAnswer && mayClose ? [entry(t.facts.conditions.answer, <AnswerForm row={view} t={t} />)] : []),
    ...(may.decide ? [entry(t.desk.decide, <DecideForm {...props} />)] : []),
    ...(may.redirect ? [entry(t.desk.redirect, <RedirectForm {...props} />)] : []),
    ...(may.escalate ? [entry(t.desk.escalate, <EscalateForm {...props} />)] : []),
    ...(mayClose && called.length > 0 && !view.listed.some(({ settled }) => !settled)
      ? [entry(t.desk.listedNow, <ListForm {...props} />)]
      : []),
    ...(mayClose ? [entry(t.facts.conditions.close, <CloseForm row={view} t={t} />)] : []),
  ]
  return (
    <Panel title={t.desk.nowTitle} id="now">
      {may.instruct ? <InstructForm {...props} /> : null}
      {unitAnswers ? <AnswerForm row={view} t={t} /> : null}
      {may.instruct || unitAnswers ? null : <Waits {...props} />}
      <div className="more-acts">
        {others.map(([text, form]) => (
          <SheetButton key={text} text={text} title={view.ask} t={t}>
            <div className="mt-2">{form}</div>
          </SheetButton>
        ))}
      </div>
    </Panel>
  )
}

const entry = (text: string, form: ReactNode): [string, ReactNode] => [text, form]

function Waits({ view: { state, askedOf, mayClose }, t }: FormProps) {
  const words = t.desk
  if (state === 'solved' || state === 'cannot') return <p className="soft">{words.nowClosed}</p>
  const waits = state === 'open' && askedOf !== null ? fill(words.waitsUnit, { unit: askedOf }) : words.waitsBureau
  return (
    <p className="soft">
      {mayClose ? null : `${words.nowNothing} `}
      {waits}
    </p>
  )
}
