import { and, asc, desc, eq, lt } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { fundDecisionLines, statisticsInvestmentLines } from '../../domain/fund-decision'
import { worstLight } from '../../domain/light'
import type { Reader } from '../client'
import { fundContext, linesOf, neighbour, returnsOfQuarter } from '../funds/returns'
import { dispatchAt } from '../funds/statistics'
import { fundReturns, statisticsInvestments } from '../schema'
import { approvedBeforeThis } from './before'
import { type Decision, earlierTries, lightsOf, submission } from './decision'
import { workById } from './work'

function ofWork(db: Reader, projectId: number) {
  const { code, name } = workById(db, projectId)
  return { code, title: name, light: worstLight(lightsOf(db, projectId)) }
}

/** A quarter's money by source: beside what it corrects, or beside the quarter approved before it. */
export function fundsDecision(db: Reader, actor: UserActor, id: number): Decision | null {
  const row = db.select().from(fundReturns).where(eq(fundReturns.id, id)).get()
  if (!row) return null
  const rows = returnsOfQuarter(db, row)
  const before = approvedBeforeThis(rows, row.id) ?? neighbour(db, row, 'before')
  const { onBehalfSource, onBehalfOn, quarter, revision, remark, revisionReason } = row
  return {
    ...submission(db, actor, row),
    ...ofWork(db, row.projectId),
    kind: 'funds',
    about: { quarter },
    attempt: revision,
    onBehalf: onBehalfSource && onBehalfOn ? `${onBehalfSource} · ${onBehalfOn}` : null,
    remark,
    revisionReason,
    tries: earlierTries(db, rows, row.id),
    beforeLabel: before?.quarter ?? null,
    lines: fundDecisionLines(linesOf(db, row.id), { before: before ? linesOf(db, before.id) : [], context: fundContext(db, row) }),
    effects: row.status === 'submitted' ? [{ code: 'funds-in-force', params: { quarter } }] : [],
  }
}

/** Statistics' figure of a work: beside what it corrects, or beside the last one approved of the same year. */
export function statisticsInvestmentDecision(db: Reader, actor: UserActor, id: number): Decision | null {
  const row = db.select().from(statisticsInvestments).where(eq(statisticsInvestments.id, id)).get()
  if (!row) return null
  const { projectId, throughMonth, year } = row
  const ofYear = and(eq(statisticsInvestments.projectId, projectId), eq(statisticsInvestments.year, year))
  const rows = db
    .select()
    .from(statisticsInvestments)
    .where(and(ofYear, eq(statisticsInvestments.throughMonth, throughMonth)))
    .orderBy(asc(statisticsInvestments.id))
    .all()
  const earlier = and(ofYear, eq(statisticsInvestments.current, true), lt(statisticsInvestments.throughMonth, throughMonth))
  const last = db.select().from(statisticsInvestments).where(earlier).orderBy(desc(statisticsInvestments.throughMonth)).limit(1).get()
  const before = approvedBeforeThis(rows, row.id) ?? last ?? null
  return {
    ...submission(db, actor, row),
    ...ofWork(db, projectId),
    kind: 'statistics-investment',
    about: { year },
    attempt: row.revision,
    revisionReason: row.revisionReason,
    tries: earlierTries(db, rows, row.id),
    beforeLabel: before?.throughMonth ?? null,
    lines: statisticsInvestmentLines(row, before, dispatchAt(db, projectId, throughMonth)),
    effects: row.status === 'submitted' ? [{ code: 'statistics-beside', params: { year } }] : [],
  }
}
