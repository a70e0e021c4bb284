import type { Answered } from '../../../../db/queries/responsibilities'
import { fill, type Messages } from '../../../../domain/messages'
import { dayColumn, type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'

export function answeredColumns(t: Messages): SheetColumn<Answered>[] {
  const words = t.evaluation
  return [
    wordsColumn(t.exports.sheets.kind, 10, ({ kind }) => words.subjectKinds[kind]),
    wordsColumn(t.exports.fields.code, 10, ({ code }) => code),
    wordsColumn(words.subject, 36, ({ name }) => name),
    wordsColumn(words.unit, 30, ({ now }) => now?.name ?? null),
    dayColumn(words.since, ({ now }) => now?.fromDay ?? null),
    wordsColumn(words.earlier, 40, ({ earlier }) =>
      earlier.map(({ name, fromDay, toDay }) => fill(words.earlierSpan, { name, from: fromDay, to: toDay })).join('\n'),
    ),
  ]
}
