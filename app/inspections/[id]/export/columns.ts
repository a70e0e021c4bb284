import type { RoundSheetRow } from '../../../../db/queries/round-sheet'
import type { Messages } from '../../../../domain/messages'
import { seenResults } from '../../../../domain/visit'
import { lightWords } from '../../../_components/light'
import { dayColumn, numberColumn, type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { whyWords } from '../works-table'

/** `whole` = how the list was made is the reader's to know. */
export const roundColumns = (whole: boolean, t: Messages): SheetColumn<RoundSheetRow>[] => [
  ...workColumns(t),
  ...(whole ? listColumns(t) : []),
  ...seenColumns(t),
]

function workColumns(t: Messages): SheetColumn<RoundSheetRow>[] {
  const { fields, sheets } = t.exports
  return [
    wordsColumn(fields.code, 10, (row) => row.code),
    wordsColumn(sheets.work, 30, (row) => row.name),
    wordsColumn(fields.ownerName, 24, (row) => row.owner),
    wordsColumn(sheets.light, 8, (row) => row.light && t.labels.lightLevels[row.light.level]),
    wordsColumn(fields.lightReason, 28, (row) => row.light && lightWords(row.light, t)),
  ]
}

function listColumns(t: Messages): SheetColumn<RoundSheetRow>[] {
  const words = t.rounds
  return [
    wordsColumn(words.why, 18, (row) => whyWords(row, t)),
    wordsColumn(words.group, 12, (row) => row.group),
    dayColumn(words.visitOn, (row) => row.visitOn),
    numberColumn(words.materials.title, null, (row) => row.materials),
  ]
}

function seenColumns(t: Messages): SheetColumn<RoundSheetRow>[] {
  const { rounds: words, labels, exports: out } = t
  return [
    numberColumn(words.visited, null, (row) => row.finished),
    numberColumn(words.visitStarted, null, (row) => row.started - row.finished),
    dayColumn(out.more.lastVisit, (row) => row.lastOn),
    wordsColumn(t.project.siteRating, 12, (row) => row.rating && labels.ratingLevels[row.rating.level]),
    wordsColumn(out.more.ratingReason, 40, (row) => row.rating?.reason ?? null),
    dayColumn(out.more.ratedOn, (row) => row.rating?.on ?? null),
    wordsColumn(out.sheets.answer, 40, (row) => row.rating?.answer ?? null),
    dayColumn(out.sheets.answeredOn, (row) => row.rating?.answeredOn ?? null),
    ...seenResults.map((result) =>
      numberColumn<RoundSheetRow>(labels.seenResults[result], out.more.figures, (row) => row.results[result] ?? 0),
    ),
    numberColumn(words.findings, null, (row) => row.findings),
    numberColumn(words.findingsOpen, null, (row) => row.findingsOpen),
  ]
}
