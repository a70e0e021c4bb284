import type { People } from '../../../../../db/queries/people'
import { projectHead } from '../../../../../db/queries/project'
import { monthReports } from '../../../../../db/queries/project-months'
import { projectRecord } from '../../../../../db/queries/project-record'
import { noParameters } from '../../../../../domain/api/parameters'
import { type Instant, shanghaiDay } from '../../../../../domain/calendar'
import type { Messages } from '../../../../../domain/messages'
import { dayColumn, monthColumn, numberColumn, type SheetColumn, wanColumn, wordsColumn } from '../../../../_lib/sheet-columns'
import { sheetGet } from '../../../../_lib/sheet-file'
import type { MonthRow } from '../../month-cells'
import { monthRows } from '../../months-panel'
import { someone } from '../../review-words'
import { sheetTitle } from '../../sheet-title'

/** Every month of a work that was told or was due, a line a submission, the latest first. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t, path }) => {
  const head = projectHead(actor, path.code ?? '')
  const { updates, people } = projectRecord(head)
  return {
    title: sheetTitle(head, t.project.months),
    day,
    lines: [t.project.monthsNote],
    columns: [...toldColumns(t), ...reviewColumns(people, t)],
    rows: monthRows(updates, monthReports(head, day)),
  }
})

function toldColumns(t: Messages): SheetColumn<MonthRow>[] {
  const { project: words, labels, exports: out } = t
  return [
    monthColumn(words.month, ({ line }) => line.month),
    wordsColumn(out.fields.reportState, 10, ({ line, first }) => (first && line.report ? labels.reportStates[line.report.state] : null)),
    numberColumn(out.more.late, out.sheets.days, ({ line, first }) => (first && line.report?.lateDays) || null),
    numberColumn(out.more.attempt, null, ({ attempt }) => attempt?.update.revision ?? null),
    wordsColumn(words.state, 10, ({ attempt }) => attempt && labels.reviewStatuses[attempt.update.status]),
    wordsColumn(words.corrects, 24, ({ attempt }) => attempt?.update.revisionReason ?? null),
    wordsColumn(words.backfilled, 8, ({ attempt }) => (attempt?.update.backfilled ? out.yes : null)),
    wanColumn(out.more.before, t, ({ attempt }) => attempt?.before?.yearToDateYuan ?? null),
    wanColumn(out.fields.yearToDateYuan, t, ({ attempt }) => attempt?.update.yearToDateYuan ?? null),
    wanColumn(words.amount, t, ({ line, attempt }) => (attempt?.update.current ? (line.amount?.yuan ?? null) : null)),
    monthColumn(out.more.since, ({ line, attempt }) => (attempt?.update.current ? (line.amount?.since ?? null) : null)),
    wordsColumn(out.fields.step, 12, ({ attempt }) => attempt?.update.step ?? null),
    numberColumn(out.fields.percent, null, ({ attempt }) => attempt?.update.percent ?? null),
    wordsColumn(out.fields.progressText, 40, ({ attempt }) => attempt?.update.progressText ?? null),
  ]
}

const dayOf = (at: Instant | null): string | null => (at === null ? null : shanghaiDay(at))

function reviewColumns(people: People, t: Messages): SheetColumn<MonthRow>[] {
  const { project: words, exports: out } = t
  return [
    wordsColumn(words.who, 24, ({ attempt }) => attempt && someone(people, attempt.update.submittedBy, t)),
    dayColumn(out.more.submittedOn, ({ attempt }) => attempt && shanghaiDay(attempt.update.submittedAt)),
    wordsColumn(words.decided, 24, ({ attempt }) => (attempt?.update.decidedAt ? someone(people, attempt.update.decidedBy, t) : null)),
    dayColumn(out.more.decidedOn, ({ attempt }) => dayOf(attempt?.update.decidedAt ?? null)),
    wordsColumn(out.more.decision, 32, ({ attempt }) => attempt?.update.decisionReason ?? null),
  ]
}
