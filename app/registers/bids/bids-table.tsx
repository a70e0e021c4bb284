import type { BidItem } from '../../../db/queries/register-bids'
import { fill, type Messages } from '../../../domain/messages'
import { Unknown, Wan } from '../../_components/money'
import { DayAndDocument, ResultMark } from '../../_components/outcome'
import { SheetButton } from '../../_components/sheet-button'
import { type Column, Table } from '../../_components/table'
import { type BidChoices, ChangeBid } from './bid-form'

type Props = { rows: readonly BidItem[]; names: ReadonlyMap<string, string>; choices: BidChoices; t: Messages }

export function BidsTable(props: Props) {
  return <Table caption={props.t.registers.bidRecords} columns={columnsOf(props)} rows={props.rows} keyOf={({ id }) => id} />
}

function columnsOf({ rows, names, choices, t }: Props): Column<BidItem>[] {
  const words = t.registers
  const change: Column<BidItem> = {
    key: 'act',
    head: '',
    card: 'full',
    cell: (row) => (
      <SheetButton text={words.change} title={fill(words.bidChange, { title: row.title })} t={t}>
        <ChangeBid row={row} choices={choices} t={t} />
      </SheetButton>
    ),
  }
  return [
    { key: 'title', head: words.bidTitle, card: 'title', cell: (row) => titleOf(row, names) },
    { key: 'to', head: words.addressee, cell: ({ addressee }) => <span lang="zh-CN">{addressee}</span> },
    { key: 'unit', head: words.unit, cell: (row) => unitOf(row, t) },
    {
      key: 'submitted',
      head: words.submitted,
      cell: (row) => (
        <DayAndDocument on={row.submittedOn} document={row.documentNo} none={words.notSubmitted} noDocument={words.noDocument} />
      ),
    },
    { key: 'result', head: words.result, card: 'top', tight: true, cell: ({ result }) => <ResultMark result={result} t={t} /> },
    {
      key: 'detail',
      head: words.resultDetail,
      cell: (row) => (
        <DayAndDocument on={row.resultOn} document={row.resultDocument} none={words.noResultYet} noDocument={words.noDocument} />
      ),
    },
    {
      key: 'amount',
      head: words.amount,
      unit: t.common.wan,
      kind: 'figure',
      cell: (row) => Wan({ yuan: row.amountYuan, why: row.result === 'accepted' ? words.amountUnknown : words.nothingWon }),
    },
    ...(rows.some(({ mayChange }) => mayChange) ? [change] : []),
  ]
}

const titleOf = ({ title, bidCode, remark }: BidItem, names: ReadonlyMap<string, string>) => (
  <span lang="zh-CN">
    {title}
    <span className="soft small block">{names.get(bidCode) ?? bidCode}</span>
    {remark ? <span className="small block">{remark}</span> : null}
  </span>
)

function unitOf({ unit, unitThen }: BidItem, t: Messages) {
  if (unit === null) return <Unknown why={t.registers.noUnit} />
  return (
    <span lang="zh-CN">
      {unit}
      {unitThen ? <span className="soft small block">{fill(t.registers.unitThen, { name: unitThen })}</span> : null}
    </span>
  )
}
