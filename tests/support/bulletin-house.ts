import { eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { issueBulletin, type Rendered } from '../../db/commands/bulletin-issue'
import { draftBulletin, proposeBulletin } from '../../db/commands/bulletins'
import { insertFinding, type NewFinding } from '../../db/inspection/findings'
import { bulletins, documents, ratings, rounds, roundWorks, visitFigures, visits } from '../../db/schema'
import { write } from '../../db/write'
import type { UserActor } from '../../domain/actor'
import type { Day, Quarter } from '../../domain/calendar'
import type { Paper } from '../../domain/official-document'
import type { RatingLevel } from '../../domain/visit'
import { ctxOf, type TestHouse, testDay } from './house'
import { work } from './work'

const at = '2025-10-10T02:00:00.000Z'

/** A round whose visits have ended, with a list of works; rows as the inspectors' commands leave them. */
export function endedRound(t: TestHouse, quarter: Quarter, codes: readonly string[], kind: 'quarterly' | 'special' = 'quarterly'): number {
  const row = { quarter, kind, title: `${quarter}督查`, announced: true, state: 'visits-ended' as const, openedAt: at, listOpenedAt: at }
  const { id } = orm()
    .insert(rounds)
    .values({ ...row, createdBy: t.actors.supervisor.id, createdAt: at })
    .returning({ id: rounds.id })
    .get()
  for (const code of codes)
    orm()
      .insert(roundWorks)
      .values({ roundId: id, projectId: work(code).id, route: 'named', rules: [] })
      .run()
  return id
}

/** A visit that was handed in, with how many figures agreed, differed and could not be checked, and the rating in force. */
export function seen(
  t: TestHouse,
  roundId: number,
  code: string,
  level: RatingLevel,
  [agrees, differs, unchecked]: [number, number, number],
) {
  const projectId = work(code).id
  const listed = orm().select().from(roundWorks).where(eq(roundWorks.projectId, projectId)).all()
  const roundWorkId = listed.find((row) => row.roundId === roundId)?.id ?? 0
  const inspectorId = t.actors.supervisor.id
  const visit = { clientId: `${roundId}-${code}-${agrees}`, roundId, projectId, roundWorkId, inspectorId, basis: {} }
  const times = { startedAt: at, endedAt: at, visitedOn: '2025-10-10', receivedAt: at, finishedAt: at }
  const { id: visitId } = orm()
    .insert(visits)
    .values({ ...visit, ...times })
    .returning({ id: visits.id })
    .get()
  const results = [...Array(agrees).fill('agrees'), ...Array(differs).fill('differs'), ...Array(unchecked).fill('unchecked')]
  for (const [index, result] of results.entries())
    orm()
      .insert(visitFigures)
      .values({ visitId, figure: `milestone:${index}`, result })
      .run()
  const rating = {
    level,
    reason: '现场所见',
    computedLevel: 'none' as const,
    computedLights: [],
    ratedBy: inspectorId,
    ratedOn: '2025-10-10',
  }
  orm()
    .insert(ratings)
    .values({ projectId, roundWorkId, visitId, current: true, ...rating })
    .run()
  return visitId
}

export function finding(t: TestHouse, roundId: number, code: string | null, more: Partial<NewFinding> = {}): string {
  const ctx = ctxOf(t.actors.supervisor)
  const said = {
    source: 'inspection',
    category: 'schedule',
    severity: 'serious',
    basis: null,
    facts: '进度滞后',
    foundBy: '督查室',
  } as const
  const ids = { clientId: null, roundId, visitId: null, projectId: code === null ? null : work(code).id }
  return write(ctx, 'test', null, (tx) => insertFinding(tx, ctx, { ...ids, ...said, foundOn: '2025-09-20', ...more })).number
}

export const bulletinRow = (id: number) => orm().select().from(bulletins).where(eq(bulletins.id, id)).get()!
export const documentRow = (id: number) => orm().select().from(documents).where(eq(documents.id, id)).get()!
export const step = (id: number) => ({ id, version: bulletinRow(id).version })
export const issueOf = (id: number, day: Day = testDay) => ({ ...step(id), signer: '演示甲', day })

/** Instead of Word: the paper itself, as bytes. */
export const plainRender = async (paper: Paper): Promise<Rendered> => ({
  word: new TextEncoder().encode(JSON.stringify(paper)),
  page: `<pre>${JSON.stringify(paper)}</pre>`,
})

export const proposed = (t: TestHouse, roundId: number, by: UserActor = t.actors.supervisor): number => {
  const id = draftBulletin(ctxOf(by), { roundId })
  proposeBulletin(ctxOf(by), step(id))
  return id
}

export async function issued(t: TestHouse, roundId: number, render = plainRender): Promise<number> {
  const id = proposed(t, roundId)
  await issueBulletin(ctxOf(t.actors.supervisor2), issueOf(id), render)
  return id
}
