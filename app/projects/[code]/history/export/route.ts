import { chainNames } from '../../../../../db/queries/plan'
import { projectHead } from '../../../../../db/queries/project'
import { type HistoryRow, projectHistory } from '../../../../../db/queries/project-history'
import { noParameters } from '../../../../../domain/api/parameters'
import { fill, type Messages } from '../../../../../domain/messages'
import { minuteWords } from '../../../../_lib/instant'
import { numberColumn, type SheetColumn, wordsColumn } from '../../../../_lib/sheet-columns'
import { sheetGet } from '../../../../_lib/sheet-file'
import { named } from '../../../../_lib/sheet-filter'
import { inPlaces } from '../../../../_lib/sheet-steps'
import { changeWords } from '../../event-value'
import { sheetTitle } from '../../sheet-title'

/** Everything that changed a work, the newest first, as its reader may know it. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t, path }) => {
  const head = projectHead(actor, path.code ?? '')
  return {
    title: sheetTitle(head, t.project.historyTitle),
    day,
    lines: [t.project.historyNote],
    columns: columns(chainNames(), t),
    rows: inPlaces<HistoryRow, number>(
      (before) => projectHistory(head, before).rows,
      ({ seq }) => seq,
    ),
  }
})

function columns(chains: Record<string, string>, t: Messages): SheetColumn<HistoryRow>[] {
  const { audit, project: words } = t
  const what = ({ changes, erased, imported }: HistoryRow): string =>
    [
      ...(imported ? [importedWords(imported, t)] : []),
      ...(erased ? [words.historyErased] : changes.map((change) => changeWords(change, chains, t))),
    ].join('\n')
  return [
    numberColumn(audit.number, null, (row) => row.seq),
    wordsColumn(audit.at, 17, (row) => minuteWords(row.at)),
    wordsColumn(audit.action, 20, (row) => named(audit.actions, row.action)),
    wordsColumn(audit.actor, 24, (row) => (row.who ? fill(words.someone, row.who) : words.historySystem)),
    wordsColumn(`${audit.before} → ${audit.after}`, 60, what),
  ]
}

/** The file, its sheet and its rows that gave the work something. */
const importedWords = ({ fileName, sheet, rows }: NonNullable<HistoryRow['imported']>, { project, chains }: Messages): string =>
  fill(project.historyImported, { file: fileName, sheet, rows: rows.join(chains.listSeparator) })
