import { type ConditionItem, conditionList } from '../../../db/queries/conditions'
import { conditionFilter, conditionsAPage } from '../../../domain/condition-params'
import { fill, type Messages } from '../../../domain/messages'
import { dayColumn, numberColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { named, told } from '../../_lib/sheet-filter'
import { byPage } from '../../_lib/sheet-steps'

/** The desk as its filter shows it: what one's own works ask, and what one's unit is asked. */
export const GET = sheetGet(conditionFilter, ({ actor }, filter, { day, t }) => {
  const { counts } = conditionList(actor, filter, 1, day)
  const show = filter.show ?? 'open'
  return {
    title: t.facts.conditions.title,
    day,
    filter: [
      ...told(t.facts.conditions.state, t.desk.shows[show], t),
      ...told(t.desk.filterKind, named(t.labels.conditionKinds, filter.kind), t),
      ...told(t.desk.filterLevel, named(t.desk.levels, filter.level), t),
      ...told(t.desk.filterUnit, filter.unit === 'none' ? t.desk.filterNoUnit : filter.unit, t),
      ...told(t.exports.fields.code, filter.project, t),
    ],
    lines: [fill(t.desk.lead, { ...counts, levels: 0 })],
    columns: columns(t),
    rows: byPage(conditionsAPage, (page) => conditionList(actor, filter, page, day).rows),
  }
})

function columns(t: Messages): SheetColumn<ConditionItem>[] {
  const { fields, sheets } = t.exports
  const words = t.facts.conditions
  return [
    wordsColumn(fields.code, 10, (row) => row.code),
    wordsColumn(sheets.work, 30, (row) => row.work),
    wordsColumn(words.kind, 12, (row) => t.labels.conditionKinds[row.kind]),
    wordsColumn(sheets.ask, 44, (row) => row.ask),
    wordsColumn(sheets.askedOf, 24, (row) => row.askedOf),
    wordsColumn(sheets.level, 16, (row) => named(t.desk.levels, String(row.level))),
    wordsColumn(words.state, 14, (row) => (row.closedOn === null ? t.labels.conditionStates[row.state] : t.desk.shows.closed)),
    dayColumn(sheets.raisedOn, (row) => row.raisedOn),
    dayColumn(t.desk.clockHead, (row) => ('dueOn' in row.clock ? row.clock.dueOn : null)),
    numberColumn(sheets.overdue, sheets.days, (row) => row.overdueDays || null),
    wordsColumn(sheets.answer, 40, (row) => row.answer),
    dayColumn(sheets.answeredOn, (row) => row.answeredOn),
    dayColumn(sheets.closedOn, (row) => row.closedOn),
  ]
}
