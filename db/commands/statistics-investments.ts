import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { yearOf } from '../../domain/calendar'
import { allow, found, Refusal, refuse } from '../../domain/errors'
import { canEnterStatisticsInvestment } from '../../domain/policy'
import type { ReviewStep } from '../../domain/review-workflow'
import { type StatisticsInvestmentInput, statisticsInvestmentIssues } from '../../domain/statistics-investment'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { workByCode, workById } from '../queries/work'
import { decisionOn, submitter } from '../review'
import { statisticsInvestments } from '../schema'
import { notWithdrawn } from '../work-change'
import { write } from '../write'

type Row = typeof statisticsInvestments.$inferSelect
const sameMonth = ({ projectId, throughMonth }: Pick<Row, 'projectId' | 'throughMonth'>) =>
  and(eq(statisticsInvestments.projectId, projectId), eq(statisticsInvestments.throughMonth, throughMonth))

/** What statistics say of a work up to a month; another person of the bureau confirms it, and no approved update changes by it. Returns its id. */
export function submitStatisticsInvestment(ctx: Ctx, input: StatisticsInvestmentInput): number {
  return write(ctx, 'submitStatisticsInvestment', input, (tx) => {
    allow(canEnterStatisticsInvestment(ctx.actor))
    const work = workByCode(tx, input.code)
    notWithdrawn(work)
    const { code: _code, ...facts } = input
    const of = { projectId: work.id, throughMonth: input.throughMonth }
    const rows = tx.select().from(statisticsInvestments).where(sameMonth(of)).orderBy(asc(statisticsInvestments.id)).all()
    const open = rows.find((row) => row.status === 'submitted')
    if (open) refuse('one-open', {}, { id: open.id, submittedBy: open.submittedBy, submittedAt: open.submittedAt })
    const current = rows.find((row) => row.current)
    const issues = statisticsInvestmentIssues(input, ctx.today, current !== undefined)
    if (issues.length > 0) throw new Refusal('invalid', { issues })
    const row = {
      ...facts,
      projectId: work.id,
      year: yearOf(input.throughMonth),
      revisionReason: current ? input.revisionReason : null,
      revision: rows.length + 1,
      replacesId: (current ?? rows.at(-1))?.id ?? null,
    }
    return insertFigure(tx, ctx, work.code, row)
  })
}

type NewRow = Pick<Row, 'projectId' | 'year' | 'throughMonth' | 'yuan' | 'source' | 'revision' | 'replacesId' | 'revisionReason'>

function insertFigure(tx: Tx, ctx: Ctx, code: string, facts: NewRow): number {
  const { throughMonth, yuan, source, revisionReason } = facts
  const row = { ...facts, status: 'submitted' as const, submittedBy: submitter(ctx), submittedAt: ctx.at }
  const { id } = tx.insert(statisticsInvestments).values(row).returning({ id: statisticsInvestments.id }).get()
  recordEvent(tx, ctx, {
    action: 'statistics-investment.submitted',
    subject: `project:${code}`,
    body: { statisticsInvestment: id, throughMonth, statisticsYuan: yuan, source, revisionReason },
  })
  return id
}

export function approveStatisticsInvestment(ctx: Ctx, id: number): void {
  write(ctx, 'approveStatisticsInvestment', { id }, (tx) => {
    const row = decide(tx, ctx, id, 'approve', null)
    tx.update(statisticsInvestments)
      .set({ current: false })
      .where(and(sameMonth(row), eq(statisticsInvestments.current, true)))
      .run()
    tx.update(statisticsInvestments).set({ current: true }).where(eq(statisticsInvestments.id, id)).run()
  })
}

export function returnStatisticsInvestment(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnStatisticsInvestment', { id, reason }, (tx) => {
    decide(tx, ctx, id, 'return', reason)
  })
}

export function withdrawStatisticsInvestment(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawStatisticsInvestment', { id }, (tx) => {
    decide(tx, ctx, id, 'withdraw', null)
  })
}

const decided = {
  approve: 'statistics-investment.approved',
  return: 'statistics-investment.returned',
  withdraw: 'statistics-investment.withdrawn',
} as const

function decide(tx: Tx, ctx: Ctx, id: number, step: ReviewStep, reason: string | null): Row {
  allow(canEnterStatisticsInvestment(ctx.actor))
  const row = found(tx.select().from(statisticsInvestments).where(eq(statisticsInvestments.id, id)).get())
  tx.update(statisticsInvestments)
    .set(decisionOn(ctx, row, step, reason))
    .where(eq(statisticsInvestments.id, id))
    .run()
  const body = { statisticsInvestment: id, throughMonth: row.throughMonth, reason }
  recordEvent(tx, ctx, { action: decided[step], subject: `project:${workById(tx, row.projectId).code}`, body })
  return row
}
