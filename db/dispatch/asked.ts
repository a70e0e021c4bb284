import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { type AskedFact, mostAsked } from '../../domain/dispatch'
import type { Reader } from '../client'
import { conditions, meetingItems, organisations, projectList } from '../schema'

/** 问题、措施、责任: conditions that are not settled, with what a meeting's list says of them, then the lists' other open lines. */
export function askedNow(db: Reader): { asked: AskedFact[]; askedLeft: number } {
  const fromConditions = conditionsNow(db)
  const fromMeetings = linesNow(db, mostAsked - fromConditions.length)
  const asked = [...fromConditions, ...fromMeetings]
  return { asked, askedLeft: countOf(db) - asked.length }
}

const isOpen = inArray(conditions.state, ['open', 'answered'])
const isLooseLine = and(eq(meetingItems.state, 'open'), isNull(meetingItems.conditionId))

function countOf(db: Reader): number {
  const open = db.select({ rows: count() }).from(conditions).where(isOpen).get()?.rows ?? 0
  return open + (db.select({ rows: count() }).from(meetingItems).where(isLooseLine).get()?.rows ?? 0)
}

/** Those that stand at the highest level first, then the oldest. */
function conditionsNow(db: Reader): AskedFact[] {
  const line = and(eq(meetingItems.conditionId, conditions.id), eq(meetingItems.state, 'open'))
  const { code, name: work } = projectList
  return db
    .select({
      ...{ code, work, ask: conditions.ask, asked: organisations.name, levelDueOn: conditions.levelDueOn },
      ...{ measure: meetingItems.measure, person: meetingItems.person, dueOn: meetingItems.dueOn },
    })
    .from(conditions)
    .innerJoin(projectList, eq(projectList.projectId, conditions.projectId))
    .leftJoin(meetingItems, line)
    .leftJoin(organisations, eq(organisations.id, conditions.askedOfId))
    .where(isOpen)
    .orderBy(desc(conditions.level), asc(conditions.raisedOn), asc(conditions.id))
    .limit(mostAsked)
    .all()
    .map(({ ask, asked, levelDueOn, dueOn, ...row }) => ({ ...row, problem: ask, unit: asked, dueOn: dueOn ?? levelDueOn }))
}

function linesNow(db: Reader, most: number): AskedFact[] {
  const { problem, measure, person, dueOn } = meetingItems
  return db
    .select({ code: projectList.code, work: projectList.name, problem, measure, unit: organisations.name, person, dueOn })
    .from(meetingItems)
    .leftJoin(projectList, eq(projectList.projectId, meetingItems.projectId))
    .leftJoin(organisations, eq(organisations.id, meetingItems.unitId))
    .where(isLooseLine)
    .orderBy(asc(meetingItems.id))
    .limit(Math.max(0, most))
    .all()
}
