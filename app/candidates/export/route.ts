import { type CandidateRow, candidateList } from '../../../db/queries/candidates'
import { candidateParams } from '../../../domain/candidate'
import type { Messages } from '../../../domain/messages'
import { numberColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { named, told } from '../../_lib/sheet-filter'

/** What the plan's running text names, and what was decided of it. */
export const GET = sheetGet(candidateParams, ({ actor }, { state }, { day, t }) => ({
  title: t.candidates.title,
  day,
  filter: told(t.candidates.state, named(t.candidates.states, state), t),
  lines: [t.candidates.annex],
  columns: columns(t),
  rows: candidateList(actor, state ?? null).rows,
}))

const columns = (t: Messages): SheetColumn<CandidateRow>[] => [
  wordsColumn(t.candidates.code, 8, ({ code }) => code),
  wordsColumn(t.candidates.name, 40, ({ name }) => name),
  wordsColumn(t.candidates.sector, 16, ({ sector }) => named(t.labels.sectors, sector)),
  numberColumn(t.exports.sheets.line, null, ({ clause }) => clause.line),
  wordsColumn(t.exports.fields.boxItem, 14, ({ like }) => like),
  wordsColumn(t.candidates.past, 16, ({ past }) => (past ? t.exports.yes : null)),
  wordsColumn(t.candidates.state, 10, ({ state }) => t.candidates.states[state]),
  wordsColumn(t.candidates.work, 10, ({ steps }) => steps.at(-1)?.work ?? null),
  wordsColumn(t.candidates.reason, 30, ({ steps }) => steps.at(-1)?.reason ?? null),
]
