import type { ReactNode } from 'react'
import type { LockedFigures, LockTotals } from '../../../db/queries/lock-figures'
import { lightLevels } from '../../../domain/light'
import { type TotalDimension, totalDimensions } from '../../../domain/lock'
import { fill, type Messages } from '../../../domain/messages'
import { formatYi } from '../../../domain/money'
import { LightMark } from '../../_components/light'
import { Unknown, YiTotal } from '../../_components/money'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { type Chains, groupName, total } from './figure-words'

type Props = { figures: LockedFigures; chains: Chains; exports: ReactNode; t: Messages }

/** The locked sums, each with how much of it is known; by sector, chain, level and town. */
export function FiguresPanel({ figures, chains, exports, t }: Props) {
  const words = t.months
  return (
    <Panel title={words.figures} note={fill(words.revision, { revision: figures.lock.revision })} aside={exports} flush>
      {totalDimensions.map((dimension) =>
        figures.by[dimension].length > 0 ? (
          <div key={dimension} className="lock-totals">
            <Table
              caption={words.by[dimension]}
              columns={columns(dimension, chains, t)}
              rows={figures.by[dimension]}
              keyOf={({ key }) => key}
            />
          </div>
        ) : null,
      )}
    </Panel>
  )
}

function columns(dimension: TotalDimension, chains: Chains, t: Messages): Column<LockTotals>[] {
  const words = t.months
  const unit = t.common.yi
  const sum = (key: string, head: string, of: (row: LockTotals) => ReturnType<typeof total>, wide = false): Column<LockTotals> => ({
    key,
    head,
    unit,
    kind: 'figure',
    wide,
    cell: (row) => <YiTotal total={of(row)} t={t} />,
  })
  return [
    { key: 'group', head: words.by[dimension], card: 'title', cell: (row) => groupName(dimension, row.key, chains, t) },
    { key: 'works', head: words.works, kind: 'figure', cell: (row) => String(row.works) },
    sum('original', words.planOriginal, (row) => total(row.planOriginalYuan, row.planOriginalKnown, row), true),
    sum('plan', words.plan, (row) => total(row.planYuan, row.planKnown, row)),
    sum('year', words.yearToDate, (row) => total(row.yearToDateYuan, row.yearToDateKnown, row)),
    sum('flow', words.flow, (row) => total(row.flowYuan, row.flowKnown, row), true),
    { key: 'invested', head: words.invested, unit, kind: 'figure', cell: (row) => <Invested row={row} t={t} /> },
    { key: 'lights', head: words.lights, cell: (row) => lightsOf(row, t) },
    ...(dimension === 'chain'
      ? [{ key: 'output', head: words.output, unit, kind: 'figure' as const, cell: (row: LockTotals) => outputOf(row, t) }]
      : []),
  ]
}

/** A sum of works each of which is known may still be a lower bound: what was invested before is not. */
function Invested({ row, t }: { row: LockTotals; t: Messages }) {
  const sum = total(row.investedYuan, row.investedKnown, row)
  return (
    <>
      {sum.unknown === 0 && row.investedPartial > 0 ? '≥ ' : ''}
      <YiTotal total={sum} t={t} />
    </>
  )
}

function lightsOf({ lights }: LockTotals, t: Messages) {
  return lightLevels.flatMap((level) =>
    lights[level]
      ? [
          <LightMark key={level} level={level} title={t.labels.lightLevels[level]} bare>
            {`${t.labels.lightLevels[level]} ${lights[level]}`}
          </LightMark>,
          ' ',
        ]
      : [],
  )
}

function outputOf({ key, outputYuan, outputKnown, outputUnknown, outputThrough }: LockTotals, t: Messages) {
  if (key === '') return ''
  const known = outputKnown ?? 0
  const note = fill(t.months.outputNote, { known, all: known + (outputUnknown ?? 0), through: outputThrough ?? '—' })
  return outputYuan === null ? <Unknown why={note} /> : <span title={note}>{formatYi(outputYuan)}</span>
}
