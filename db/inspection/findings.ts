import { count, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { type Day, monthOf, type Quarter, quarterOf } from '../../domain/calendar'
import { type FindingCategory, type FindingSeverity, type FindingSource, findingNumber } from '../../domain/finding'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { submitter } from '../review'
import { findings } from '../schema'
import { addStep } from './finding-steps'

export type NewFinding = {
  /** That of the day it was found where nothing is said. */
  quarter?: Quarter
  /** The phone's id of it. */
  clientId: string | null
  roundId: number | null
  visitId: number | null
  projectId: number | null
  /** For what concerns no single work. */
  unitId?: number | null
  source: FindingSource
  category: FindingCategory
  severity: FindingSeverity
  basis: string | null
  facts: string
  foundBy: string
  foundOn: Day
}

/** Puts a finding into the register, under the next number of its quarter; nobody is told of it before it is assigned. */
export function insertFinding(tx: Tx, ctx: Ctx, input: NewFinding): { id: number; number: string } {
  const quarter = input.quarter ?? quarterOf(monthOf(input.foundOn))
  const number = nextNumber(tx, quarter)
  const row = { ...input, quarter, number, state: 'registered' as const, registeredBy: submitter(ctx), createdAt: ctx.at }
  const { id } = tx.insert(findings).values(row).returning({ id: findings.id }).get()
  addStep(tx, ctx, id, { step: 'register', from: null, to: 'registered' })
  const { clientId: _clientId, ...facts } = input
  recordEvent(tx, ctx, { action: 'finding.registered', subject: `finding:${number}`, body: { ...facts, quarter } })
  return { id, number }
}

/** Rows are never deleted: their number is also the last position. */
function nextNumber(tx: Tx, quarter: Quarter): string {
  const before = tx.select({ rows: count() }).from(findings).where(eq(findings.quarter, quarter)).get()
  return findingNumber(quarter, (before?.rows ?? 0) + 1)
}
