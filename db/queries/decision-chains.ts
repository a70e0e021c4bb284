import { and, asc, desc, eq, lt } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { yearOf } from '../../domain/calendar'
import { chainOutput, enterpriseOutputs } from '../../domain/chain-output'
import type { Effect } from '../../domain/decision'
import { outputLines, statisticsLines } from '../../domain/decision-other'
import { found, refuse } from '../../domain/errors'
import { canReadEnterpriseOutput, canReadReviewQueue, canWithdraw } from '../../domain/policy'
import { enterprisesOf, returnsOf, statisticsOf } from '../chain-summaries'
import { orm, type Reader } from '../client'
import { organisations, outputReturns, statisticsOutputs } from '../schema'
import { approvedBeforeThis } from './before'
import { type Decision, earlierTries, submission } from './decision'
import { chainName, outputEffect } from './effects'
import { evidenceOf } from './evidence'

type ReturnRow = typeof outputReturns.$inferSelect

/** One return for its own enterprise and for those who see all works; for everybody else there is none. */
export function outputView(actor: UserActor, id: number): Decision & { mayWithdraw: boolean; organisationId: number; chainId: string } {
  const db = orm()
  const row = found(db.select().from(outputReturns).where(eq(outputReturns.id, id)).get())
  if (!canReadEnterpriseOutput(actor, row.organisationId)) refuse(actor.role === 'owner' ? 'not-found' : 'forbidden')
  const view = found(outputDecision(db, actor, id))
  const { organisationId, chainId } = row
  return { ...view, organisationId, chainId, mayWithdraw: row.status === 'submitted' && canWithdraw(actor, row) }
}

export function outputDecision(db: Reader, actor: UserActor, id: number): Decision | null {
  const row = db.select().from(outputReturns).where(eq(outputReturns.id, id)).get()
  if (!row) return null
  const before = returnBefore(db, row)
  const { onBehalfSource, onBehalfOn } = row
  return {
    ...submission(db, actor, row),
    kind: 'output',
    code: null,
    title: db.select().from(organisations).where(eq(organisations.id, row.organisationId)).get()?.name ?? '—',
    light: null,
    about: { quarter: row.quarter, chain: chainName(db, row.chainId) },
    attempt: row.revision,
    onBehalf: onBehalfSource && onBehalfOn ? `${onBehalfSource} · ${onBehalfOn}` : null,
    remark: row.remark,
    revisionReason: row.revisionReason,
    tries: earlierTries(db, sameQuarter(db, row), row.id),
    beforeLabel: before?.quarter ?? null,
    lines: outputLines(
      { quarter: row.quarter, yuan: row.yearToDateYuan },
      before && { quarter: before.quarter, yuan: before.yearToDateYuan },
    ),
    effects: row.status === 'submitted' && canReadReviewQueue(actor) ? [returnEffect(db, row)] : [],
    files: evidenceOf(actor, `output:${row.id}`),
  }
}

function sameQuarter(db: Reader, { organisationId, chainId, quarter }: ReturnRow): ReturnRow[] {
  const same = and(eq(outputReturns.organisationId, organisationId), eq(outputReturns.chainId, chainId), eq(outputReturns.quarter, quarter))
  return db.select().from(outputReturns).where(same).orderBy(asc(outputReturns.id)).all()
}

/** What stood before: for a correction the return it corrects, otherwise the last approved one of an earlier quarter. */
function returnBefore(db: Reader, row: ReturnRow): ReturnRow | null {
  const corrected = row.revisionReason === null ? null : approvedBeforeThis(sameQuarter(db, row), row.id)
  if (corrected) return corrected
  const own = and(
    eq(outputReturns.organisationId, row.organisationId),
    eq(outputReturns.chainId, row.chainId),
    eq(outputReturns.current, true),
  )
  const earlier = and(own, lt(outputReturns.quarter, row.quarter))
  return db.select().from(outputReturns).where(earlier).orderBy(desc(outputReturns.quarter)).limit(1).get() ?? null
}

function returnEffect(db: Reader, row: ReturnRow): Effect {
  const year = yearOf(row.quarter)
  const others = returnsOf(db, row.chainId, year).filter(
    (each) => each.organisationId !== row.organisationId || each.quarter !== row.quarter,
  )
  const returns = [...others, { organisationId: row.organisationId, quarter: row.quarter, yuan: row.yearToDateYuan }]
  const after = chainOutput(year, statisticsOf(db, row.chainId, year), enterpriseOutputs(year, enterprisesOf(db, row.chainId), returns))
  const bound = after.source === 'enterprises' && (after.unknown > 0 || after.uneven)
  return outputEffect(db, row.chainId, year, { yuan: after.yuan, known: after.known, all: after.known + after.unknown, bound })
}

export function statisticsDecision(db: Reader, actor: UserActor, id: number): Decision | null {
  const row = db.select().from(statisticsOutputs).where(eq(statisticsOutputs.id, id)).get()
  if (!row) return null
  const sameYear = and(eq(statisticsOutputs.chainId, row.chainId), eq(statisticsOutputs.year, row.year))
  const rows = db.select().from(statisticsOutputs).where(sameYear).orderBy(asc(statisticsOutputs.id)).all()
  const summed = chainOutput(
    row.year,
    null,
    enterpriseOutputs(row.year, enterprisesOf(db, row.chainId), returnsOf(db, row.chainId, row.year)),
  )
  const all = summed.known + summed.unknown
  const effect = outputEffect(db, row.chainId, row.year, { yuan: row.yuan, known: summed.known, all, bound: false })
  return {
    ...submission(db, actor, row),
    kind: 'statistics',
    code: null,
    title: chainName(db, row.chainId),
    light: null,
    about: { year: row.year },
    attempt: rows.findIndex((other) => other.id === row.id) + 1,
    tries: earlierTries(db, rows, row.id),
    beforeLabel: String(row.year),
    lines: statisticsLines(row, approvedBeforeThis(rows, row.id), { ...summed, all }),
    effects: row.status === 'submitted' ? [{ ...effect, code: 'chain-statistics' }] : [],
  }
}
