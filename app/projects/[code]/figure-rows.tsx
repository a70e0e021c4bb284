import type { ReactNode } from 'react'
import type { UpdateRow } from '../../../db/queries/update-facts'
import { yearOf } from '../../../domain/calendar'
import { countedQuantity } from '../../../domain/counted-quantity'
import { fill } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import type { Quantity } from '../../../domain/plan'
import type { Figure, Layer } from '../../../domain/project-layers'
import { onePlace } from '../../../domain/rating'
import { Unknown } from '../../_components/money'
import { ClauseAccount, SheetAccount, UpdateAccount } from './accounts'
import type { FigureRow } from './figure-row'
import { InvestedCell } from './invested-cell'
import { SeenCell } from './seen-cell'
import { siteRows } from './seen-rows'
import { waitingOrCurrent } from './sheet-in-view'
import type { ProjectPageProps } from './view'

type UpdateFigure<Value> = Figure<UpdateRow, Value> | null

/** Total, invested so far, the year and its completion, progress, and what the plan counts the work by. */
export function figureRows(view: ProjectPageProps): FigureRow[] {
  const { layers, t } = view
  const seen = <Unknown why={view.visits.last ? t.project.seenNotLooked : t.project.notSeen} />
  const silent = <Unknown why={t.project.planSaysNot} />
  const invested: FigureRow = {
    key: 'invested',
    name: t.project.invested,
    unit: t.common.wan,
    plan: silent,
    reported: <InvestedCell layer="reported" view={view} />,
    approved: <InvestedCell layer="approved" view={view} />,
    seen,
  }
  const told = [layers.approved, layers.reported].flatMap((layer) => layer.yearToDate?.update.period ?? [])
  const years = [...new Set([...told.map(yearOf), ...(view.seen.yearToDate ? [view.seen.yearToDate.year] : [])])]
  const hasProgress = layers.reported.step || layers.reported.percent || view.seen.of.has('step') || view.seen.of.has('percent')
  return [
    totalRow(view, seen),
    invested,
    ...years.flatMap((year) => yearRows(view, year, silent, seen)),
    ...(hasProgress ? [progressRow(view, silent)] : []),
    ...quantityRows(view, seen),
    ...siteRows(view),
  ]
}

/** A year's sum and its share of the annual plan; a layer that speaks of another year is silent here. */
function yearRows(view: ProjectPageProps, year: number, plan: ReactNode, seen: ReactNode): FigureRow[] {
  const { layers, record, t } = view
  const words = t.project
  const planned = record.plans.find((row) => row.current && row.year === year)?.plannedYuan ?? null
  const inYear = (figure: UpdateFigure<number>) => (figure && yearOf(figure.update.period) === year ? figure : null)
  const sum = (layer: Layer<UpdateRow>, why: string) => <Told figure={inYear(layer.yearToDate)} text={formatWan} why={why} view={view} />
  const share = (layer: Layer<UpdateRow>, why: string) => (
    <Told
      figure={inYear(layer.completion)}
      text={(value) => `${value}%`}
      why={planned === null ? fill(words.noAnnualPlan, { year }) : why}
      view={view}
    >
      <div>{fill(words.completionFrom, { figure: formatWan(layer.yearToDate?.value ?? null), plan: formatWan(planned) })}</div>
    </Told>
  )
  const row = (key: string, name: string, cell: typeof sum, seenCell: ReactNode): FigureRow => ({
    key: `${key} ${year}`,
    name: fill(name, { year }),
    plan,
    reported: cell(layers.reported, words.notReported),
    approved: cell(layers.approved, words.notApproved),
    seen: seenCell,
  })
  const onSite = view.seen.yearToDate?.year === year ? view.seen.yearToDate : null
  const seenSum = onSite ? <SeenCell figure="investment" view={view} /> : seen
  return [
    { ...row('year', words.thisYear, sum, seenSum), unit: t.common.wan },
    row('completion', words.completion, share, onSite && planned ? <SeenShare yuan={onSite.yuan} planned={planned} view={view} /> : seen),
  ]
}

/** Worked out from the seen sum, so only about. */
function SeenShare({ yuan, planned, view }: { yuan: number; planned: number; view: ProjectPageProps }) {
  const { project } = view.t
  return (
    <SeenCell figure="investment" text={fill(project.seenAbout, { percent: onePlace((yuan / planned) * 100) })} view={view}>
      <div>{fill(project.seenShare, { figure: formatWan(yuan), plan: formatWan(planned) })}</div>
    </SeenCell>
  )
}

