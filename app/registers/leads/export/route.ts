import { type ChainLead, leadRegister } from '../../../../db/queries/register-leads'
import { noParameters } from '../../../../domain/api/parameters'
import type { Messages } from '../../../../domain/messages'
import { dayColumn, type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { sheetGet } from '../../../_lib/sheet-file'

type Row = { chain: string; lead: ChainLead | null }

/** Who leads each chain and who led it; a chain without anybody is a line too. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t }) => ({
  title: t.exports.lists.leads.name,
  day,
  columns: columns(t),
  rows: leadRegister(actor).flatMap(({ name, now, earlier }): Row[] => [
    { chain: name, lead: now },
    ...earlier.map((lead) => ({ chain: name, lead })),
  ]),
}))

const columns = (t: Messages): SheetColumn<Row>[] => [
  wordsColumn(t.chains.chain, 20, ({ chain }) => chain),
  wordsColumn(t.exports.sheets.lead, 14, ({ lead }) => lead?.person ?? null),
  wordsColumn(t.exports.sheets.post, 24, ({ lead }) => lead?.post ?? null),
  dayColumn(t.exports.sheets.from, ({ lead }) => lead?.fromDay ?? null),
  dayColumn(t.exports.sheets.to, ({ lead }) => lead?.toDay ?? null),
]
