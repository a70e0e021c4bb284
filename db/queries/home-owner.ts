import { and, asc, count, eq, exists, inArray, isNotNull, isNull, lte, not, notInArray } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  monthOf,
  monthsFrom,
  previousQuarter,
  type Quarter,
  quarterOf,
} from '../../domain/calendar'
import type { ConditionKind } from '../../domain/condition'
import { dueMonth, monthReport, reportingFrom } from '../../domain/duty'
import type { ChainId } from '../../domain/plan'
import { orm } from '../client'
import { chainEnterprises, conditions, milestones, outputReturns, projectList, projects, updates } from '../schema'
import { planChains } from './plan'
import { dutyFacts, monthlyTries } from './project-facts'
import type { ProjectRow } from './project-list'
import { type Rules, rulesOn } from './rules'
import { visibleProjects } from './scope'

const mostWorks = 50

export type DueReport = { row: ProjectRow; month: string; dueOn: Day; overdueDays: number; earlier: string[] }
export type DueMilestone = { code: string; work: string; id: number; name: string; baselineOn: Day; overdueDays: number }
export type AskedCondition = { id: number; code: string; work: string; kind: ConditionKind; ask: string; raisedOn: Day; days: number }
export type DueOutput = { chainId: ChainId; chain: string; quarter: Quarter }

export function ownWorks(actor: UserActor): { rows: ProjectRow[]; total: number } {
  const where = visibleProjects(actor)
  const rows = orm().select().from(projectList).where(where).orderBy(asc(projectList.code)).limit(mostWorks).all()
  return { rows, total: orm().select({ rows: count() }).from(projectList).where(where).get()?.rows ?? 0 }
}

/** The month that is asked for of each work and has not been told, with the earlier months still missing. */
export function dueReports(rows: readonly ProjectRow[], today: Day): DueReport[] {
  const rules = rulesOn(orm(), today)
  const month = dueMonth(today)
  return rows
    .filter((row) => row.reportState === 'due' || row.reportState === 'missing')
    .map((row) => {
      const { dueOn } = reportOf(row.projectId, month, today, rules)
      return {
        row,
        month,
        dueOn,
        overdueDays: Math.max(0, daysBetween(dueOn, today)),
        earlier: missingBefore(row.projectId, month, today, rules),
      }
    })
}

function reportOf(projectId: number, month: string, today: Day, rules: Rules) {
  const tries = monthlyTries(orm(), projectId).get(month) ?? []
  return monthReport(dutyFacts(orm(), projectId), month, tries, today, rules.duty, rules.holidays)
}

/** Within a year back: older gaps are filled in the work's own history. */
function missingBefore(projectId: number, month: string, today: Day, rules: Rules): string[] {
  const facts = dutyFacts(orm(), projectId)
  const tries = monthlyTries(orm(), projectId)
  const from = reportingFrom(facts)
  if (from === null) return []
  return monthsFrom(addMonths(month, -12), addMonths(month, -1)).filter(
    (each) => each >= from && monthReport(facts, each, tries.get(each) ?? [], today, rules.duty, rules.holidays).state === 'missing',
  )
}

const soonDays = 7

/** Milestones whose day is past or near and of which nothing is waiting for review. */
export function dueMilestones(actor: UserActor, today: Day): DueMilestone[] {
  const told = orm()
    .select({ id: updates.id })
    .from(updates)
    .where(and(eq(updates.milestoneId, milestones.id), eq(updates.status, 'submitted')))
  return orm()
    .select({ code: projectList.code, work: projectList.name, id: milestones.id, name: milestones.name, baselineOn: milestones.baselineOn })
    .from(milestones)
    .innerJoin(projectList, eq(projectList.projectId, milestones.projectId))
    .where(
      and(
        visibleProjects(actor),
        notInArray(projectList.stage, ['paused', 'withdrawn']),
        isNull(milestones.metOn),
        isNotNull(milestones.baselineOn),
        lte(milestones.baselineOn, addDays(today, soonDays)),
        not(exists(told)),
      ),
    )
    .orderBy(asc(milestones.baselineOn))
    .limit(mostWorks)
    .all()
    .flatMap(({ baselineOn, ...rest }) =>
      baselineOn === null ? [] : [{ ...rest, baselineOn, overdueDays: daysBetween(baselineOn, today) }],
    )
}

/** Asked of the reader's unit, of whatever work: the item and the work's identity, nothing more. */
export function askedConditions(actor: UserActor, today: Day): AskedCondition[] {
  return orm()
    .select({ condition: conditions, code: projects.code, work: projects.name })
    .from(conditions)
    .innerJoin(projects, eq(projects.id, conditions.projectId))
    .where(and(eq(conditions.askedOfId, actor.organisationId), eq(conditions.state, 'open')))
    .orderBy(asc(conditions.raisedOn))
    .limit(mostWorks)
    .all()
    .map(({ condition: { id, kind, ask, raisedOn }, ...work }) => ({
      id,
      kind,
      ask,
      raisedOn,
      ...work,
      days: daysBetween(raisedOn, today),
    }))
}

/** The quarter that ended last, for every chain the unit is tied to, unless it has been told or sent back. */
export function dueOutputs(actor: UserActor, today: Day): DueOutput[] {
  const quarter = previousQuarter(quarterOf(monthOf(today)))
  const told = orm()
    .select({ chainId: outputReturns.chainId })
    .from(outputReturns)
    .where(
      and(
        eq(outputReturns.organisationId, actor.organisationId),
        eq(outputReturns.quarter, quarter),
        inArray(outputReturns.status, ['submitted', 'approved', 'returned']),
      ),
    )
    .all()
    .map((row) => row.chainId)
  const tied = orm()
    .select({ chainId: chainEnterprises.chainId })
    .from(chainEnterprises)
    .where(and(eq(chainEnterprises.organisationId, actor.organisationId), isNull(chainEnterprises.toDay)))
    .all()
  return planChains()
    .filter(({ id }) => tied.some((tie) => tie.chainId === id) && !told.includes(id))
    .map(({ id, name }) => ({ chainId: id, chain: name, quarter }))
}

/** Handed in and not decided yet. */
export function ownWaiting(actor: UserActor): number {
  const updatesWaiting = orm()
    .select({ rows: count() })
    .from(updates)
    .innerJoin(projectList, eq(projectList.projectId, updates.projectId))
    .where(and(visibleProjects(actor), eq(updates.status, 'submitted')))
    .get()
  const outputsWaiting = orm()
    .select({ rows: count() })
    .from(outputReturns)
    .where(and(eq(outputReturns.organisationId, actor.organisationId), eq(outputReturns.status, 'submitted')))
    .get()
  return (updatesWaiting?.rows ?? 0) + (outputsWaiting?.rows ?? 0)
}
