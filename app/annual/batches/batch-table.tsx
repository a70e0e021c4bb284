import type { BatchRow } from '../../../db/queries/annual-batches'
import type { BatchState } from '../../../domain/annual-plan-batches'
import type { LightLevel } from '../../../domain/light'
import type { Messages } from '../../../domain/messages'
import { StageWord } from '../../_components/badge'
import { LightMark } from '../../_components/light'
import { Unknown } from '../../_components/money'
import { type Column, Table } from '../../_components/table'

const levels: Record<BatchState, LightLevel> = { done: 'green', 'done-late': 'yellow', unplanned: 'none', open: 'none', overdue: 'red' }

export function BatchTable({ rows, t }: { rows: readonly BatchRow[]; t: Messages }) {
  return <Table caption={t.annual.list} columns={columns(t)} rows={rows} keyOf={({ code }) => code} />
}

function columns(t: Messages): Column<BatchRow>[] {
  const words = t.annual
  return [
    { key: 'code', head: words.code, kind: 'code', card: 'top', cell: ({ code }) => code },
    {
      key: 'name',
      head: words.name,
      card: 'title',
      cell: ({ code, name, ownerName }) => (
        <>
          <a href={`/projects/${code}`} lang="zh-CN">
            {name}
          </a>
          {ownerName ? (
            <span className="soft small block" lang="zh-CN">
              {ownerName}
            </span>
          ) : null}
        </>
      ),
    },
    { key: 'stage', head: words.stage, cell: ({ stage }) => <StageWord stage={stage} t={t} /> },
    { key: 'planned', head: words.plannedMonth, cell: ({ planned }) => planned ?? <Unknown why={words.noMonthWhy} /> },
    { key: 'done', head: words.doneOn, cell: ({ doneOn }) => doneOn ?? <Unknown why={words.notDoneWhy} /> },
    {
      key: 'state',
      head: words.batchState,
      card: 'top',
      cell: ({ state }) => <LightMark level={levels[state]}>{words.batchStates[state]}</LightMark>,
    },
  ]
}
