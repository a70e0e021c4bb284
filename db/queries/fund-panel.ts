import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { FundLine } from '../../domain/fund'
import { canEnterStatisticsInvestment, canSubmitFunds } from '../../domain/policy'
import { type RegistrationFacts, registrationClock } from '../../domain/registration'
import { type Beside, beside } from '../../domain/statistics-investment'
import { orm, type Reader } from '../client'
import { registrationFacts } from '../funds/facts'
import { type FundReturn, linesOf } from '../funds/returns'
import { dispatchAt } from '../funds/statistics'
import { prepared } from '../prepared'
import { fundReturns, statisticsInvestments } from '../schema'
import { type People, peopleOf } from './people'
import { readableWork } from './readable-work'

type Told = FundReturn & { lines: FundLine[] }
export type ProjectFunds = {
  code: string
  approved: Told | null
  waiting: Told | null
  people: People
  statistics: (Beside & { throughMonth: string; source: string }) | null
  registration: RegistrationFacts
  clock: { from: Day; days: number } | null
  maySubmit: boolean
  mayRecord: boolean
}

/** For the work's own page: its money by source, both readings of its investment, and where 入库纳统 stands. */
export function projectFunds(actor: UserActor, code: string, today: Day): ProjectFunds {
  const db = orm()
  const work = readableWork(db, actor, code)
  const approved = toldOf(db, prepared(db, lastApproved).get({ id: work.id }))
  const waiting = toldOf(db, prepared(db, lastWaiting).get({ id: work.id }))
  const registration = registrationFacts(db, work.id)
  return {
    code,
    approved,
    waiting,
    people: peopleOf(
      db,
      [approved, waiting].flatMap((row) => (row ? [row.submittedBy, row.decidedBy] : [])),
    ),
    statistics: statisticsOf(db, work.id),
    registration,
    clock: registrationClock(registration, today),
    maySubmit: canSubmitFunds(actor, work) && work.stage !== 'withdrawn',
    mayRecord: canEnterStatisticsInvestment(actor),
  }
}

const id = sql.placeholder('id')
const last = (db: Reader, which: SQL) =>
  db
    .select()
    .from(fundReturns)
    .where(and(eq(fundReturns.projectId, id), which))
    .orderBy(desc(fundReturns.quarter))
    .limit(1)
    .prepare()
const lastApproved = (db: Reader) => last(db, eq(fundReturns.current, true))
const lastWaiting = (db: Reader) => last(db, eq(fundReturns.status, 'submitted'))
const lastStatistics = (db: Reader) =>
  db
    .select()
    .from(statisticsInvestments)
    .where(and(eq(statisticsInvestments.projectId, id), eq(statisticsInvestments.current, true)))
    .orderBy(desc(statisticsInvestments.throughMonth))
    .limit(1)
    .prepare()

const toldOf = (db: Reader, row: FundReturn | undefined): Told | null => (row ? { ...row, lines: linesOf(db, row.id) } : null)

function statisticsOf(db: Reader, projectId: number): ProjectFunds['statistics'] {
  const row = prepared(db, lastStatistics).get({ id: projectId })
  if (!row) return null
  const { yuan, throughMonth, source } = row
  return { ...beside(yuan, dispatchAt(db, projectId, throughMonth)), throughMonth, source }
}
