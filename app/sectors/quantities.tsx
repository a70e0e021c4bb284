import type { QuantityRow } from '../../db/queries/sectors'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { OpensAt } from '../_components/account'
import { Unknown } from '../_components/money'
import { Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'
import { monthWords } from '../_lib/locale'

/** What the plan counts a work by, and how much of it is approved as done. */
export function Quantities({ rows, locale, t }: { rows: readonly QuantityRow[]; locale: Locale; t: Messages }) {
  const words = t.chains
  return (
    <Panel id="quantities" title={words.quantitiesTitle} note={words.quantitiesNote} flush>
      {rows.length > 0 ? (
        <Table caption={words.quantitiesCaption} columns={columnsOf(locale, t)} rows={rows} keyOf={(row) => row.item} />
      ) : (
        <p className="panel-body soft">{words.quantitiesEmpty}</p>
      )}
    </Panel>
  )
}

function columnsOf(locale: Locale, t: Messages): Column<QuantityRow>[] {
  const words = t.chains
  return [
    { key: 'code', head: words.code, kind: 'code', cell: (row) => row.item },
    {
      key: 'name',
      head: words.work,
      card: 'title',
      cell: (row) => (
        <a href={`/projects/${row.code}`} lang="zh-CN">
          {row.name}
        </a>
      ),
    },
    { key: 'what', head: words.quantityWhat, cell: ({ quantity }) => <span lang="zh-CN">{quantity.what}</span> },
    { key: 'plan', head: words.quantityPlan, kind: 'figure', cell: (row) => <Planned row={row} t={t} /> },
    { key: 'done', head: words.quantityDone, kind: 'figure', cell: (row) => <Done row={row} locale={locale} t={t} /> },
  ]
}

function Done({ row: { code, quantity, done, month }, locale, t }: { row: QuantityRow; locale: Locale; t: Messages }) {
  const words = t.chains
  if (done === null) return <Unknown why={words.quantityNone} />
  return (
    <>
      <OpensAt href={`/projects/${code}#figures`}>
        {done} <span lang="zh-CN">{quantity.unit}</span>
      </OpensAt>
      <small className="coverage block">
        {quantity.value ? fill(words.quantityShare, { percent: Math.round((done / quantity.value) * 100) }) : ''}
        {month ? ` ${fill(t.common.through, { month: monthWords(month, locale) })}` : ''}
      </small>
    </>
  )
}

/** Boxes that count the same work differently stand as they are. */
function Planned({ row: { quantity, elsewhere }, t }: { row: QuantityRow; t: Messages }) {
  return (
    <>
      <span lang="zh-CN">{quantity.text}</span>
      {elsewhere ? <small className="coverage block">{fill(t.chains.quantityElsewhere, elsewhere)}</small> : null}
    </>
  )
}
