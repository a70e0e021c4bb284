import type { FindingFact, WorkFact } from '../../domain/bulletin'
import { oneDecimal, signed } from '../../domain/bulletin-words'
import type { Messages } from '../../domain/messages'
import { LightMark } from '../_components/light'
import { Wan } from '../_components/money'
import type { Column } from '../_components/table'

export function extractWorks(t: Messages): Column<WorkFact>[] {
  const words = t.bulletins
  const why = words.unknownFigure
  return [
    { key: 'code', head: words.columnCode, kind: 'code', card: 'top', cell: ({ code }) => <a href={`/projects/${code}`}>{code}</a> },
    { key: 'name', head: words.columnWork, card: 'title', cell: ({ name }) => <span lang="zh-CN">{name}</span> },
    { key: 'plan', head: words.columnPlan, unit: t.common.wan, kind: 'figure', cell: ({ planYuan }) => <Wan yuan={planYuan} why={why} /> },
    { key: 'done', head: words.columnDone, unit: t.common.wan, kind: 'figure', cell: ({ doneYuan }) => <Wan yuan={doneYuan} why={why} /> },
    { key: 'month', head: words.columnMonth, tight: true, cell: ({ month }) => month ?? '—' },
    { key: 'completion', head: words.columnCompletion, unit: '%', kind: 'figure', cell: ({ completion }) => oneDecimal(completion) },
    { key: 'gap', head: words.columnGap, unit: t.common.points, kind: 'figure', cell: ({ gap }) => signed(gap) },
    { key: 'light', head: words.columnLight, cell: ({ light }) => <LightMark level={light}>{t.labels.lightLevels[light]}</LightMark> },
    { key: 'rating', head: words.columnRating, cell: ({ rating }) => (rating === null ? '—' : t.labels.ratingLevels[rating]) },
  ]
}

export function extractFindings(t: Messages): Column<FindingFact>[] {
  const words = t.bulletins
  return [
    {
      key: 'number',
      head: words.columnNumber,
      tight: true,
      card: 'top',
      cell: ({ number }) => <a href={`/findings/${number}`}>{number}</a>,
    },
    { key: 'facts', head: words.columnFinding, card: 'title', cell: ({ facts }) => <span lang="zh-CN">{facts}</span> },
    { key: 'due', head: words.columnDue, tight: true, cell: ({ dueOn }) => dueOn ?? '—' },
    { key: 'state', head: words.columnStands, cell: ({ state }) => t.labels.findingStates[state] },
  ]
}
