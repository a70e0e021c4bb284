import type { BidItem } from '../../../db/queries/register-bids'
import { fill, type Messages } from '../../../domain/messages'
import { wanFieldText } from '../../../domain/money'
import { registerResults } from '../../../domain/registers'
import {
  ActionForm,
  Choice,
  DayField,
  Hidden,
  NumberField,
  type Option,
  Select,
  Submit,
  TextField,
  WordsField,
} from '../../_components/form'
import { Panel } from '../../_components/panel'
import { Version } from '../../_components/stale'
import { addBid, changeBid } from './actions'

export type BidChoices = { bids: readonly Option[]; units: readonly string[] }

export function AddBid({ choices, t }: { choices: BidChoices; t: Messages }) {
  return (
    <Panel title={t.registers.addBid} id="add">
      <datalist id="units">
        {choices.units.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ActionForm action={addBid} aria-label={t.registers.addBid}>
        <BidFields choices={choices} t={t} />
        <div className="form-end">
          <Submit>{t.registers.bidSave}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}

export function ChangeBid({ row, choices, t }: { row: BidItem; choices: BidChoices; t: Messages }) {
  const words = t.registers
  const fields = [
    { name: 'title', label: words.bidTitle },
    { name: 'addressee', label: words.addressee },
    { name: 'submittedOn', label: words.submittedOnBid },
    { name: 'documentNo', label: words.documentNo },
    { name: 'result', label: words.resultField, words: words.results },
    { name: 'resultOn', label: words.resultOn },
    { name: 'resultDocument', label: words.resultDocument },
    { name: 'amountYuan', label: words.amountField, wan: true },
    { name: 'remark', label: words.remarkField },
  ]
  return (
    <ActionForm action={changeBid} className="form mt-2" aria-label={fill(words.bidChange, { title: row.title })}>
      <Hidden name="id" value={row.id} />
      <Version version={row.version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={fields} />
      <BidFields given={row} choices={choices} t={t} />
      <div className="form-end">
        <Submit>{words.bidSave}</Submit>
      </div>
    </ActionForm>
  )
}

function BidFields({ given, choices, t }: { given?: BidItem; choices: BidChoices; t: Messages }) {
  const words = t.registers
  const text = { maxLength: 80, autoComplete: 'off' }
  const results = registerResults.map((value) => ({ value, text: words.results[value] }))
  return (
    <>
      <Select name="bidCode" label={words.bid} options={choices.bids} defaultValue={given?.bidCode} />
      <TextField name="title" label={words.bidTitle} hint={words.bidTitleHint} {...text} maxLength={120} defaultValue={given?.title} />
      <div className="form-row">
        <TextField name="addressee" label={words.addressee} hint={words.addresseeHint} {...text} defaultValue={given?.addressee} />
        <TextField name="unit" label={words.unit} hint={words.unitHint} optional list="units" {...text} defaultValue={given?.unit} />
      </div>
      <div className="form-row">
        <DayField
          name="submittedOn"
          label={words.submittedOnBid}
          hint={words.submittedOnBidHint}
          optional
          defaultValue={given?.submittedOn}
        />
        <TextField
          name="documentNo"
          label={words.documentNo}
          hint={words.documentNoHint}
          optional
          {...text}
          defaultValue={given?.documentNo}
        />
      </div>
      <Choice name="result" label={words.resultField} options={results} defaultValue={given?.result ?? 'pending'} />
      <div className="form-row">
        <DayField name="resultOn" label={words.resultOn} hint={words.resultOnHint} optional defaultValue={given?.resultOn} />
        <TextField
          name="resultDocument"
          label={words.resultDocument}
          hint={words.resultDocumentHint}
          optional
          {...text}
          maxLength={120}
          defaultValue={given?.resultDocument}
        />
      </div>
      <NumberField
        name="amountYuan"
        label={words.amountField}
        unit={t.common.wan}
        hint={words.amountHint}
        optional
        defaultValue={given ? wanFieldText(given.amountYuan) : undefined}
      />
      <WordsField name="remark" label={words.remarkField} optional maxLength={500} rows={2} defaultValue={given?.remark} />
    </>
  )
}
