import { changeCounts, changedWorks, listedAPage, listedWorks, type YearListItem, yearList } from '../../../../../db/queries/year-lists'
import { yearListParams } from '../../../../../domain/annual-plan-params'
import { fill, type Messages } from '../../../../../domain/messages'
import { idOf } from '../../../../_lib/query'
import type { Viewer } from '../../../../_lib/session'
import { totalLine } from '../../../../_lib/sheet-columns'
import { type Asked, sheetGet } from '../../../../_lib/sheet-file'
import { byPage } from '../../../../_lib/sheet-steps'
import { statusText } from '../../../lists-panel'
import { changedColumns, listedColumns } from './columns'

const params = yearListParams.omit({ page: true })

/** A published list as it was, and the same list beside what is in force now. */
const listed = sheetGet(params, (viewer, _, asked) => {
  const { list, head } = headOf(viewer, asked)
  const { t } = asked
  const total = { yuan: list.plannedYuan, known: list.plannedKnown, unknown: list.works - list.plannedKnown }
  return {
    ...head,
    lines: [...head.lines, totalLine(t.annual.listSum, total, t)],
    columns: listedColumns(t),
    rows: byPage(listedAPage, (page) => listedWorks(list, page)),
  }
})

const changed = sheetGet(params, (viewer, _, asked) => {
  const { list, head } = headOf(viewer, asked)
  const { t } = asked
  return {
    ...head,
    title: `${head.title} ${t.annual.changesTitle}`,
    lines: [...head.lines, fill(t.annual.changeSum, changeCounts(list))],
    columns: changedColumns(t),
    rows: byPage(listedAPage, (page) => changedWorks(list, page)),
  }
})

export const GET: typeof listed = (request, context) =>
  (new URL(request.url).searchParams.get('view') === 'changes' ? changed : listed)(request, context)

function headOf({ actor }: Viewer, { day, t, path }: Asked) {
  const { list } = yearList(actor, idOf(path.year ?? ''), idOf(path.revision ?? ''))
  const { title, documentNo, day: of } = list
  const lines = [fill(t.annual.listLead, { title, documentNo, day: of }), statusText(list, t)]
  return { list, head: { title: titleOf(list, t), day, lines } }
}

const titleOf = ({ year, revision }: YearListItem, { annual }: Messages): string => fill(annual.listTitle, { year, revision })
