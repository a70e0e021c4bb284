import { yearOf } from '../../../domain/calendar'
import { dueMonth } from '../../../domain/duty'
import { yearEnd } from '../../../domain/forecast'
import { fill } from '../../../domain/messages'
import { curveMonths, type Fan, planVersions } from '../../../domain/picture/curve'
import { Empty } from '../../_components/empty'
import { Panel } from '../../_components/panel'
import { SCurve } from '../../_components/s-curve'
import type { ProjectPageProps } from './view'

/** The year of the last approved month: the plan as it was first and as it is now, what is approved, what waits, and where the year may end. */
export function CurvePanel({ head: { work }, record, layers, today, t }: ProjectPageProps) {
  const year = yearOf(layers.approved.yearToDate?.update.period ?? dueMonth(today))
  const title = fill(t.project.curve, { year })
  const versions = record.plans.filter((plan) => plan.year === year && plan.status === 'approved')
  const plans = planVersions(versions)
  const told = record.updates
    .filter(({ kind, period }) => kind === 'monthly' && yearOf(period) === year)
    .map(({ period, yearToDateYuan, current, status }) => ({ month: period, yuan: yearToDateYuan, current, waits: status === 'submitted' }))
  const approved = told.filter(({ current }) => current)
  const months = curveMonths(year, { ...plans, approved, reported: told.filter(({ waits }) => waits) })
  if (months.every((month) => month.original === null && month.approved === null && month.reported === null)) {
    return (
      <Panel title={title} flush>
        <Empty title={t.project.curveEmpty}>{t.project.curveEmptyHint}</Empty>
      </Panel>
    )
  }
  const inForce = plans.adjusted ?? plans.original
  const even = inForce?.plannedYuan != null && inForce.curveShape === null
  const points = approved.flatMap(({ month, yuan }) => (yuan === null ? [] : [{ month, yuan }]))
  const note = [t.outlook.inWan, inForce?.plannedYuan == null ? t.outlook.noPlan : even ? t.outlook.evenPlan : '']
    .filter(Boolean)
    .join(' · ')
  return (
    <Panel title={title} note={note}>
      <SCurve
        name={`${work.name} ${title}`}
        file={`${work.code}-${year}`}
        months={months}
        fan={fanOf(yearEnd(points, year, inForce), points)}
        t={t}
      />
    </Panel>
  )
}

/** A range needs three approved months; from fewer nothing is drawn. */
function fanOf(end: ReturnType<typeof yearEnd>, points: readonly { month: string; yuan: number }[]): Fan | null {
  if (end.state !== 'range') return null
  const from = points.find(({ month }) => month === end.asOf)
  return from ? { from: end.asOf, fromYuan: from.yuan, lowYuan: end.lowYuan, highYuan: end.highYuan } : null
}
