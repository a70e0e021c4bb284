import { chainNames } from '../../../db/queries/plan'
import { type TimelineRow, timeline, timelineWorksAPage } from '../../../db/queries/timeline'
import type { Day } from '../../../domain/calendar'
import type { Messages } from '../../../domain/messages'
import { timelineParams } from '../../../domain/outlook-params'
import { markDay, markKind, type TimelineMilestone } from '../../../domain/picture/timeline'
import { dayColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { worksFilter } from '../../_lib/sheet-filter'
import { byPage } from '../../_lib/sheet-steps'

type Row = { work: TimelineRow; milestone: TimelineMilestone }

/** Every dated milestone of the works the filter shows, a line each; the window of the picture narrows nothing. */
export const GET = sheetGet(timelineParams.omit({ page: true, zoom: true, year: true }), ({ actor }, filter, { day, t }) => ({
  title: t.outlook.timelineTitle,
  day,
  filter: worksFilter(filter, { chains: chainNames() }, t),
  columns: columns(day, t),
  rows: milestonesOf(byPage(timelineWorksAPage, (page) => timeline(actor, filter, page).rows)),
}))

async function* milestonesOf(works: AsyncIterable<TimelineRow>): AsyncGenerator<Row> {
  for await (const work of works) {
    yield* work.milestones.filter((milestone) => markDay(milestone) !== null).map((milestone) => ({ work, milestone }))
  }
}

function columns(today: Day, t: Messages): SheetColumn<Row>[] {
  const { outlook, exports: out } = t
  const { original, baseline, milestone: name } = outlook.slipColumns
  return [
    wordsColumn(out.fields.code, 10, ({ work }) => work.code),
    wordsColumn(out.sheets.work, 30, ({ work }) => work.work),
    wordsColumn(out.sheets.light, 8, ({ work }) => t.labels.lightLevels[work.light]),
    wordsColumn(name, 20, ({ milestone }) => milestone.name),
    wordsColumn(out.more.state, 14, ({ milestone }) => outlook.marks[markKind(milestone, today)]),
    dayColumn(original, ({ milestone }) => milestone.originalOn),
    dayColumn(baseline, ({ milestone }) => milestone.baselineOn),
    dayColumn(outlook.marks.forecast, ({ milestone }) => milestone.forecastOn),
    dayColumn(outlook.marks.met, ({ milestone }) => milestone.metOn),
  ]
}
