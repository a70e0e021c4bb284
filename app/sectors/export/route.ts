import { type SectorRow, sectorOverview } from '../../../db/queries/sectors'
import { noParameters } from '../../../domain/api/parameters'
import { lightLevels } from '../../../domain/light'
import { fill, type Messages } from '../../../domain/messages'
import { stages } from '../../../domain/project'
import { isLowerBound, isReportedBound, type Rollup } from '../../../domain/rollup'
import { numberColumn, type SheetColumn, totalColumns, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'

type Row = { kind: string; name: string; rollup: Rollup }

/** Sectors, then the boxes that name works; a work named in two boxes counts in both, so that boxes do not add up to sectors. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t }) => {
  const rows = sectorOverview(actor)
  return {
    title: t.chains.sectorsTitle,
    day,
    lines: [t.chains.boxesNote, t.exports.partialNote],
    columns: columns(t),
    rows: rowsOf(rows, t),
  }
})

function rowsOf(rows: readonly SectorRow[], t: Messages): Row[] {
  const boxes = rows.flatMap((row) => row.boxes.filter(({ planned }) => planned > 0))
  return [
    ...rows.map(({ sector, rollup }) => ({ kind: t.chains.sector, name: t.labels.sectors[sector], rollup })),
    ...boxes.map(({ box, rollup }) => ({ kind: t.chains.box, name: `${box.id} ${box.title}`, rollup })),
  ]
}

function columns(t: Messages): SheetColumn<Row>[] {
  const { sheets } = t.exports
  const words = t.chains
  return [
    wordsColumn(sheets.kind, 10, (row) => row.kind),
    wordsColumn(sheets.group, 36, (row) => row.name),
    numberColumn(words.works, words.worksUnit, ({ rollup }) => rollup.works),
    ...stages.map((stage) => numberColumn<Row>(t.labels.stages[stage], words.worksUnit, ({ rollup }) => rollup.byStage[stage])),
    ...totalColumns<Row>(words.investPlan, t, ({ rollup }) => rollup.plan),
    ...totalColumns<Row>(sheets.declared, t, ({ rollup }) => rollup.declared),
    ...totalColumns<Row>(
      words.investReported,
      t,
      ({ rollup }) => rollup.reported,
      ({ rollup }) => isReportedBound(rollup),
    ),
    ...totalColumns<Row>(
      words.investApproved,
      t,
      ({ rollup }) => rollup.approved,
      ({ rollup }) => isLowerBound(rollup.approved),
    ),
    ...lightLevels.map((level) =>
      numberColumn<Row>(fill(sheets.lightCount, { level: t.labels.lightLevels[level] }), null, ({ rollup }) => rollup.lights[level]),
    ),
  ]
}
