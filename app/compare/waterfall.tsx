import { fill, type Messages } from '../../domain/messages'
import { formatYi } from '../../domain/money'
import type { Bridge, ComparedMeasure } from '../../domain/period-compare'
import { type DrawnStep, drawWaterfall, waterfallSheet } from '../../domain/picture/waterfall'
import { Panel } from '../_components/panel'
import { Picture } from '../_components/picture'
import { Table } from '../_components/table'

type Props = { measure: ComparedMeasure; from: string; to: string; bridge: Bridge; t: Messages }

/** How one sum became the other: the first, what entered, what left, what changed, the second. */
export function Waterfall({ measure, from, to, bridge, t }: Props) {
  const words = t.outlook
  const name = fill(words.waterfall, { measure: t.months.measures[measure], from, to })
  const { steps, cut } = drawWaterfall(bridge)
  const said = (step: DrawnStep) =>
    `${labelOf(step, from, to, t)} ${figureOf(step)} (${fill(words.waterfallKnown, { known: step.told.known })})`
  return (
    <Panel title={name} note={cut ? `${words.waterfallNote} · ${words.waterfallCut}` : words.waterfallNote}>
      <Picture
        name={name}
        file={`${measure}-${from}-${to}`.replaceAll('@', '-')}
        width={waterfallSheet.width}
        height={waterfallSheet.height}
        told={steps.map(said).join('; ')}
        numbers={<Numbers {...{ name, steps, from, to, t }} />}
        t={t}
      >
        {steps.map((step, at) => (
          <Step key={step.part} step={step} next={steps[at + 1]} label={labelOf(step, from, to, t)} cut={cut} t={t} />
        ))}
      </Picture>
    </Panel>
  )
}

const labelOf = ({ part }: DrawnStep, from: string, to: string, { outlook }: Messages): string =>
  fill(outlook.waterfallParts[part], { name: part === 'to' ? to : from })

/** A sum of nothing known is “—”. */
function figureOf({ kind, part, yuan, told }: DrawnStep): string {
  if (kind === 'total') return told.known === 0 ? '—' : formatYi(yuan)
  if (part !== 'changed' && told.works === 0) return '0'
  if (part !== 'changed' && told.known === 0) return '—'
  return `${yuan > 0 ? '+' : ''}${formatYi(yuan)}`.replace('-', '−')
}

type StepProps = { step: DrawnStep; next: DrawnStep | undefined; label: string; cut: boolean; t: Messages }
const looks = { total: 'pic-total', rise: 'pic-rise', fall: 'pic-fall' } as const

function Step({ step, next, label, cut, t }: StepProps) {
  const middle = step.x + step.width / 2
  const foot = waterfallSheet.height - waterfallSheet.bottom
  return (
    <g>
      <rect className={looks[step.kind]} x={step.x} y={step.y} width={step.width} height={step.height} />
      {cut && step.kind === 'total' ? (
        <path className="pic-cut" d={`M${step.x - 3} ${foot - 8}L${step.x + step.width + 3} ${foot - 14}`} />
      ) : null}
      {next ? <path className="pic-rule" d={`M${step.x + step.width} ${step.levelY}H${next.x}`} /> : null}
      <text className="pic-strong" x={middle} y={step.y - 7} textAnchor="middle">
        {figureOf(step)}
      </text>
      <text x={middle} y={waterfallSheet.height - 24} textAnchor="middle">
        {label}
      </text>
      <text className="pic-soft" x={middle} y={waterfallSheet.height - 8} textAnchor="middle">
        {step.part === 'changed' ? '' : fill(t.outlook.waterfallKnown, { known: step.told.known })}
      </text>
    </g>
  )
}

type NumbersProps = { name: string; steps: readonly DrawnStep[]; from: string; to: string; t: Messages }

function Numbers({ name, steps, from, to, t }: NumbersProps) {
  const heads = t.outlook.waterfallColumns
  const counted = (step: DrawnStep, value: number) => (step.part === 'changed' && value > 0 ? `+${value}` : String(value))
  return (
    <Table
      caption={name}
      rows={steps}
      keyOf={({ part }) => part}
      columns={[
        { key: 'part', head: heads.part, card: 'title', cell: (step: DrawnStep) => labelOf(step, from, to, t) },
        { key: 'yuan', head: heads.yuan, kind: 'figure', cell: figureOf },
        { key: 'known', head: heads.known, kind: 'figure', cell: (step) => counted(step, step.told.known) },
        { key: 'works', head: heads.works, kind: 'figure', cell: ({ part, told }) => (part === 'changed' ? '' : String(told.works)) },
      ]}
    />
  )
}
