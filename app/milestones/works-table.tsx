import type { LayRow } from '../../db/queries/milestones-to-lay'
import { fill, type Messages } from '../../domain/messages'
import { StageWord } from '../_components/badge'
import { type Column, Table } from '../_components/table'

type Props = { rows: readonly LayRow[]; nameOf: (template: string) => string; t: Messages }

/** The works to tick, with the milestones each has. */
export function WorksTable({ rows, nameOf, t }: Props) {
  return <Table caption={t.milestones.works} columns={columns(nameOf, t)} rows={rows} keyOf={(row) => row.code} />
}

function columns(nameOf: Props['nameOf'], t: Messages): Column<LayRow>[] {
  const heads = t.milestones.columns
  return [
    {
      key: 'tick',
      head: heads.tick,
      card: 'top',
      cell: (row) => (
        <label className="row-tick">
          <input type="checkbox" name="codes[]" value={row.code} aria-label={fill(t.milestones.tick, { name: row.name })} />
        </label>
      ),
    },
    { key: 'code', head: t.projects.code, kind: 'code', card: 'top', cell: (row) => row.code },
    {
      key: 'work',
      head: heads.work,
      card: 'title',
      cell: (row) => (
        <a href={`/projects/${row.code}/milestones`} lang="zh-CN">
          {row.name}
        </a>
      ),
    },
    { key: 'stage', head: heads.stage, cell: (row) => <StageWord stage={row.stage} t={t} /> },
    {
      key: 'owner',
      head: heads.owner,
      wide: true,
      cell: (row) => (row.ownerName ? <span lang="zh-CN">{row.ownerName}</span> : <span className="slow">{t.projects.noOwner}</span>),
    },
    { key: 'there', head: heads.there, card: 'full', cell: (row) => <There row={row} nameOf={nameOf} t={t} /> },
  ]
}

function There({ row, nameOf, t }: { row: LayRow; nameOf: Props['nameOf']; t: Messages }) {
  const words = t.milestones
  if (row.there.length === 0) return <span className="soft">{words.thereNone}</span>
  return (
    <span title={row.there.join(' → ')}>
      {row.template ? `${nameOf(row.template)} · ` : ''}
      {fill(words.there, { count: row.there.length, dated: row.dated })}
    </span>
  )
}
