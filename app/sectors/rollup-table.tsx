import type { ReactNode } from 'react'
import { type LightLevel, lightLevels } from '../../domain/light'
import { fill, type Messages } from '../../domain/messages'
import { stages } from '../../domain/project'
import { isLowerBound, isReportedBound, type Rollup } from '../../domain/rollup'
import { LayerYi } from '../_components/layer'
import { LightMark } from '../_components/light'
import { type Column, Table } from '../_components/table'

export type RollupRow = {
  key: string
  name: ReactNode
  note?: string | undefined
  rollup: Rollup
  /** The list's filter that shows exactly these works; null where no filter does. */
  filter: string | null
}

type Props = { caption: string; head: string; rows: readonly RollupRow[]; t: Messages }

/** Works by stage, investment in three layers, lights: each with its coverage, each count leading to its works. */
export function RollupTable({ caption, head, rows, t }: Props) {
  return <Table caption={caption} columns={columnsOf(head, t)} rows={rows} keyOf={(row) => row.key} />
}

function columnsOf(head: string, t: Messages): Column<RollupRow>[] {
  const words = t.chains
  const layer = (key: string, name: string, cell: Column<RollupRow>['cell']): Column<RollupRow> => ({
    key,
    head: name,
    unit: t.common.yi,
    kind: 'figure',
    cell,
  })
  return [
    { key: 'name', head, card: 'title', cell: ({ name, note }) => <Name name={name} note={note} /> },
    { key: 'works', head: words.works, unit: words.worksUnit, kind: 'figure', cell: (row) => <Works row={row} /> },
    { key: 'stages', head: words.byStage, card: 'full', cell: (row) => <Stages row={row} t={t} /> },
    layer('plan', words.investPlan, ({ rollup }) => <LayerYi total={rollup.plan} t={t} />),
    layer('reported', words.investReported, ({ rollup }) => <LayerYi total={rollup.reported} partial={isReportedBound(rollup)} t={t} />),
    layer('approved', words.investApproved, ({ rollup }) => (
      <LayerYi total={rollup.approved} partial={isLowerBound(rollup.approved)} t={t} />
    )),
    { key: 'lights', head: words.lights, card: 'full', cell: (row) => <Lights row={row} t={t} /> },
  ]
}

function Name({ name, note }: Pick<RollupRow, 'name' | 'note'>) {
  return (
    <>
      {name}
      {note ? <small className="coverage block">{note}</small> : null}
    </>
  )
}

function Works({ row: { rollup, filter } }: { row: RollupRow }) {
  return filter && rollup.works > 0 ? <a href={`/projects?${filter}`}>{rollup.works}</a> : rollup.works
}

function Stages({ row: { rollup, filter }, t }: { row: RollupRow; t: Messages }) {
  const known = stages.filter((stage) => rollup.byStage[stage] > 0)
  if (known.length === 0) return <span className="soft">{t.chains.noWorksYet}</span>
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1 small">
      {known.map((stage) => {
        const words = fill(t.chains.stageCount, { stage: t.labels.stages[stage], count: rollup.byStage[stage] })
        return filter ? (
          <a key={stage} href={`/projects?${filter}&stage=${stage}`} className="whitespace-nowrap">
            {words}
          </a>
        ) : (
          <span key={stage} className="whitespace-nowrap">
            {words}
          </span>
        )
      })}
    </span>
  )
}

function Lights({ row: { rollup, filter }, t }: { row: RollupRow; t: Messages }) {
  const lit = lightLevels.filter((level) => rollup.lights[level] > 0)
  if (lit.length === 0) return <span className="soft">{t.chains.lightsNone}</span>
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {lit.map((level) =>
        filter ? (
          <a key={level} href={`/projects?${filter}&light=${level}`}>
            <Lit level={level} count={rollup.lights[level]} t={t} />
          </a>
        ) : (
          <Lit key={level} level={level} count={rollup.lights[level]} t={t} />
        ),
      )}
    </span>
  )
}

function Lit({ level, count, t }: { level: LightLevel; count: number; t: Messages }) {
  const word = t.labels.lightLevels[level]
  return (
    <LightMark level={level} title={fill(t.chains.lightCount, { level: word, count })} bare>
      <span className="sr">{word} </span>
      {count}
    </LightMark>
  )
}
