import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { addDays, type Day } from '../../domain/calendar'
import type { ScopeRoute, ScopeRule, StrataKind } from '../../domain/inspection'
import type { NewRound, RoundMove, TeamInput } from '../../domain/round-input'
import { orm } from '../client'
import { commitDraw, drawWorks, freezeDraw } from '../commands/draws'
import { saveMaterials } from '../commands/materials'
import { assignWorks, scopeRound } from '../commands/round-scope'
import { saveGroups, saveTeam } from '../commands/round-team'
import { createRound, moveRound } from '../commands/rounds'
import { projects, roundGroups, rounds, roundWorks } from '../schema'
import { actorNamed, office } from './cast'
import type { As } from './diary'

/** A round of the demonstration; its id is known once it is made. */
export type Round = { id: number }
export const newRound = (): Round => ({ id: 0 })

export function refOf({ id }: Round): { id: number; version: number } {
  return { id, version: orm().select().from(rounds).where(eq(rounds.id, id)).get()?.version ?? 0 }
}

type Member = TeamInput['members'][number]
const person = (name: string, duty: Member['duty'], groupId: number | null, username: string | null = null, unit = office(2)): Member => ({
  ...{ name, unit, duty, username, groupId },
})

/** Two groups, each led by one of the two supervisors, with a clerk (资料员) over both. */
export function makeRound(ctx: Ctx, round: Round, input: NewRound): void {
  round.id = createRound(ctx, input)
  const { fromDay, toDay } = input
  const groups = ['督查一组', '督查二组'].map((name) => ({ id: null, name, fromDay, toDay }))
  saveGroups(ctx, { ...refOf(round), groups })
  const [first = null, second = null] = groupIds(round)
  const leaders = [person('督查员甲', 'leader', first, 'supervisor1'), person('督查员乙', 'leader', second, 'supervisor2')]
  const others = [person('文资料', 'clerk', null), person('袁测量', 'member', first), person('贺质监', 'member', second, null, office(3))]
  saveTeam(ctx, { ...refOf(round), members: [...leaders, ...others] })
}

/** One group only: a supervisor leads, a person of the bureau goes along (联合). */
export function makeJointRound(ctx: Ctx, round: Round, input: NewRound): void {
  round.id = createRound(ctx, input)
  const members = [person('督查员甲', 'leader', null, 'supervisor1'), person('戴工', 'member', null, 'bureau3', office(1))]
  saveTeam(ctx, { ...refOf(round), members })
}

/** Both supervisors, in no groups. */
export function nameTeam(ctx: Ctx, round: Round): void {
  saveTeam(ctx, {
    ...refOf(round),
    members: [person('督查员甲', 'leader', null, 'supervisor1'), person('督查员乙', 'member', null, 'supervisor2')],
  })
}

function groupIds(round: Round): number[] {
  const rows = orm().select().from(roundGroups).where(eq(roundGroups.roundId, round.id)).orderBy(asc(roundGroups.id)).all()
  return rows.map(({ id }) => id)
}

const nothing = { list: null, codes: [], rules: [] }

export function nameWorks(ctx: Ctx, round: Round, codes: string[]): void {
  scopeRound(ctx, { ...refOf(round), ...nothing, how: 'named', codes })
}

export function addByRules(ctx: Ctx, round: Round, rules: ScopeRule[]): void {
  scopeRound(ctx, { ...refOf(round), ...nothing, how: 'rules', rules })
}

/** The seed is the system's own, as in a real library: every making of the demonstration draws other works, and as many. */
export function drawSome(as: As, { id }: Round, count: number, stratify: StrataKind, reason: string | null = null): void {
  const supervisor = actorNamed('supervisor1')
  const draw = commitDraw(as(supervisor), { id, reason })
  const how = { count, stratify, weighted: true, atLeastOne: false, pool: 'rest' as const, publicValue: null, publicSource: null }
  freezeDraw(as(supervisor), { id: draw, ...how })
  drawWorks(as(supervisor), { id: draw })
}

/** Works go to the two groups in turn, one a group and day; `shared` ones to nobody in particular, so that both may come. */
export function shareOut(ctx: Ctx, round: Round, from: Day, shared: readonly string[] = []): void {
  const groups = groupIds(round)
  const works = listOf(round).map(({ id, code }, at) => ({
    ...{ id, remove: false, reason: null, visitOn: addDays(from, Math.floor(at / 4)) },
    groupId: shared.includes(code) ? null : (groups[at % 2] ?? null),
  }))
  assignWorks(ctx, { ...refOf(round), works })
}

const routes: readonly ScopeRoute[] = ['named', 'carried', 'rule', 'draw']

/** What was named comes first and what was drawn last: the same groups go to the same works whatever is drawn. */
export function listOf({ id }: Round) {
  const rows = orm()
    .select({
      id: roundWorks.id,
      code: projects.code,
      groupId: roundWorks.groupId,
      route: roundWorks.route,
      projectId: projects.id,
      stage: projects.stage,
    })
    .from(roundWorks)
    .innerJoin(projects, eq(projects.id, roundWorks.projectId))
    .where(eq(roundWorks.roundId, id))
    .orderBy(asc(projects.code))
    .all()
  return rows.sort((a, b) => routes.indexOf(a.route) - routes.indexOf(b.route))
}

/** Who goes to a work: the leader of the group it was given to. */
export function inspectorOf(round: Round, code: string): 'supervisor1' | 'supervisor2' {
  const row = listOf(round).find((work) => work.code === code)
  return row?.groupId !== null && row?.groupId === groupIds(round)[1] ? 'supervisor2' : 'supervisor1'
}

export function placeIn(round: Round, code: string) {
  const row = orm()
    .select({ id: roundWorks.id, projectId: roundWorks.projectId })
    .from(roundWorks)
    .innerJoin(projects, eq(projects.id, roundWorks.projectId))
    .where(and(eq(roundWorks.roundId, round.id), eq(projects.code, code)))
    .get()
  if (!row) throw new Error(`${code} is not in the list of round ${round.id}`)
  return row
}

const materials = '施工许可证或开工报告\n最近一期监理月报\n资金到位与支付凭证'

export function askForMaterials(ctx: Ctx, round: Round, materialsDueOn: Day): void {
  saveMaterials(ctx, { ...refOf(round), materials, materialsDueOn })
}

export function take(ctx: Ctx, round: Round, step: RoundMove['step']): void {
  moveRound(ctx, { ...refOf(round), step })
}
