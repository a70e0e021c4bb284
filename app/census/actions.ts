'use server'

import { saveCensusRow } from '../../db/commands/census'
import { type CensusList, type CensusListRow, previewCensusList } from '../../db/commands/census-list'
import { censusColumns, censusList, censusRow } from '../../domain/census'
import type { Issue } from '../../domain/errors'
import { fill, type Messages } from '../../domain/messages'
import { formAction } from '../_lib/form-action'
import { words } from '../_lib/locale'
import type { Preview, PreviewRow } from './words'

/** The row says itself how it stands now: the rows around it, and what is typed in them, stay as they are. */
export const saveRow = formAction(censusRow, saveCensusRow, {
  refresh: false,
  saved: (t, { totalWaits }) => (totalWaits ? t.census.savedWaits : t.census.saved),
})

/** Says what each line of a pasted list would do; changes nothing. */
export const previewList = formAction(censusList, async (ctx, { list }) => inWords(previewCensusList(ctx, list), await words()), {
  refresh: false,
  saved: (t, { rows, good }) => fill(t.census.paste.read, { rows: rows.length, good, bad: rows.length - good }),
})

function inWords({ rows, ignored, left }: CensusList, t: Messages): Preview {
  const good = rows.filter((row) => row.work !== null && row.issues.length === 0).length
  return { rows: rows.map((row) => rowInWords(row, t)), ignored, left, good }
}

function rowInWords({ line, given, standing, values, issues }: CensusListRow, t: Messages): PreviewRow {
  const say = ({ code, params }: Issue) => fill(t.errors[code], params ?? {})
  const ofCell = issues.filter(({ field }) => censusColumns.some((column) => column === field))
  const ofRow = issues.filter((issue) => !ofCell.includes(issue))
  const wrong = Object.fromEntries(ofCell.map((issue) => [issue.field, say(issue)]))
  return { line, given, row: standing, values, wrong, note: ofRow.map(say).join(' ') || null }
}
