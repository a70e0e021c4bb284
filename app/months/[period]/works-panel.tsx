import type { LockRow, LockWorkRow } from '../../../db/queries/lock-figures'
import { lightLevels } from '../../../domain/light'
import type { Messages } from '../../../domain/messages'
import { Chip, Chips } from '../../_components/chip'
import { Empty } from '../../_components/empty'
import { LightMark } from '../../_components/light'
import { Wan } from '../../_components/money'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'

type To = (change: Record<string, string | number | null>) => string
type Props = { rows: readonly LockWorkRow[]; light: string | null; lock: LockRow; to: To; t: Messages }

/** Work by work, as they were when the lock was read: names and units too. */
export function WorksPanel({ rows, light, to, t }: Props) {
  const words = t.months
  const chips = (
    <Chips>
      {lightLevels.map((level) => (
        <Chip key={level} href={to({ light: light === level ? null : level })} on={light === level} t={t}>
          {t.labels.lightLevels[level]}
        </Chip>
      ))}
    </Chips>
  )
  return (
    <Panel title={words.worksInLock} aside={chips} flush>
      {rows.length > 0 ? (
        <Table caption={words.worksInLock} columns={columns(t)} rows={rows} keyOf={({ projectId }) => projectId} />
      ) : (
        <Empty title={words.none}>{words.noneHint}</Empty>
      )}
    </Panel>
  )
}

function columns(t: Messages): Column<LockWorkRow>[] {
  const words = t.months
  const why = words.coverageWhy
  const unit = t.common.wan
  return [
    { key: 'code', head: t.projects.code, kind: 'code', card: 'top', cell: ({ code }) => code },
    {
      key: 'name',
      head: t.projects.name,
      card: 'title',
      cell: ({ code, name, ownerName }) => (
        <span lang="zh-CN">
          <a href={`/projects/${code}`}>{name}</a>
          <div className="soft small">{ownerName}</div>
        </span>
      ),
    },
    { key: 'stage', head: words.stageHead, cell: ({ stage }) => t.labels.stages[stage] },
    { key: 'plan', head: words.plan, unit, kind: 'figure', cell: ({ planYuan }) => <Wan yuan={planYuan} why={why} /> },
    { key: 'year', head: words.yearToDate, unit, kind: 'figure', cell: ({ yearToDateYuan }) => <Wan yuan={yearToDateYuan} why={why} /> },
    { key: 'flow', head: words.flow, unit, kind: 'figure', wide: true, cell: ({ flowYuan }) => <Wan yuan={flowYuan} why={why} /> },
    {
      key: 'invested',
      head: words.invested,
      unit,
      kind: 'figure',
      cell: ({ investedYuan, investedPartial }) => (
        <>
          {investedYuan !== null && investedPartial ? '≥ ' : ''}
          <Wan yuan={investedYuan} why={why} />
        </>
      ),
    },
    { key: 'report', head: words.reports, cell: ({ reportState }) => t.labels.reportStates[reportState] },
    {
      key: 'light',
      head: words.lights,
      cell: ({ lightLevel }) => <LightMark level={lightLevel}>{t.labels.lightLevels[lightLevel]}</LightMark>,
    },
  ]
}