function progressRow(view: ProjectPageProps, plan: ReactNode): FigureRow {
  const { layers, t } = view
  const words = t.project
  const cell = ({ step, percent }: Layer<UpdateRow>, why: string) =>
    step || percent ? (
      <>
        {step ? <Told figure={step} text={(value) => value} why={why} view={view} /> : null}{' '}
        {percent ? <Told figure={percent} text={(value) => fill(words.percent, { percent: value })} why={why} view={view} /> : null}
      </>
    ) : (
      <Unknown why={why} />
    )
  return {
    key: 'progress',
    name: words.progress,
    plan,
    reported: cell(layers.reported, words.notReported),
    approved: cell(layers.approved, words.notApproved),
    seen: <SeenProgress view={view} />,
  }
}

function SeenProgress({ view }: { view: ProjectPageProps }) {
  const known = (['step', 'percent'] as const).filter((figure) => view.seen.of.has(figure))
  if (known.length === 0) return <SeenCell figure="percent" view={view} />
  return known.map((figure) => <SeenCell key={figure} figure={figure} view={view} />)
}

type ToldProps<Value> = {
  figure: UpdateFigure<Value>
  text: (value: Value) => string
  why: string
  view: ProjectPageProps
  children?: ReactNode
}

function Told<Value>({ figure, text, why, view, children }: ToldProps<Value>) {
  if (!figure) return <Unknown why={why} />
  return (
    <UpdateAccount figure={text(figure.value)} update={figure.update} view={view}>
      {children}
    </UpdateAccount>
  )
}

/** The plan's own figure by its clause, the fact sheet's by its document. */
function totalRow(view: ProjectPageProps, seen: ReactNode): FigureRow {
  const { head, record, t } = view
  const words = t.project
  const { reported, approved } = waitingOrCurrent(record.sheets)
  const sheet = (row: typeof approved, why: string) =>
    row?.body.totalYuan == null ? (
      <Unknown why={why} />
    ) : (
      <SheetAccount figure={formatWan(row.body.totalYuan)} sheet={row} document={row.body.totalDocument} view={view} />
    )
  return {
    key: 'total',
    name: words.total,
    unit: t.common.wan,
    plan: head.sources.length > 0 ? <PlanTotal view={view} /> : <Unknown why={words.plainBeyond} />,
    reported: sheet(reported, words.notReported),
    approved: sheet(approved, words.notApproved),
    seen,
  }
}

function PlanTotal({ view }: { view: ProjectPageProps }) {
  const { head, t } = view
  const investment = head.sources.map(({ item }) => item.investment).find((amount) => amount !== null) ?? null
  const parts = investment?.parts.map((part) => part.text).join('、')
  return (
    <ClauseAccount figure={investment ? formatWan(investment.yuan) : t.project.planGivesNone} view={view}>
      <div>{investment ? investment.text : t.project.planGivesNoneWhy}</div>
      {parts ? <div>{fill(t.project.planParts, { text: parts })}</div> : null}
    </ClauseAccount>
  )
}

const fewQuantities = 3

/** The quantity the work is counted by, in which “done to date” is told, and the next ones the plan gives; all of them stand in its clause. */
function quantityRows(view: ProjectPageProps, seen: ReactNode): FigureRow[] {
  const { head, layers, t } = view
  const main = head.sources[0]?.item
  const counted = countedQuantity(main)
  const done = (quantity: Quantity, layer: Layer<UpdateRow>, why: string) =>
    quantity === counted ? (
      <Told figure={layer.quantity} text={(value) => String(value)} why={why} view={view} />
    ) : (
      <Unknown why={t.project.notCounted} />
    )
  const quantities = (main?.quantities ?? []).toSorted((a, b) => Number(b === counted) - Number(a === counted)).slice(0, fewQuantities)
  return quantities.map((quantity) => ({
    key: `${quantity.what} ${quantity.text}`,
    name: quantity.what,
    unit: quantity.unit,
    plan: (
      <ClauseAccount figure={quantityText(quantity)} view={view}>
        <div>{quantity.text}</div>
      </ClauseAccount>
    ),
    reported: done(quantity, layers.reported, t.project.notReported),
    approved: done(quantity, layers.approved, t.project.notApproved),
    seen: quantity === counted ? <SeenCell figure="quantity" view={view} /> : seen,
  }))
}

/** Bounds as bounds: 以上 ≥, 以下 ≤; a blank in the plan stays a blank. */
function quantityText({ value, min, max }: Quantity): string {
  if (value !== null) return String(value)
  if (min !== null && max !== null) return `${min}–${max}`
  if (min !== null) return `≥ ${min}`
  return max === null ? '—' : `≤ ${max}`
}
