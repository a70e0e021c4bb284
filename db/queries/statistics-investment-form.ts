import { and, desc, eq, inArray } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { canEnterStatisticsInvestment } from '../../domain/policy'
import { type RegistrationFacts, registrationClock } from '../../domain/registration'
import { type Beside, beside } from '../../domain/statistics-investment'
import { orm } from '../client'
import { registrationFacts } from '../funds/facts'
import { registrations, statisticsInvestments, updates } from '../schema'
import { type People, peopleOf } from './people'
import { readableWork } from './readable-work'
import type { Work } from './work'

export type StatisticsFigure = typeof statisticsInvestments.$inferSelect & { beside: Beside }
export type RegistrationRow = typeof registrations.$inferSelect
export type StatisticsForm = {
  work: Work
  mayEnter: boolean
  /** Every figure that was handed in, the latest month first. */
  figures: StatisticsFigure[]
  registration: RegistrationFacts
  clock: { from: Day; days: number } | null
  /** Every state recorded, the latest first. */
  states: RegistrationRow[]
  people: People
}

const most = 120

/** One work in the eyes of statistics: their figures beside the approved updates of the same months, and 入库纳统. */
export function statisticsForm(actor: UserActor, code: string, today: Day): StatisticsForm {
  const db = orm()
  const work = readableWork(db, actor, code)
  const rows = db
    .select()
    .from(statisticsInvestments)
    .where(eq(statisticsInvestments.projectId, work.id))
    .orderBy(desc(statisticsInvestments.throughMonth), desc(statisticsInvestments.id))
    .limit(most)
    .all()
  const approved = approvedAt(
    work.id,
    rows.map(({ throughMonth }) => throughMonth),
  )
  const states = db
    .select()
    .from(registrations)
    .where(eq(registrations.projectId, work.id))
    .orderBy(desc(registrations.id))
    .limit(most)
    .all()
  const registration = registrationFacts(db, work.id)
  return {
    work,
    mayEnter: canEnterStatisticsInvestment(actor) && work.stage !== 'withdrawn',
    figures: rows.map((row) => ({ ...row, beside: beside(row.yuan, approved.get(row.throughMonth) ?? null) })),
    registration,
    clock: registrationClock(registration, today),
    states,
    people: peopleOf(db, [...rows.flatMap((row) => [row.submittedBy, row.decidedBy]), ...states.map(({ recordedBy }) => recordedBy)]),
  }
}

function approvedAt(projectId: number, months: readonly string[]): Map<string, number | null> {
  const ofWork = and(eq(updates.projectId, projectId), eq(updates.kind, 'monthly'), eq(updates.current, true))
  const rows = orm()
    .select({ month: updates.period, yuan: updates.yearToDateYuan })
    .from(updates)
    .where(and(ofWork, inArray(updates.period, [...months])))
    .all()
  return new Map(rows.map(({ month, yuan }) => [month, yuan]))
}
