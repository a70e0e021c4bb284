import { projectHead } from '../../../../../db/queries/project'
import { type MilestoneRow, projectRecord } from '../../../../../db/queries/project-record'
import { noParameters } from '../../../../../domain/api/parameters'
import type { Day } from '../../../../../domain/calendar'
import type { Messages } from '../../../../../domain/messages'
import { slipWords } from '../../../../_components/milestone-state'
import { dayColumn, type SheetColumn, wordsColumn } from '../../../../_lib/sheet-columns'
import { sheetGet } from '../../../../_lib/sheet-file'
import { sheetTitle } from '../../sheet-title'

/** The milestones of a work, first to last, against the original and the current baseline. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t, path }) => {
  const head = projectHead(actor, path.code ?? '')
  return { title: sheetTitle(head, t.project.milestones), day, columns: columns(day, t), rows: projectRecord(head).milestones }
})

function columns(today: Day, t: Messages): SheetColumn<MilestoneRow>[] {
  const { outlook, exports: out } = t
  const { original, baseline, milestone: name } = outlook.slipColumns
  return [
    wordsColumn(name, 20, (row) => row.name),
    dayColumn(original, (row) => row.originalOn),
    dayColumn(baseline, (row) => row.baselineOn),
    dayColumn(outlook.marks.forecast, (row) => row.forecastOn),
    dayColumn(outlook.marks.met, (row) => row.metOn),
    wordsColumn(out.more.state, 20, (row) => slipWords(row, today, t)),
    dayColumn(t.labels.reviewStatuses.submitted, (row) => row.dates.find(({ status }) => status === 'submitted')?.plannedOn ?? null),
  ]
}
