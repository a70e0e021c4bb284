import { lateList, mostLate } from '../../../../db/queries/late-list'
import { dueMonth } from '../../../../domain/duty'
import type { LateUnit, LateWork } from '../../../../domain/late-list'
import { fill, type Messages } from '../../../../domain/messages'
import { lateParams } from '../../../../domain/months-params'
import { dayWords, monthWords } from '../../../_lib/locale'
import { type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { sheetGet } from '../../../_lib/sheet-file'

type Row = { unit: LateUnit; work: LateWork }

/** Who has not reported a month, a line a work, by unit; whom to call only for the bureau, as on the page. */
export const GET = sheetGet(lateParams.omit({ page: true }), ({ actor, locale }, asked, { day, t }) => {
  const month = asked.month ?? dueMonth(day)
  const { dueOn, source, units, more } = lateList(actor, month, day)
  const words = t.months
  const notes = { due: [], locked: [words.lateLocked], computed: [words.lateComputed], none: [words.lateUnknown] }
  return {
    title: `${words.lateTitle} ${month}`,
    day,
    lines: [
      fill(words.lateLead, { month: monthWords(month, locale), due: dayWords(dueOn, locale) }),
      ...notes[source ?? 'none'],
      ...(more ? [fill(words.lateMore, { most: mostLate })] : []),
    ],
    columns: columns(actor.role === 'bureau', t),
    rows: units.flatMap((unit) => unit.works.map((work): Row => ({ unit, work }))),
  }
})

function columns(contacts: boolean, t: Messages): SheetColumn<Row>[] {
  const { fields, more } = t.exports
  return [
    wordsColumn(more.unit, 28, ({ unit }) => unit.unit ?? t.months.lateNobody),
    wordsColumn(fields.code, 10, ({ work }) => work.code),
    wordsColumn(fields.name, 30, ({ work }) => work.name),
    wordsColumn(fields.reportState, 12, ({ work }) => t.labels.reportStates[work.state]),
    ...(contacts ? [wordsColumn<Row>(more.contacts, 24, ({ unit }) => unit.contacts.join('、'))] : []),
  ]
}
