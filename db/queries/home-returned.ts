import { and, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { UserActor } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import type { ReviewKind } from '../../domain/review-order'
import type { UpdateKind } from '../../domain/update'
import { orm } from '../client'
import { annualPlans, factSheets, fundReturns, milestoneDates, milestones, outputReturns, projectList, updates } from '../schema'
import { type Person, peopleOf } from './people'
import { planChains } from './plan'
import { visibleProjects } from './scope'

/** Sent back and not handed in again: what, why, by whom. */
export type Returned = {
  kind: ReviewKind
  id: number
  code: string | null
  /** The work's name, or the chain's for an output return. */
  title: string
  update?: UpdateKind
  period?: string
  milestone?: { id: number; name: string } | undefined
  chainId?: string
  organisationId?: number
  reason: string | null
  at: Instant | null
  decider: Person | null
}

type Row = Omit<Returned, 'decider'> & { decidedBy: number | null }
const mostReturned = 30

/** Everything of the reader's own works and enterprise that was sent back, the latest first. */
export function returnedToMe(actor: UserActor): Returned[] {
  const own = visibleProjects(actor)
  const rows = [...updatesBack(own), ...sheetsBack(own), ...plansBack(own), ...datesBack(own), ...fundsBack(own), ...outputsBack(actor)]
  const people = peopleOf(
    orm(),
    rows.map((row) => row.decidedBy),
  )
  return rows
    .sort((a, b) => ((a.at ?? '') > (b.at ?? '') ? -1 : 1))
    .map(({ decidedBy, ...row }) => ({ ...row, decider: decidedBy === null ? null : (people.get(decidedBy) ?? null) }))
}

const work = { code: projectList.code, title: projectList.name }
const noneSince = (later: SQL) => sql`not exists (${later})`

function updatesBack(own: SQL): Row[] {
  const next = alias(updates, 'next')
  const same = and(
    eq(next.projectId, updates.projectId),
    eq(next.kind, updates.kind),
    sql`${next.milestoneId} is ${updates.milestoneId}`,
    sql`(${updates.kind} <> 'monthly' or ${next.period} = ${updates.period})`,
    gt(next.id, updates.id),
  )
  return orm()
    .select({ row: updates, ...work, milestone: { id: milestones.id, name: milestones.name } })
    .from(updates)
    .innerJoin(projectList, eq(projectList.projectId, updates.projectId))
    .leftJoin(milestones, eq(milestones.id, updates.milestoneId))
    .where(and(own, eq(updates.status, 'returned'), noneSince(sql`select 1 from ${updates} as "next" where ${same}`)))
    .orderBy(desc(updates.decidedAt))
    .limit(mostReturned)
    .all()
    .map(({ row, milestone, ...of }) => ({
      kind: 'update',
      ...of,
      update: row.kind,
      period: row.period,
      milestone: milestone ?? undefined,
      ...decided(row),
    }))
}

type Decided = { id: number; decisionReason: string | null; decidedAt: string | null; decidedBy: number | null }
const decided = ({ id, decisionReason, decidedAt, decidedBy }: Decided) => ({ id, reason: decisionReason, at: decidedAt, decidedBy })

function sheetsBack(own: SQL): Row[] {
  const next = alias(factSheets, 'next')
  const same = and(eq(next.projectId, factSheets.projectId), gt(next.id, factSheets.id))
  return orm()
    .select({ row: factSheets, ...work })
    .from(factSheets)
    .innerJoin(projectList, eq(projectList.projectId, factSheets.projectId))
    .where(and(own, eq(factSheets.status, 'returned'), noneSince(sql`select 1 from ${factSheets} as "next" where ${same}`)))
    .orderBy(desc(factSheets.decidedAt))
    .limit(mostReturned)
    .all()
    .map(({ row, ...of }) => ({ kind: 'fact-sheet', ...of, ...decided(row) }))
}

function plansBack(own: SQL): Row[] {
  const next = alias(annualPlans, 'next')
  const same = and(eq(next.projectId, annualPlans.projectId), eq(next.year, annualPlans.year), gt(next.id, annualPlans.id))
  return orm()
    .select({ row: annualPlans, ...work })
    .from(annualPlans)
    .innerJoin(projectList, eq(projectList.projectId, annualPlans.projectId))
    .where(and(own, eq(annualPlans.status, 'returned'), noneSince(sql`select 1 from ${annualPlans} as "next" where ${same}`)))
    .orderBy(desc(annualPlans.decidedAt))
    .limit(mostReturned)
    .all()
    .map(({ row, ...of }) => ({ kind: 'annual-plan', ...of, period: String(row.year), ...decided(row) }))
}

function fundsBack(own: SQL): Row[] {
  const next = alias(fundReturns, 'next')
  const same = and(eq(next.projectId, fundReturns.projectId), eq(next.quarter, fundReturns.quarter), gt(next.id, fundReturns.id))
  return orm()
    .select({ row: fundReturns, ...work })
    .from(fundReturns)
    .innerJoin(projectList, eq(projectList.projectId, fundReturns.projectId))
    .where(and(own, eq(fundReturns.status, 'returned'), noneSince(sql`select 1 from ${fundReturns} as "next" where ${same}`)))
    .orderBy(desc(fundReturns.decidedAt))
    .limit(mostReturned)
    .all()
    .map(({ row, ...of }) => ({ kind: 'funds', ...of, period: row.quarter, ...decided(row) }))
}

function datesBack(own: SQL): Row[] {
  const next = alias(milestoneDates, 'next')
  const same = and(eq(next.milestoneId, milestoneDates.milestoneId), gt(next.id, milestoneDates.id))
  return orm()
    .select({ row: milestoneDates, ...work, milestone: { id: milestones.id, name: milestones.name } })
    .from(milestoneDates)
    .innerJoin(milestones, eq(milestones.id, milestoneDates.milestoneId))
    .innerJoin(projectList, eq(projectList.projectId, milestones.projectId))
    .where(and(own, eq(milestoneDates.status, 'returned'), noneSince(sql`select 1 from ${milestoneDates} as "next" where ${same}`)))
    .orderBy(desc(milestoneDates.decidedAt))
    .limit(mostReturned)
    .all()
    .map(({ row, ...of }) => ({ kind: 'milestone-date', ...of, ...decided(row) }))
}

function outputsBack(actor: UserActor): Row[] {
  const next = alias(outputReturns, 'next')
  const same = and(
    eq(next.organisationId, outputReturns.organisationId),
    eq(next.chainId, outputReturns.chainId),
    eq(next.quarter, outputReturns.quarter),
    gt(next.id, outputReturns.id),
  )
  const own = eq(outputReturns.organisationId, actor.organisationId)
  const chains = new Map(planChains().map(({ id, name }) => [id, name]))
  return orm()
    .select()
    .from(outputReturns)
    .where(and(own, eq(outputReturns.status, 'returned'), noneSince(sql`select 1 from ${outputReturns} as "next" where ${same}`)))
    .orderBy(desc(outputReturns.decidedAt))
    .limit(mostReturned)
    .all()
    .map((row) => {
      const { chainId, organisationId, quarter } = row
      return {
        kind: 'output',
        code: null,
        title: chains.get(chainId) ?? chainId,
        period: quarter,
        chainId,
        organisationId,
        ...decided(row),
      }
    })
}
