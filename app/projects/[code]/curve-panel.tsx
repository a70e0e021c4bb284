import { monthNumber, yearOf } from '../../../domain/calendar'
import { dueMonth } from '../../../domain/duty'
import { fill } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import { curveOf } from '../../../domain/project-months'
import { onePlace } from '../../../domain/rating'
import { Empty } from '../../_components/empty'
import { Panel } from '../../_components/panel'
import { SCurve } from '../../_components/s-curve'
import type { ProjectPageProps } from './view'

/** The year of the last approved month, plan against approved, in per cent of the plan; without a plan in 万元. */
export function CurvePanel({ head: { work }, record, layers, today, locale, t }: ProjectPageProps) {
  const year = yearOf(layers.approved.yearToDate?.update.period ?? dueMonth(today))
  const row = record.plans.find((plan) => plan.current && plan.year === year)
  const plan = row ? { yuan: row.plannedYuan, startMonth: row.startMonth, finishMonth: row.finishMonth } : null
  const figures = record.updates
    .filter((update) => update.kind === 'monthly' && update.current)
    .map((update) => ({ month: update.period, yearToDateYuan: update.yearToDateYuan }))
  const months = curveOf(year, plan, figures)
  const title = fill(t.project.curve, { year })
  if (months.every((month) => month.plan === null && month.approved === null)) {
    return (
      <Panel title={title} flush>
        <Empty title={t.project.curveEmpty}>{t.project.curveEmptyHint}</Empty>
      </Panel>
    )
  }
  const whole = plan?.yuan ? plan.yuan : null
  const share = (yuan: number | null) => (yuan === null ? null : whole ? onePlace((yuan / whole) * 100) : yuan)
  const points = months.map((month) => ({
    label: locale === 'en' ? String(monthNumber(month.month)) : `${monthNumber(month.month)}月`,
    plan: whole ? share(month.plan) : null,
    approved: share(month.approved),
  }))
  const top = Math.max(100, ...points.flatMap((point) => point.approved ?? []))
  return (
    <Panel title={title} note={whole ? fill(t.project.curveNote, { plan: formatWan(whole) }) : t.project.curveNoPlanNote}>
      <SCurve
        name={`${work.name} ${title}`}
        points={points}
        max={whole ? top : undefined}
        format={whole ? (value) => `${onePlace(value)}%` : formatWan}
        t={t}
      />
    </Panel>
  )
}
