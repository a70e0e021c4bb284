import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, notInArray, type SQL } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { addDays, addMonths, type Day, monthOf } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import { type FeedFacts, type FeedMilestone, type FeedReport, feedMonths, feedReportDays, owes } from '../../domain/feed'
import { canListFindings, canReadAllProjects, canReadMeetings } from '../../domain/policy'
import { projectLevels, type Stage } from '../../domain/project'
import { orm } from '../client'
import { runningStates } from '../inspection/finding-clock'
import { conditions, findings, meetings, milestones, projectList, projects } from '../schema'
import { visibleFindings } from './finding-scope'
import { keptAnswer } from './kept'
import { rulesOn } from './rules'
import { visibleProjects } from './scope'

const mostWorks = 500
const mostMilestones = 500
const most = 200
const namesShown = 20

/** What stands in somebody's calendar, by what they may read: a year ahead, and of their own works what is overdue too. */
export function feedDays(actor: UserActor, today: Day): FeedFacts {
  const scope = visibleProjects(actor)
  const until = `${addMonths(monthOf(today), feedMonths)}-31`
  const reader = `${canReadAllProjects(actor) ? 'all' : 'unit'} ${actor.organisationId}`
  return keptAnswer(`feed ${reader} ${today}`, () => ({
    reports: canReadAllProjects(actor) ? deskReports(today) : ownReports(scope, today),
    milestones: canReadAllProjects(actor) ? keyMilestones(today, until) : ownMilestones(scope),
    meetings: canReadMeetings(actor) ? comingMeetings(today, until) : [],
    findings: canListFindings(actor) ? rectifications(actor, today) : [],
    conditions: answersDue(actor),
  }))
}

function deskReports(today: Day): FeedReport[] {
  const { duty, holidays } = rulesOn(orm(), today)
  return feedReportDays(today, duty, holidays).map((row) => ({ ...row, works: null }))
}

/** Of the month that is asked for now what is still owed, of later ones what the stage will owe; a month that asks nothing is left out. */
function ownReports(scope: SQL, today: Day): FeedReport[] {
  const { duty, holidays } = rulesOn(orm(), today)
  const { name, stage, reportState } = projectList
  const works = orm()
    .select({ name, stage, reportState })
    .from(projectList)
    .where(scope)
    .orderBy(asc(projectList.code))
    .limit(mostWorks)
    .all()
  return feedReportDays(today, duty, holidays).flatMap(({ month, dueOn }) => {
    const now = month === dueMonth(today)
    const owing = works.filter((work) =>
      now ? ['due', 'missing', 'returned'].includes(work.reportState) : owes(work.stage as Stage, month, duty),
    )
    const names = owing.slice(0, namesShown).map((work) => work.name)
    return owing.length === 0 ? [] : [{ month, dueOn, works: { names, total: owing.length } }]
  })
}

const unmet = and(isNull(milestones.metOn), isNotNull(milestones.baselineOn))
const atWork = notInArray(projectList.stage, ['paused', 'withdrawn'])

const milestoneRows = (where: SQL | undefined): FeedMilestone[] =>
  orm()
    .select({ id: milestones.id, code: projectList.code, work: projectList.name, name: milestones.name, on: milestones.baselineOn })
    .from(milestones)
    .innerJoin(projectList, eq(projectList.projectId, milestones.projectId))
    .where(and(unmet, where))
    .orderBy(asc(milestones.baselineOn), asc(milestones.id))
    .limit(mostMilestones)
    .all()
    .flatMap(({ on, ...row }) => (on === null ? [] : [{ ...row, on }]))

const ownMilestones = (scope: SQL): FeedMilestone[] => milestoneRows(and(scope, atWork))

/** Of the works of the highest levels, as many as a calendar can hold: there is no index by day, so the works are chosen first. */
function keyMilestones(today: Day, until: Day): FeedMilestone[] {
  const works: number[] = []
  for (const level of projectLevels) {
    const ofLevel = and(eq(projectList.level, level), atWork)
    const rows = orm()
      .select({ id: projectList.projectId })
      .from(projectList)
      .where(ofLevel)
      .orderBy(asc(projectList.code))
      .limit(most - works.length)
      .all()
    works.push(...rows.map((row) => row.id))
    if (works.length >= most) break
  }
  return milestoneRows(and(inArray(milestones.projectId, works), gte(milestones.baselineOn, today), lte(milestones.baselineOn, until)))
}

function comingMeetings(today: Day, until: Day): FeedFacts['meetings'] {
  const { id, kind, title, heldOn, place } = meetings
  return orm()
    .select({ id, kind, title, on: heldOn, place })
    .from(meetings)
    .where(and(gte(heldOn, today), lte(heldOn, until)))
    .orderBy(asc(heldOn), asc(id))
    .limit(most)
    .all()
}

function rectifications(actor: UserActor, today: Day): FeedFacts['findings'] {
  const { number, facts, dueOn } = findings
  const running = and(inArray(findings.state, runningStates), gte(dueOn, addDays(today, -365)))
  return orm()
    .select({ number, facts, on: dueOn })
    .from(findings)
    .where(and(visibleFindings(actor), running))
    .orderBy(asc(dueOn), asc(findings.id))
    .limit(most)
    .all()
    .flatMap(({ on, ...row }) => (on === null ? [] : [{ ...row, on }]))
}

/** What was asked of the reader's own unit. */
function answersDue(actor: UserActor): FeedFacts['conditions'] {
  const { id, ask, unitDueOn } = conditions
  return orm()
    .select({ id, work: projects.name, ask, on: unitDueOn })
    .from(conditions)
    .innerJoin(projects, eq(projects.id, conditions.projectId))
    .where(and(eq(conditions.askedOfId, actor.organisationId), eq(conditions.state, 'open'), isNotNull(unitDueOn)))
    .orderBy(asc(unitDueOn), asc(id))
    .limit(most)
    .all()
    .flatMap(({ on, ...row }) => (on === null ? [] : [{ ...row, on }]))
}
