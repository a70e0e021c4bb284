import type { ChangedWork } from '../../../../db/queries/year-lists'
import type { Messages } from '../../../../domain/messages'
import { formatWan } from '../../../../domain/money'
import { projectHref } from '../../../../domain/project-params'
import { Wan } from '../../../_components/money'
import { type Column, Table } from '../../../_components/table'

/** What entered, left or was changed since the list, by how much and by which document. */
export function ChangesTable({ rows, t }: { rows: readonly ChangedWork[]; t: Messages }) {
  return <Table caption={t.annual.changesTitle} columns={columns(t)} rows={rows} keyOf={({ code }) => code} />
}

function columns(t: Messages): Column<ChangedWork>[] {
  const words = t.annual
  const why = ({ change }: ChangedWork) => (change === 'left' ? words.noPlanWhy : words.noSumWhy)
  return [
    { key: 'change', head: words.change, card: 'top', cell: ({ change }) => words.changes[change] },
    {
      key: 'name',
      head: words.name,
      card: 'title',
      cell: ({ code, name }) => (
        <a href={projectHref(code, 'money', 'plans')} lang="zh-CN">
          {code} {name}
        </a>
      ),
    },
    { key: 'then', head: words.listed, unit: t.common.wan, kind: 'figure', cell: (row) => <Wan yuan={row.thenYuan} why={why(row)} /> },
    { key: 'now', head: words.now, unit: t.common.wan, kind: 'figure', cell: (row) => <Wan yuan={row.nowYuan} why={why(row)} /> },
    { key: 'difference', head: words.difference, unit: t.common.wan, kind: 'figure', cell: differenceWords },
    {
      key: 'why',
      head: words.nowWhy,
      card: 'full',
      cell: ({ nowDocument, nowReason }) => (
        <span lang="zh-CN">
          {nowDocument ?? '—'}
          {nowReason ? <span className="soft small block">{nowReason}</span> : null}
        </span>
      ),
    },
  ]
}

/** Only between two known figures. */
function differenceWords({ thenYuan, nowYuan }: ChangedWork): string {
  if (thenYuan === null || nowYuan === null) return '—'
  const change = nowYuan - thenYuan
  return `${change < 0 ? '−' : '+'}${formatWan(Math.abs(change))}`
}
