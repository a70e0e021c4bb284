import type { ComponentType } from 'react'
import type { FindingState, FindingStep } from '../../../domain/finding-workflow'
import { fill, type Messages } from '../../../domain/messages'
import { Notice } from '../../_components/notice'
import { Panel } from '../../_components/panel'
import { SheetButton } from '../../_components/sheet-button'
import { AssignForm, ProposeForm, TransferForm } from './keep-forms'
import { AcknowledgeForm, AskTimeForm, PlanForm, RequestForm, StartForm } from './rectify-forms'
import type { ActProps } from './step-form'
import { CloseAndLookForm, CloseForm, PassForm, ReopenForm, SendBackForm } from './verify-forms'

type OfferedStep = Exclude<FindingStep, 'withdraw'>

const forms: Record<OfferedStep, ComponentType<ActProps>> = {
  assign: AssignForm,
  acknowledge: AcknowledgeForm,
  plan: PlanForm,
  start: StartForm,
  request: RequestForm,
  close: CloseForm,
  'close-with-recheck': CloseAndLookForm,
  'send-back': SendBackForm,
  'pass-recheck': PassForm,
  reopen: ReopenForm,
}

/** What a state waits for most; its form stands open, the others behind buttons. */
const next: Partial<Record<FindingState, OfferedStep>> = {
  registered: 'assign',
  assigned: 'acknowledge',
  acknowledged: 'plan',
  planned: 'start',
  rectifying: 'request',
  'sent-back': 'request',
  'closure-requested': 'close',
  'recheck-due': 'pass-recheck',
  reopened: 'assign',
}

/** What the reader may do now: one form open, the rest as buttons; what is not theirs says whom it waits for. */
export function Acts(props: ActProps) {
  const { view, t } = props
  const { may, state } = view
  const main = may.steps.find((step) => step === next[state])
  const others = may.steps.filter((step): step is OfferedStep => step !== main && step !== 'withdraw')
  const Main = main && main !== 'withdraw' ? forms[main] : null
  return (
    <Panel title={t.findings.nowTitle} id="now">
      {Main ? <Main {...props} main /> : <Waits {...props} />}
      <div className="more-acts">
        {others.map((step) => (
          <Other key={step} text={buttons(t)[step]} form={forms[step]} {...props} />
        ))}
        {may.extend ? <Other text={t.findings.extend} form={AskTimeForm} {...props} /> : null}
        {may.transfer ? <Other text={t.findings.transfer} form={TransferForm} {...props} /> : null}
        {may.proposeWithdrawal ? <Other text={t.findings.propose} form={ProposeForm} {...props} /> : null}
      </div>
    </Panel>
  )
}

function Other({ text, form: Form, ...props }: ActProps & { text: string; form: ComponentType<ActProps> }) {
  return (
    <SheetButton text={text} title={props.view.number} t={props.t}>
      <div className="mt-2">
        <Form {...props} />
      </div>
    </SheetButton>
  )
}

const buttons = ({ findings: words }: Messages): Record<OfferedStep, string> => ({
  assign: words.assign,
  acknowledge: words.acknowledge,
  plan: words.planAgain,
  start: words.start,
  request: words.request,
  close: words.close,
  'close-with-recheck': words.closeWithRecheck,
  'send-back': words.sendBack,
  'pass-recheck': words.passRecheck,
  reopen: words.reopen,
})

const ofUnit: readonly FindingState[] = ['assigned', 'acknowledged', 'planned', 'rectifying', 'sent-back']

function Waits({ view: { may, state, unit }, t }: ActProps) {
  const words = t.findings
  if (may.handled && state !== 'closed') return <Notice tone="slow">{words.handled}</Notice>
  if (state === 'closed' || state === 'withdrawn') return <p className="soft">{t.labels.findingStates[state]}</p>
  const waits = ofUnit.includes(state) ? fill(words.waitsUnit, { unit: unit ?? '—' }) : words.waitsSupervisor
  return (
    <p className="soft">
      {words.nothingNow} {waits}
    </p>
  )
}
