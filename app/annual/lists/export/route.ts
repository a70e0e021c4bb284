import type { People } from '../../../../db/queries/people'
import { type YearListItem, yearListsOf } from '../../../../db/queries/year-lists'
import { annualParams } from '../../../../domain/annual-plan-params'
import { yearOf } from '../../../../domain/calendar'
import type { Messages } from '../../../../domain/messages'
import { isLateList } from '../../../../domain/year-list'
import { dayColumn, numberColumn, type SheetColumn, totalColumns, wordsColumn } from '../../../_lib/sheet-columns'
import { sheetGet } from '../../../_lib/sheet-file'
import { statusText, whoWords } from '../../lists-panel'

/** What was published of a year, the latest first; what waits to be is the bureau's. */
export const GET = sheetGet(annualParams.pick({ year: true }), ({ actor }, asked, { day, t }) => {
  const year = asked.year ?? yearOf(day)
  const { rows, people } = yearListsOf(actor, year)
  return { title: `${t.annual.lists} ${year}`, day, columns: columns(people, t), rows }
})

function columns(people: People, t: Messages): SheetColumn<YearListItem>[] {
  const words = t.annual
  return [
    numberColumn(words.revisionHead, null, (row) => row.revision),
    wordsColumn(words.documentNo, 22, (row) => row.documentNo),
    wordsColumn(words.titleField, 40, (row) => row.title),
    dayColumn(words.day, (row) => row.day),
    wordsColumn(words.lateMark, 10, (row) => (isLateList(row) ? t.exports.yes : null)),
    numberColumn(words.listWorks, null, (row) => row.works),
    ...totalColumns<YearListItem>(words.listSum, t, ({ works, plannedYuan, plannedKnown }) => ({
      ...{ yuan: plannedYuan, known: plannedKnown, unknown: works - plannedKnown },
    })),
    wordsColumn(words.listStatus, 16, (row) => statusText(row, t)),
    wordsColumn(words.reason, 30, (row) => row.reason),
    wordsColumn(words.who, 44, (row) => whoWords(row, people, t)),
  ]
}
