import type { Messages } from '../../../../domain/messages'
import type { MonthCounts, UnitFacts } from '../../../../domain/unit-facts'
import { numberColumn, type SheetColumn, totalColumns, wordsColumn } from '../../../_lib/sheet-columns'

/** Facts of a unit, counts beside what they are of; no score. */
export function unitColumns(t: Messages): SheetColumn<UnitFacts>[] {
  const words = t.evaluation
  const { sheets } = t.exports
  const months: [keyof MonthCounts, string][] = [
    ['due', words.monthsDue],
    ['onTime', words.onTime],
    ['late', words.late],
    ['missing', words.missing],
    ['returned', words.monthsReturned],
  ]
  return [
    wordsColumn(words.unit, 30, ({ name }) => name),
    numberColumn(words.works, null, ({ works }) => works),
    ...months.map(([key, head]) => numberColumn<UnitFacts>(head, null, (row) => row.months[key])),
    ...totalColumns<UnitFacts>(words.plannedYuan, t, ({ planned }) => planned),
    ...totalColumns<UnitFacts>(words.doneYuan, t, ({ done }) => done),
    numberColumn(words.findings, null, ({ findings }) => findings.all),
    numberColumn(sheets.findingsClosed, null, ({ findings }) => findings.known),
    numberColumn(words.conditions, null, ({ conditions }) => conditions.all),
    numberColumn(words.conditionsAnswered, null, ({ conditions }) => conditions.known),
    wordsColumn(words.responsibleFor, 40, ({ answersFor }) =>
      answersFor.map(({ kind, code }) => `${words.subjectKinds[kind]} ${code}`).join(', '),
    ),
  ]
}
