import { type TownRow, townOverview } from '../../../db/queries/towns'
import { noParameters } from '../../../domain/api/parameters'
import { lightLevels } from '../../../domain/light'
import { fill, type Messages } from '../../../domain/messages'
import { stages } from '../../../domain/project'
import { isLowerBound } from '../../../domain/rollup'
import { numberColumn, type SheetColumn, totalColumns, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { townName } from '../town-words'

/** The towns in the plan's order, then the works without one. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t }) => ({
  title: t.outlook.townsTitle,
  day,
  lines: [t.exports.partialNote],
  columns: columns(t),
  rows: townOverview(actor),
}))

function columns(t: Messages): SheetColumn<TownRow>[] {
  const heads = t.outlook.townColumns
  return [
    wordsColumn(heads.town, 14, (row) => townName(row, t)),
    numberColumn(heads.works, null, ({ rollup }) => rollup.works),
    ...stages.map((stage) => numberColumn<TownRow>(t.labels.stages[stage], null, ({ rollup }) => rollup.byStage[stage])),
    ...lightLevels.map((level) =>
      numberColumn<TownRow>(
        fill(t.exports.sheets.lightCount, { level: t.labels.lightLevels[level] }),
        null,
        ({ rollup }) => rollup.lights[level],
      ),
    ),
    ...totalColumns<TownRow>(heads.planned, t, ({ rollup }) => rollup.plan),
    ...totalColumns<TownRow>(
      heads.approved,
      t,
      ({ rollup }) => rollup.approved,
      ({ rollup }) => isLowerBound(rollup.approved),
    ),
  ]
}
