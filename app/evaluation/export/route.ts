import { type EvaluationItem, evaluationList, evaluationsAPage } from '../../../db/queries/evaluations'
import { noParameters } from '../../../domain/api/parameters'
import type { Messages } from '../../../domain/messages'
import { dayColumn, numberColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { byPage } from '../../_lib/sheet-steps'

/** The evaluations one may read. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t }) => ({
  title: t.evaluation.title,
  day,
  columns: columns(t),
  rows: byPage(evaluationsAPage, (page) => evaluationList(actor, page).rows),
}))

function columns(t: Messages): SheetColumn<EvaluationItem>[] {
  const words = t.evaluation
  return [
    wordsColumn(words.columnTitle, 40, ({ title }) => title),
    wordsColumn(words.kind, 10, ({ kind }) => words.kinds[kind]),
    numberColumn(words.year, null, ({ year }) => year),
    wordsColumn(words.columnState, 12, ({ state }) => t.labels.bulletinStates[state]),
    wordsColumn(words.columnNumber, 18, ({ number }) => number),
    dayColumn(words.columnDay, ({ day }) => day),
  ]
}
