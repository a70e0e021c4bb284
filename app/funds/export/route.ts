import { firstFundQuarter, lastFundQuarter } from '../../../db/queries/fund-form'
import { fundTotals } from '../../../db/queries/fund-totals'
import { fundMeasures } from '../../../domain/fund'
import { fundParams } from '../../../domain/fund-params'
import type { FundSums, FundTotals } from '../../../domain/fund-totals'
import { fill, type Messages } from '../../../domain/messages'
import { numberColumn, type SheetColumn, totalColumns, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { named, told } from '../../_lib/sheet-filter'

type Row = FundSums & { kind: string; name: string; works: number | null; told: number | null; fresh: number | null }

/** Money by source, sector and level up to a quarter's end: the page's three tables under one head. */
export const GET = sheetGet(fundParams, ({ actor }, { quarter: asked, sector, level }, { day, t }) => {
  const last = lastFundQuarter(day)
  const quarter = asked !== undefined && asked >= firstFundQuarter && asked <= last ? asked : last
  const totals = fundTotals(actor, { quarter, sector, level })
  const { works, told: known, fresh } = totals.all
  return {
    title: t.funds.title,
    day,
    filter: [
      quarter,
      ...told(t.funds.sector, named(t.labels.sectors, sector), t),
      ...told(t.funds.level, named({ ...t.labels.projectLevels, none: t.funds.levelNone }, level), t),
    ],
    lines: [fill(t.funds.lead, { quarter, works, told: known, fresh }), t.exports.partialNote],
    columns: columns(t),
    rows: rowsOf(totals, t),
  }
})

function rowsOf({ all, sources, sectors, levels }: FundTotals, t: Messages): Row[] {
  const words = t.funds
  const groups = [
    ...sectors.map((group) => ({ ...group, kind: words.sector, name: named(t.labels.sectors, group.key) ?? '' })),
    ...levels.map((group) => ({
      ...group,
      kind: words.level,
      name: group.key === '' ? words.levelNone : (named(t.labels.projectLevels, group.key) ?? ''),
    })),
  ]
  const bySource = sources.map((source) => ({ ...source, kind: words.source, works: null, told: null, fresh: null }))
  return [...bySource, { ...all, kind: words.all, name: words.all }, ...groups]
}

function columns(t: Messages): SheetColumn<Row>[] {
  const { sheets } = t.exports
  return [
    wordsColumn(sheets.kind, 12, (row) => row.kind),
    wordsColumn(sheets.group, 24, (row) => row.name),
    numberColumn(sheets.works, t.funds.worksUnit, (row) => row.works),
    numberColumn(sheets.told, t.funds.worksUnit, (row) => row.told),
    numberColumn(sheets.fresh, t.funds.worksUnit, (row) => row.fresh),
    ...fundMeasures.flatMap((measure) => totalColumns<Row>(t.funds.measures[measure], t, (row) => row[measure])),
  ]
}
