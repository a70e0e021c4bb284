import type { ReactNode } from 'react'
import { constructionKinds } from '../../../../domain/fact-sheet'
import { approvalRows } from '../../../../domain/fact-sheet-values'
import type { Messages } from '../../../../domain/messages'
import { Choice, MonthField, NumberField, TextField, WordsField } from '../../../_components/form'
import { Approvals } from './approvals'

export type SheetProps = { values: Record<string, string | undefined>; t: Messages }

export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="form sheet-group">
      <legend>
        <h3>{title}</h3>
      </legend>
      {children}
    </fieldset>
  )
}

export function ProjectFields({ values, t }: SheetProps) {
  const words = t.facts
  const kinds = constructionKinds.map((value) => ({ value, text: t.labels.constructionKinds[value] }))
  return (
    <Group title={words.groupIdentity}>
      <TextField
        name="nationalCode"
        label={words.nationalCode}
        hint={words.nationalCodeHint}
        optional
        maxLength={30}
        autoComplete="off"
        defaultValue={values.nationalCode}
      />
      <Choice name="constructionKind" label={words.constructionKind} options={kinds} optional defaultValue={values.constructionKind} />
      <WordsField name="content" label={words.content} optional maxLength={2000} rows={4} defaultValue={values.content} />
      <TextField
        name="responsible"
        label={words.responsible}
        hint={words.responsibleHint}
        list="units"
        optional
        maxLength={80}
        autoComplete="off"
        defaultValue={values.responsible}
      />
      <div className="form-row">
        <MonthField name="startMonth" label={words.startMonth} optional defaultValue={values.startMonth} />
        <MonthField name="finishMonth" label={words.finishMonth} optional defaultValue={values.finishMonth} />
      </div>
    </Group>
  )
}

/** Every figure beside the paper that says so. */
export function MoneyFields({ values, t }: SheetProps) {
  const words = t.facts
  const unit = t.common.wan
  return (
    <Group title={words.groupMoney}>
      <div className="form-row">
        <NumberField name="totalYuan" label={words.totalYuan} unit={unit} optional defaultValue={values.totalYuan} />
        <TextField
          name="totalDocument"
          label={words.totalDocument}
          hint={words.totalDocumentHint}
          optional
          maxLength={200}
          defaultValue={values.totalDocument}
        />
      </div>
      <div className="form-row">
        <NumberField name="fullOutputYuan" label={words.fullOutputYuan} unit={unit} optional defaultValue={values.fullOutputYuan} />
        <TextField
          name="fullOutputSource"
          label={words.fullOutputSource}
          hint={words.fullOutputSourceHint}
          optional
          maxLength={200}
          defaultValue={values.fullOutputSource}
        />
      </div>
      <div className="form-row">
        <NumberField
          name="openingYuan"
          label={words.openingYuan}
          unit={unit}
          hint={words.openingHint}
          optional
          defaultValue={values.openingYuan}
        />
        <NumberField
          name="openingYear"
          label={words.openingYear}
          inputMode="numeric"
          maxLength={4}
          optional
          defaultValue={values.openingYear}
        />
      </div>
    </Group>
  )
}

const approvalsShown = { room: 2, most: 20 }

export function ContactAndApprovals({ values, t }: SheetProps) {
  const words = t.facts
  return (
    <>
      <Group title={words.groupContact}>
        <div className="form-row">
          <TextField name="contact" label={words.contact} hint={words.contactHint} optional maxLength={50} defaultValue={values.contact} />
          <TextField name="telephone" label={words.telephone} type="tel" optional maxLength={20} defaultValue={values.telephone} />
        </div>
      </Group>
      <Group title={words.groupApprovals}>
        <p className="soft small">{words.approvalHint}</p>
        <Approvals
          rows={approvalRows(values, approvalsShown.room, approvalsShown.most)}
          most={approvalsShown.most}
          values={values}
          words={{ name: words.approvalName, number: words.approvalNumber, day: words.approvalDay, add: words.approvalAdd }}
        />
      </Group>
    </>
  )
}
