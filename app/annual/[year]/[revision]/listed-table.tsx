import type { ListedWork } from '../../../../db/queries/year-lists'
import { fill, type Messages } from '../../../../domain/messages'
import { Wan } from '../../../_components/money'
import { type Column, Table } from '../../../_components/table'

/** A line a work, with its plan as it stood on the day of the list. */
export function ListedTable({ rows, t }: { rows: readonly ListedWork[]; t: Messages }) {
  return <Table caption={t.annual.listedTitle} columns={columns(t)} rows={rows} keyOf={({ code }) => code} />
}

const labelOf = (labels: Record<string, string>, code: string | null): string => (code === null ? '—' : (labels[code] ?? code))

function columns(t: Messages): Column<ListedWork>[] {
  const words = t.annual
  return [
    { key: 'code', head: words.code, kind: 'code', card: 'top', cell: ({ code }) => code },
    {
      key: 'name',
      head: words.name,
      card: 'title',
      cell: ({ code, name, listNote }) => (
        <span lang="zh-CN">
          <a href={`/projects/${code}`}>{name}</a>
          {listNote ? <span className="soft small block">{listNote}</span> : null}
        </span>
      ),
    },
    { key: 'level', head: words.level, wide: true, cell: ({ level }) => labelOf(t.labels.projectLevels, level) },
    { key: 'sector', head: t.projects.filterSector, wide: true, cell: ({ sector }) => labelOf(t.labels.sectors, sector) },
    {
      key: 'planned',
      head: words.planned,
      unit: t.common.wan,
      kind: 'figure',
      cell: ({ plannedYuan }) => <Wan yuan={plannedYuan} why={words.noSumWhy} />,
    },
    {
      key: 'original',
      head: words.original,
      unit: t.common.wan,
      kind: 'figure',
      wide: true,
      cell: ({ originalYuan }) => <Wan yuan={originalYuan} why={words.noSumWhy} />,
    },
    {
      key: 'months',
      head: words.months,
      cell: ({ startMonth, finishMonth, productionMonth }) => (
        <>
          {(startMonth ?? finishMonth) ? `${startMonth ?? '—'} – ${finishMonth ?? '—'}` : '—'}
          {productionMonth ? <span className="soft small block">{fill(words.production, { month: productionMonth })}</span> : null}
        </>
      ),
    },
    { key: 'goal', head: words.goal, card: 'full', cell: ({ imageGoal }) => <span lang="zh-CN">{imageGoal ?? '—'}</span> },
    {
      key: 'who',
      head: words.leaderUnit,
      cell: ({ leader, responsibleName, ownerName }) => (
        <span lang="zh-CN">{[leader, responsibleName ?? ownerName].filter(Boolean).join(' · ') || '—'}</span>
      ),
    },
    { key: 'document', head: words.documentNo, wide: true, cell: ({ documentNo }) => <span lang="zh-CN">{documentNo ?? '—'}</span> },
  ]
}
