import { projectFunds } from '../../../../../db/queries/fund-panel'
import { projectHead } from '../../../../../db/queries/project'
import { noParameters } from '../../../../../domain/api/parameters'
import { amountOf, type FundLine, fundMeasures } from '../../../../../domain/fund'
import type { Messages } from '../../../../../domain/messages'
import type { ReviewStatus } from '../../../../../domain/review-workflow'
import { type SheetColumn, wanColumn, wordsColumn } from '../../../../_lib/sheet-columns'
import { sheetGet } from '../../../../_lib/sheet-file'
import { reviewWords } from '../../review-words'
import { sheetTitle } from '../../sheet-title'

type Row = { quarter: string; status: ReviewStatus; line: FundLine }

/** A work's money by source as last approved, and beside it what waits for review. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t, path }) => {
  const head = projectHead(actor, path.code ?? '')
  const { approved, waiting, people } = projectFunds(actor, head.work.code, day)
  const told = [approved, waiting].filter((row) => row !== null)
  return {
    title: sheetTitle(head, t.funds.title),
    day,
    lines: told.map((row) => `${row.quarter} ${reviewWords(row, people, t)}`),
    columns: columns(t),
    rows: told.flatMap(({ quarter, status, lines }) => lines.map((line): Row => ({ quarter, status, line }))),
  }
})

function columns(t: Messages): SheetColumn<Row>[] {
  const { funds: words, exports: out } = t
  return [
    wordsColumn(words.quarter, 9, (row) => row.quarter),
    wordsColumn(out.more.state, 10, (row) => t.labels.reviewStatuses[row.status]),
    wordsColumn(words.source, 20, ({ line }) => line.name),
    ...fundMeasures.map((measure) => wanColumn<Row>(words.measures[measure], t, ({ line }) => amountOf(line, measure))),
  ]
}
