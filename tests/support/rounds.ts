import { and, eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { saveMaterials } from '../../db/commands/materials'
import { notifyRound, type PaperRenderer } from '../../db/commands/round-notice'
import { scopeRound } from '../../db/commands/round-scope'
import { saveTeam } from '../../db/commands/round-team'
import { createRound, moveRound } from '../../db/commands/rounds'
import { insertFinding } from '../../db/inspection/findings'
import { projectList, roundMaterials, rounds, roundWorks, visits } from '../../db/schema'
import { write } from '../../db/write'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { materialsInput, newRoundInput, roundMove, scopeInput, teamInput } from '../../domain/round-input'
import { ctxOf, type TestHouse, testDay } from './house'
import { typed } from './typed'
import { work } from './work'

export const roundRow = (id: number) => orm().select().from(rounds).where(eq(rounds.id, id)).get()!
export const refOf = (id: number) => ({ id: String(id), version: String(roundRow(id).version) })

/** Bytes that say what was rendered. */
export const plainPaper: PaperRenderer = {
  word: async (paper) => new TextEncoder().encode(JSON.stringify(paper)),
  page: (paper) => paper.title,
}

type Fields = Record<string, string>
const september = {
  quarter: '2025Q3',
  kind: 'special',
  title: '三季度专项督查',
  announcement: 'announced',
  fromDay: '2025-10-20',
  toDay: '2025-10-24',
}

export const makeRound = (t: TestHouse, fields: Fields = {}, actor: UserActor = t.actors.supervisor): number =>
  createRound(ctxOf(actor), typed(newRoundInput, { ...september, ...fields }))

export const nameWorks = (t: TestHouse, id: number, codes: readonly string[]): number =>
  scopeRound(ctxOf(t.actors.supervisor), typed(scopeInput, { ...refOf(id), how: 'named', list: codes.join('\n') }))

const leader = { name: '周组长', unit: '督查室', duty: 'leader' }
export const nameTeam = (t: TestHouse, id: number, members: Fields[] = [leader]): void =>
  saveTeam(ctxOf(t.actors.supervisor), typed(teamInput, { ...refOf(id), members }))

export const askFor = (t: TestHouse, id: number, materials = '施工许可证\n监理月报', materialsDueOn = '2025-10-18'): void =>
  saveMaterials(ctxOf(t.actors.supervisor), typed(materialsInput, { ...refOf(id), materials, materialsDueOn }))

export const sendNotice = (t: TestHouse, id: number): Promise<void> =>
  notifyRound(ctxOf(t.actors.supervisor), { id, version: roundRow(id).version }, plainPaper)

export const move = (t: TestHouse, id: number, step: string, today: Day = testDay): void =>
  moveRound(ctxOf(t.actors.supervisor, today), typed(roundMove, { ...refOf(id), step }))

/** An announced round whose notice is out, with these works and two materials asked for. */
export async function notifiedRound(t: TestHouse, codes: readonly string[], fields: Fields = {}): Promise<number> {
  const id = makeRound(t, fields)
  nameWorks(t, id, codes)
  nameTeam(t, id)
  askFor(t, id)
  await sendNotice(t, id)
  return id
}

/** What notifyRound writes, for a table of synchronous preparations. */
export function opened(id: number): number {
  const at = '2025-10-16T02:00:00.000Z'
  orm().update(rounds).set({ state: 'notified', notifiedOn: testDay, openedAt: at, listOpenedAt: at }).where(eq(rounds.id, id)).run()
  return id
}

/** As if a first visit had begun: an unannounced round and this one work are known from now on. */
export function beginVisit(id: number, code: string, actor: UserActor, on: Day = testDay): void {
  const at = `${on}T03:00:00.000Z`
  const { listOpenedAt, openedAt } = roundRow(id)
  const row = workIn(id, code)
  orm()
    .insert(visits)
    .values({
      clientId: `00000000-0000-4000-8000-${String(Date.now() % 1e6).padStart(6, '0')}${String(row.id).padStart(6, '0')}`,
      roundId: id,
      projectId: row.projectId,
      roundWorkId: row.id,
      inspectorId: actor.id,
      startedAt: at,
      visitedOn: on,
      receivedAt: at,
      finishedAt: at,
      basis: {},
    })
    .run()
  orm().update(roundWorks).set({ openedAt: at }).where(eq(roundWorks.id, row.id)).run()
  orm()
    .update(rounds)
    .set({ state: 'under-way', openedAt: openedAt ?? at, listOpenedAt })
    .where(eq(rounds.id, id))
    .run()
}

export function workIn(id: number, code: string) {
  const own = and(eq(roundWorks.roundId, id), eq(roundWorks.projectId, work(code).id))
  return orm().select().from(roundWorks).where(own).get()!
}

export const codesIn = (id: number): string[] =>
  orm()
    .select({ code: projectList.code })
    .from(roundWorks)
    .innerJoin(projectList, eq(projectList.projectId, roundWorks.projectId))
    .where(eq(roundWorks.roundId, id))
    .all()
    .map(({ code }) => code)
    .toSorted()

export const materialIn = (id: number, at = 0) => orm().select().from(roundMaterials).where(eq(roundMaterials.roundId, id)).all()[at]!

/** A problem found by a round at a work. */
export function findingIn(t: TestHouse, roundId: number | null, code: string, facts = '围挡缺失') {
  const said = { clientId: null, visitId: null, source: 'inspection', category: 'safety', severity: 'general', basis: null } as const
  const ctx = ctxOf(t.actors.supervisor)
  return write(ctx, 'insertFinding', facts, (tx) =>
    insertFinding(tx, ctx, { ...said, roundId, projectId: work(code).id, facts, foundBy: '督查室', foundOn: testDay }),
  )
}
