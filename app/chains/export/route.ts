import { type ChainRow, chainOverview, seesEnterprises, targetYear } from '../../../db/queries/chains'
import { type ChainLead, leadsInForce } from '../../../db/queries/register-leads'
import { noParameters } from '../../../domain/api/parameters'
import { fill, type Messages } from '../../../domain/messages'
import { yuanPerYi } from '../../../domain/money'
import { monthColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'

/** The nine chains; what a reader may not be told is an empty cell, as on the page. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t }) => {
  const rows = chainOverview(actor, day)
  return {
    title: fill(t.chains.title, { year: targetYear() }),
    day,
    lines: [seesEnterprises(actor) ? t.chains.lead : t.chains.leadOwner, t.exports.partialNote],
    columns: columns(leadsInForce(actor), seesEnterprises(actor), t),
    rows,
  }
})

const money = (head: string, t: Messages, cell: (row: ChainRow) => number | null): SheetColumn<ChainRow> => ({
  ...{ head, unit: t.common.yi, width: 14, kind: 'money', per: yuanPerYi, cell },
})

function columns(leads: ReadonlyMap<string, ChainLead>, inside: boolean, t: Messages): SheetColumn<ChainRow>[] {
  const { sheets } = t.exports
  const expected = [
    money(sheets.expectedLow, t, (row) => row.expected?.lowYuan ?? null),
    money(sheets.expectedHigh, t, (row) => row.expected?.highYuan ?? null),
  ]
  return [
    wordsColumn(t.chains.chain, 20, (row) => row.chain.name),
    wordsColumn(sheets.lead, 14, (row) => leads.get(row.chain.id)?.person ?? null),
    wordsColumn(sheets.measure, 12, (row) => (row.chain.target ? t.labels.measures[row.chain.target.measure] : null)),
    money(sheets.target, t, (row) => row.chain.target?.yuan ?? null),
    money(sheets.output, t, (row) => row.output?.yuan ?? null),
    wordsColumn(sheets.outputBound, 14, (row) => (isBound(row) ? t.exports.yes : null)),
    wordsColumn(sheets.enterprises, 16, (row) => coverage(row, t)),
    monthColumn(sheets.through, (row) => row.output?.through ?? null),
    ...(inside ? expected : [monthColumn(t.chains.publishedMonth, (row: ChainRow) => row.published?.period ?? null)]),
    wordsColumn(sheets.light, 10, (row) => t.labels.lightLevels[row.light.level]),
  ]
}

const isBound = ({ output }: ChainRow): boolean =>
  output !== null && output.yuan !== null && output.source !== 'statistics' && (output.unknown > 0 || output.uneven)

function coverage({ output }: ChainRow, t: Messages): string | null {
  if (output === null) return null
  const all = output.known + output.unknown
  const counts = all === 0 ? '' : fill(t.common.coverage, { known: output.known, all })
  return output.source === 'statistics' ? `${t.chains.coverageStatistics} ${counts}`.trim() : counts || null
}
