import type { TownRow } from '../../db/queries/towns'
import type { Messages } from '../../domain/messages'
import { atLeast, formatYi } from '../../domain/money'
import { isLowerBound } from '../../domain/rollup'
import { Table } from '../_components/table'
import { coverageWords, lightsWords, stagesWords, townHref, townName } from './town-words'

export function TownTable({ rows, t }: { rows: readonly TownRow[]; t: Messages }) {
  const heads = t.outlook.townColumns
  return (
    <Table
      caption={t.outlook.townsTitle}
      rows={rows}
      keyOf={({ town }) => town ?? ''}
      columns={[
        { key: 'town', head: heads.town, card: 'title', cell: (row: TownRow) => <Town row={row} t={t} /> },
        { key: 'works', head: heads.works, kind: 'figure', cell: ({ rollup }) => rollup.works },
        { key: 'stages', head: heads.stages, cell: (row) => stagesWords(row, t) || '—' },
        { key: 'lights', head: heads.lights, cell: (row) => lightsWords(row, t) },
        { key: 'planned', head: heads.planned, unit: t.common.yi, kind: 'figure', cell: ({ rollup }) => atLeast(rollup.plan, formatYi) },
        {
          key: 'approved',
          head: heads.approved,
          unit: t.common.yi,
          kind: 'figure',
          cell: ({ rollup: { approved } }) => `${isLowerBound(approved) ? '≥ ' : ''}${formatYi(approved.yuan)}`,
        },
        { key: 'coverage', head: heads.coverage, cell: (row) => coverageWords(row, t) },
      ]}
    />
  )
}

function Town({ row, t }: { row: TownRow; t: Messages }) {
  const href = townHref(row)
  const name = <span lang="zh-CN">{townName(row, t)}</span>
  return href === null ? name : <a href={href}>{name}</a>
}
