import { type QueueRow, reviewQueue } from '../../../db/queries/review-queue'
import { type Day, daysBetween, shanghaiDay } from '../../../domain/calendar'
import type { Locale, Messages } from '../../../domain/messages'
import { queueParams } from '../../../domain/sheet-params'
import { aboutWords, kindWords } from '../../_components/decision-words'
import { lightWords } from '../../_components/light'
import { dayColumn, numberColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { named, told } from '../../_lib/sheet-filter'
import { byPage } from '../../_lib/sheet-steps'

const rowsAStep = 200

/** Everything that waits for a second person, the most urgent first; read once, so that nothing decided meanwhile shifts it. */
export const GET = sheetGet(queueParams, ({ actor, locale }, { kind }, { day, t }) => {
  const { rows } = reviewQueue(actor, day, kind ?? null, Number.MAX_SAFE_INTEGER)
  return {
    title: t.reviews.queue,
    day,
    filter: told(t.exports.more.kind, named(t.reviews.kinds, kind), t),
    lines: [t.reviews.order],
    columns: columns(day, locale, t),
    rows: byPage(rowsAStep, (page) => rows.slice((page - 1) * rowsAStep, page * rowsAStep)),
  }
})

function columns(today: Day, locale: Locale, t: Messages): SheetColumn<QueueRow>[] {
  const { reviews: words, exports: out } = t
  return [
    wordsColumn(out.more.kind, 14, (row) => kindWords(row.kind, t)),
    wordsColumn(out.fields.code, 10, (row) => row.code),
    wordsColumn(out.sheets.group, 30, (row) => row.title),
    wordsColumn(out.fields.ownerName, 24, (row) => row.unit),
    wordsColumn(out.more.about, 24, (row) => aboutWords(row.kind, row.about, locale, t)),
    numberColumn(out.more.attempt, null, (row) => row.attempt),
    dayColumn(out.more.submittedOn, (row) => shanghaiDay(row.submittedAt)),
    numberColumn(out.more.waiting, out.sheets.days, (row) => daysBetween(shanghaiDay(row.submittedAt), today)),
    wordsColumn(out.sheets.light, 8, (row) => row.light && t.labels.lightLevels[row.light.level]),
    wordsColumn(out.fields.lightReason, 28, (row) => row.light && lightWords(row.light, t)),
    wordsColumn(words.ownShort, 10, (row) => (row.own ? out.yes : null)),
  ]
}
