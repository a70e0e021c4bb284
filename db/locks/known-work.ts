import { eq, getTableColumns, sql } from 'drizzle-orm'
import { decidedBy, type Moment, rewind } from '../../domain/as-of'
import type { Instant } from '../../domain/calendar'
import { factsOfLines } from '../../domain/fund'
import type { KnownWork } from '../../domain/known-work'
import type { PastSubject } from '../../domain/lock'
import type { Reader } from '../client'
import { prepared } from '../prepared'
import { fundLines, fundReturns, registrations } from '../schema'
import type { HouseThen } from './house-then'
import * as rows from './known-rows'
import { pastsOf } from './known-rows'

const byId = ({ id }: { id: number }) => String(id)

/** What was known of a work at a moment: the rows of today with every change since taken back. Null when it was not there. */
export function knownWork(db: Reader, projectId: number, moment: Moment, then: HouseThen): KnownWork | null {
  const bind = { id: projectId }
  const pasts = pastsOf(db, projectId, moment)
  const of = (subject: PastSubject) => pasts.get(subject) ?? []
  const [project] = rewind(prepared(db, rows.projectRow).all(bind), byId, of('project'))
  if (!project) return null
  const sheets = decidedBy(rewind(prepared(db, rows.sheetRows).all(bind), byId, of('fact-sheet')), moment, then.since, () => '')
  const sheet = sheets.find(({ current }) => current)
  const told = rewind(prepared(db, rows.updateRows).all(bind), byId, of('update')).filter(
    ({ id }) => moment.update === null || id <= moment.update,
  )
  return {
    project,
    sources: rewind(prepared(db, rows.sourceRows).all(bind), ({ itemCode }) => itemCode, of('source')),
    stages: rewind(prepared(db, rows.stageRows).all(bind), byId, of('stage')),
    units: rewind(prepared(db, rows.assignmentRows).all(bind), byId, of('assignment')).map((unit) => ({
      ...unit,
      name: then.unitName(unit.organisationId),
      accountAt: then.accountAt(unit.organisationId),
    })),
    milestones: rewind(prepared(db, rows.milestoneRows).all(bind), byId, of('milestone')).sort((a, b) => a.position - b.position),
    updates: decidedBy(told, moment, then.since, ({ kind, period }) => (kind === 'monthly' ? period : kind)),
    plans: decidedBy(rewind(prepared(db, rows.planRows).all(bind), byId, of('annual-plan')), moment, then.since, ({ year }) =>
      String(year),
    ),
    opening: { yuan: sheet?.openingYuan ?? null, year: sheet?.openingYear ?? null },
    funds: fundsOf(db, projectId, moment, then.since, of('funds')),
    registrations: rewind(prepared(db, registrationRows).all(bind), byId, of('registration')),
  }
}

const id = sql.placeholder('id')
const returnRows = (db: Reader) =>
  db
    .select({
      id: fundReturns.id,
      status: fundReturns.status,
      submittedAt: fundReturns.submittedAt,
      decidedAt: fundReturns.decidedAt,
      current: fundReturns.current,
      quarter: fundReturns.quarter,
    })
    .from(fundReturns)
    .where(eq(fundReturns.projectId, id))
    .prepare()
const linesOfWork = (db: Reader) =>
  db
    .select(getTableColumns(fundLines))
    .from(fundLines)
    .innerJoin(fundReturns, eq(fundReturns.id, fundLines.returnId))
    .where(eq(fundReturns.projectId, id))
    .prepare()
const registrationRows = (db: Reader) =>
  db
    .select({ id: registrations.id, state: registrations.state, onDay: registrations.onDay, current: registrations.current })
    .from(registrations)
    .where(eq(registrations.projectId, id))
    .prepare()

function fundsOf(db: Reader, projectId: number, moment: Moment, since: Instant, pasts: Parameters<typeof rewind>[2]): KnownWork['funds'] {
  const returns = decidedBy(rewind(prepared(db, returnRows).all({ id: projectId }), byId, pasts), moment, since, ({ quarter }) => quarter)
  const inForce = returns.filter(({ current }) => current)
  if (inForce.length === 0) return []
  const lines = prepared(db, linesOfWork).all({ id: projectId })
  return inForce.map((row) => ({
    ...factsOfLines(
      row.quarter,
      lines.filter(({ returnId }) => returnId === row.id),
    ),
    current: true,
  }))
}
