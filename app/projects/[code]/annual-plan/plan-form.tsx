import type { AnnualPlanForm } from '../../../../db/queries/annual-plan-form'
import { fill, type Messages } from '../../../../domain/messages'
import { formatWan, wanFieldText } from '../../../../domain/money'
import { ActionForm, Hidden, MonthField, NumberField, Submit, TextField, WordsField } from '../../../_components/form'
import { Notice } from '../../../_components/notice'
import { Version } from '../../../_components/stale'
import { minuteWords } from '../../../_lib/instant'
import { sendPlan, withdrawPlan } from './actions'
import { MoreFields } from './more-fields'
import { ShapeFields } from './shape-fields'

type Props = {
  form: AnnualPlanForm
  year: number
  units: readonly { id: number; name: string }[]
  isBureau: boolean
  mayWithdraw: boolean
  t: Messages
}

/** One planned investment, start and finish; once one is in force the next adjusts it, with its reason. */
export function PlanForm({ form, year, units, isBureau, mayWithdraw, t }: Props) {
  const { work, current, waiting, cameBack } = form
  const words = t.facts
  if (waiting) return <Waits id={waiting.id} year={year} at={waiting.submittedAt} mayWithdraw={mayWithdraw} t={t} />
  const start = cameBack ?? current
  const fields = [
    { name: 'plannedYuan', label: words.planYuan, wan: true },
    { name: 'startMonth', label: words.planStart },
    { name: 'finishMonth', label: words.planFinish },
    { name: 'productionMonth', label: t.annual.production1 },
    { name: 'curveShape', label: t.annual.shape, words: t.annual.shapes },
    { name: 'imageGoal', label: t.annual.imageGoal },
    { name: 'leader', label: t.annual.leader },
    { name: 'documentNo', label: words.planDocument },
  ]
  return (
    <ActionForm action={sendPlan} className="form form-narrow" aria-label={fill(words.planForm, { year })}>
      {current ? <p className="soft">{inForce(current, t)}</p> : null}
      {cameBack?.decisionReason ? <Notice tone="slow">{fill(words.planReturned, { reason: cameBack.decisionReason })}</Notice> : null}
      <Hidden name="code" value={work.code} />
      <Hidden name="year" value={year} />
      <Version version={form.version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={fields} />
      <NumberField
        name="plannedYuan"
        label={words.planYuan}
        unit={t.common.wan}
        hint={words.planYuanHint}
        optional
        defaultValue={wanFieldText(start?.plannedYuan ?? null)}
      />
      <div className="form-row">
        <MonthField name="startMonth" label={words.planStart} optional defaultValue={start?.startMonth} />
        <MonthField name="finishMonth" label={words.planFinish} optional defaultValue={start?.finishMonth} />
        <MonthField name="productionMonth" label={t.annual.production1} optional defaultValue={start?.productionMonth} />
      </div>
      <ShapeFields start={start} year={year} t={t} />
      <MoreFields start={start} units={units} t={t} />
      <TextField
        name="documentNo"
        label={words.planDocument}
        hint={isBureau ? words.planDocumentHint : words.planDocumentOwner}
        optional={!isBureau}
        maxLength={120}
        autoComplete="off"
        defaultValue={cameBack?.documentNo}
      />
      {current ? <WordsField name="reason" label={words.planReason} maxLength={500} rows={2} defaultValue={cameBack?.reason} /> : null}
      <div className="form-end form-end-fixed">
        <Submit>{words.submit}</Submit>
      </div>
    </ActionForm>
  )
}

function inForce({ plannedYuan, documentNo }: { plannedYuan: number | null; documentNo: string | null }, t: Messages): string {
  const document = documentNo ?? t.project.noDocument
  if (plannedYuan === null) return fill(t.facts.planInForceUnknown, { document })
  return fill(t.facts.planInForce, { figure: formatWan(plannedYuan), document })
}

type WaitsProps = { id: number; year: number; at: string; mayWithdraw: boolean; t: Messages }

function Waits({ id, year, at, mayWithdraw, t }: WaitsProps) {
  return (
    <ActionForm action={withdrawPlan}>
      <Notice>{fill(t.facts.planWaits, { year, at: minuteWords(at) })}</Notice>
      <Hidden name="id" value={id} />
      {mayWithdraw ? <Submit look="plain">{t.facts.withdraw}</Submit> : null}
    </ActionForm>
  )
}
