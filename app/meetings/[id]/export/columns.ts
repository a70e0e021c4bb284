import type { MeetingItem } from '../../../../db/queries/meeting-view'
import { type Day, daysBetween } from '../../../../domain/calendar'
import { fill, type Messages } from '../../../../domain/messages'
import { dayColumn, numberColumn, type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { named } from '../../../_lib/sheet-filter'

/** 问题、措施、责任, the deadline, and what became of it. */
export function itemColumns(today: Day, t: Messages): SheetColumn<MeetingItem>[] {
  const words = t.desk.meetings
  const { fields, sheets } = t.exports
  return [
    numberColumn(words.number, null, (item) => item.position),
    wordsColumn(words.carriedHead, 10, (item) => (item.carried ? t.exports.yes : null)),
    wordsColumn(words.problem, 44, (item) => item.problem),
    wordsColumn(fields.code, 10, (item) => item.work?.code ?? null),
    wordsColumn(sheets.work, 30, (item) => item.work?.name ?? null),
    wordsColumn(t.facts.conditions.title, 14, ({ condition }) => (condition ? t.labels.conditionStates[condition.state] : null)),
    wordsColumn(sheets.level, 16, ({ condition }) => (condition ? named(t.desk.levels, String(condition.level)) : null)),
    wordsColumn(words.measure, 40, (item) => item.measure),
    wordsColumn(words.unit, 24, (item) => item.unit),
    wordsColumn(words.person, 12, (item) => item.person),
    dayColumn(words.due, (item) => item.dueOn),
    numberColumn(sheets.overdue, sheets.days, (item) => overdueDays(item, today)),
    wordsColumn(words.state, 10, (item) => (item.state === 'open' ? words.open : words.settled)),
    dayColumn(sheets.closedOn, (item) => item.settledOn),
    wordsColumn(words.settleWords, 40, (item) => item.settledWords),
    wordsColumn(t.annual.who, 20, (item) => item.settledBy && fill(t.project.someone, item.settledBy)),
  ]
}

const overdueDays = ({ dueOn, state }: MeetingItem, today: Day): number | null =>
  dueOn === null || state === 'settled' || dueOn >= today ? null : daysBetween(dueOn, today)
