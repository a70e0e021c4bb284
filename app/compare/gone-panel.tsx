import type { LockWorkRow } from '../../db/queries/lock-figures'
import { fill, type Messages } from '../../domain/messages'
import { projectHref } from '../../domain/project-params'
import { Folded } from '../_components/folded'
import { Wan } from '../_components/money'
import { Panel } from '../_components/panel'
import { Table } from '../_components/table'

const mostShown = 12

type Props = { title: string; none: string; rows: readonly LockWorkRow[]; t: Messages }

/** Works that are in one of the two only, with the figures they brought or took away. */
export function GonePanel({ title, none, rows, t }: Props) {
  const words = t.months
  if (rows.length === 0) return <Panel title={title}>{none}</Panel>
  return (
    <Panel title={title} flush>
      <Folded rows={rows} most={mostShown} more={fill(words.compareAll, { count: rows.length })}>
        {(shown) => <GoneTable title={title} rows={shown} t={t} />}
      </Folded>
    </Panel>
  )
}

function GoneTable({ title, rows, t }: Pick<Props, 'title' | 'rows' | 't'>) {
  const words = t.months
  const wan = (key: 'planYuan' | 'yearToDateYuan' | 'investedYuan') => ({
    key,
    head: words.measures[key],
    unit: t.common.wan,
    kind: 'figure' as const,
    cell: (row: LockWorkRow) => <Wan yuan={row[key]} why={words.coverageWhy} />,
  })
  return (
    <Table
      caption={title}
      columns={[
        { key: 'code', head: t.projects.code, kind: 'code', card: 'top', cell: ({ code }: LockWorkRow) => code },
        {
          key: 'name',
          head: t.projects.name,
          card: 'title',
          cell: ({ code, name }: LockWorkRow) => (
            <a href={projectHref(code, 'history', 'history')} lang="zh-CN">
              {name}
            </a>
          ),
        },
        { key: 'stage', head: words.stageHead, cell: ({ stage }: LockWorkRow) => t.labels.stages[stage] },
        wan('planYuan'),
        wan('yearToDateYuan'),
        wan('investedYuan'),
      ]}
      rows={rows}
      keyOf={({ projectId }) => projectId}
    />
  )
}
