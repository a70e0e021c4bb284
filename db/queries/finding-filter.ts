import { and, eq, gte, inArray, lt, lte, ne, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { type FindingFilter, type FindingShow, foundBetween } from '../../domain/finding-params'
import { findingStates, isFindingDone } from '../../domain/finding-workflow'
import { canKeepRounds } from '../../domain/policy'
import { runningStates } from '../inspection/finding-clock'
import { findings } from '../schema'
import { visibleFindings } from './finding-scope'

const doneStates = findingStates.filter(isFindingDone)

export const isOpen = (): SQL => notInArray(findings.state, doneStates)
export const isOverdue = (today: Day): SQL | undefined => and(inArray(findings.state, runningStates), lt(findings.dueOn, today))
const isClosed = (): SQL => inArray(findings.state, doneStates)

function shown(show: FindingShow, today: Day): SQL | undefined {
  if (show === 'open') return isOpen()
  if (show === 'overdue') return isOverdue(today)
  return show === 'closed' ? isClosed() : undefined
}

/** What the address asks for, within what the reader may see. */
export function findingCondition(actor: Actor, filter: FindingFilter, today: Day): SQL | undefined {
  const { show = 'open', state, unit, severity, category, source, quarter, round, age } = filter
  const found = age && foundBetween(age, today)
  return and(
    visibleFindings(actor),
    shown(show, today),
    state && eq(findings.state, state),
    unit ? and(eq(findings.unitId, Number(unit)), ne(findings.state, 'registered')) : undefined,
    severity && eq(findings.severity, severity),
    category && eq(findings.category, category),
    source && eq(findings.source, source),
    quarter ? eq(findings.quarter, quarter) : undefined,
    round ? ofRound(actor, Number(round)) : undefined,
    found?.from ? gte(findings.foundOn, found.from) : undefined,
    found?.to ? lte(findings.foundOn, found.to) : undefined,
    ofWorks(filter),
  )
}

/** Found in that round or carried into it; what was carried tells of a list, so it waits until the list is open. */
function ofRound(actor: Actor, round: number): SQL {
  const open = canKeepRounds(actor)
    ? sql`1 = 1`
    : sql`exists (select 1 from rounds r where r.id = ${round} and r.list_opened_at is not null)`
  return sql`(${findings.roundId} = ${round} or (${findings.carriedToId} = ${round} and ${open}))`
}

function ofWorks({ chain, project }: FindingFilter): SQL | undefined {
  const inChain = chain === 'none' ? sql`(findings.project_id is null or w.chain_id is null)` : chain && sql`w.chain_id = ${chain}`
  if (project) return sql`findings.project_id = (select w.project_id from project_list w where w.code = ${project})`
  return inChain && sql`exists (select 1 from (select 1) left join project_list w on w.project_id = findings.project_id where ${inChain})`
}
