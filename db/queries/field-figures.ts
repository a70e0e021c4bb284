import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { countedQuantity } from '../../domain/counted-quantity'
import type { FieldFigure, FieldSaid, FieldWork } from '../../domain/field-package'
import type { PlanItem } from '../../domain/plan'
import { type Figure, layersOf } from '../../domain/project-layers'
import type { Reader } from '../client'
import { milestones, type projects, updates } from '../schema'
import { byWork } from './field-things'

type Told = ReturnType<typeof toldOf>[number]
type Milestone = typeof milestones.$inferSelect
/** What has been said of the works that are taken along, by work. */
export type SaidOfWorks = { updates: Map<number, Told[]>; milestones: Map<number, Milestone[]> }

/** More milestones than a page of a visit can hold are not asked for. */
const mostMilestones = 50

export function saidOfWorks(db: Reader, projectIds: readonly number[]): SaidOfWorks {
  const dated = db
    .select()
    .from(milestones)
    .where(inArray(milestones.projectId, [...projectIds]))
    .orderBy(asc(milestones.position))
    .all()
  return { updates: byWork(toldOf(db, projectIds)), milestones: byWork(dated) }
}

/** What is approved and in force, and what waits for the bureau's decision. */
function toldOf(db: Reader, projectIds: readonly number[]) {
  const { id, projectId, kind, period, status, current, milestoneId, metOn, submittedOn, decidedOn } = updates
  const { yearToDateYuan, step, progressText, percent, quantityDone, finalYuan } = updates
  return db
    .select({
      ...{ id, projectId, kind, period, status, current, milestoneId, metOn, submittedOn, decidedOn },
      ...{ yearToDateYuan, step, progressText, percent, quantityDone, finalYuan },
    })
    .from(updates)
    .where(and(inArray(projectId, [...projectIds]), or(eq(current, true), eq(status, 'submitted'))))
    .all()
}

type Work = Pick<typeof projects.$inferSelect, 'id' | 'stage' | 'stageSince'>

/** Every figure that is looked at on the site, beside what is approved and what is reported. */
export function figuresOf(said: SaidOfWorks, work: Work, main: PlanItem | null): FieldFigure[] {
  const told = said.updates.get(work.id) ?? []
  const { approved, reported } = layersOf(told, [])
  const unit = countedQuantity(main)?.unit ?? null
  const compared = (figure: FieldFigure['figure'], a: Figure<Told, string | number> | null, r: Figure<Told, string | number> | null) => ({
    ...{ figure, name: null, unit: figure === 'quantity' ? unit : null },
    ...{
      approved: a && saidIn(a, a.update.decidedOn),
      reported: r?.update.status === 'submitted' ? saidIn(r, r.update.submittedOn) : null,
    },
  })
  return [
    { ...empty('stage'), approved: stageOf(work) },
    compared('step', approved.step, reported.step),
    compared('percent', approved.percent, reported.percent),
    compared('investment', approved.yearToDate, reported.yearToDate),
    compared('quantity', approved.quantity, reported.quantity),
    empty('people'),
    empty('machines'),
    ...milestonesOf(said, work.id).map((milestone) => milestoneFigure(milestone, told)),
  ]
}

const empty = (figure: FieldFigure['figure']): FieldFigure => ({ figure, name: null, unit: null, approved: null, reported: null })

/** An unknown stage says nothing that could agree or differ. */
const stageOf = ({ stage, stageSince }: Work): FieldSaid | null =>
  stage === 'unknown' ? null : { value: stage, month: null, on: stageSince }

const saidIn = ({ value, update }: Figure<Told, string | number>, on: string | null): FieldSaid => ({ value, month: update.period, on })

/** Met on a day, or '' = not met. */
function milestoneFigure({ id, name, metOn, metUpdateId }: Milestone, told: readonly Told[]): FieldFigure {
  const approved = told.find((update) => update.id === metUpdateId)
  const waiting = told.find((update) => update.milestoneId === id && update.status === 'submitted')
  return {
    ...{ figure: `milestone:${id}`, name, unit: null },
    approved: { value: metOn ?? '', month: approved?.period ?? null, on: approved?.decidedOn ?? null },
    reported: waiting ? { value: waiting.metOn ?? '', month: waiting.period, on: waiting.submittedOn } : null,
  }
}

const milestonesOf = (said: SaidOfWorks, projectId: number): Milestone[] => (said.milestones.get(projectId) ?? []).slice(0, mostMilestones)

export const datesOf = (said: SaidOfWorks, projectId: number): FieldWork['milestones'] =>
  milestonesOf(said, projectId).map(({ id, name, baselineOn, forecastOn, metOn }) => ({ id, name, baselineOn, forecastOn, metOn }))
