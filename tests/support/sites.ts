import { and, asc, eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { finishVisit, startVisit } from '../../db/commands/visits'
import { basesOf } from '../../db/inspection/visit-basis'
import { differences, ratings, users, visitFigures, visitSummaries, visits } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { fieldItem, type SeenFigureRecord } from '../../domain/field-items'
import type { RatingLevel } from '../../domain/visit'
import { ctxOf, type TestHouse, testDay } from './house'
import { makeRound, nameTeam, nameWorks, opened, workIn } from './rounds'
import { work } from './work'

/** What is there to be seen of visits, for the tests of what follows from them. */
export const visitRow = (id: number) => orm().select().from(visits).where(eq(visits.id, id)).get()!
export const ratingRows = (roundWorkId: number) =>
  orm().select().from(ratings).where(eq(ratings.roundWorkId, roundWorkId)).orderBy(asc(ratings.id)).all()
export const differenceRows = (visitId: number) =>
  orm().select().from(differences).where(eq(differences.visitId, visitId)).orderBy(asc(differences.id)).all()
export const summaryRows = (roundWorkId: number) =>
  orm().select().from(visitSummaries).where(eq(visitSummaries.roundWorkId, roundWorkId)).orderBy(asc(visitSummaries.id)).all()
export const figureRow = (visitId: number, figure: string) =>
  orm()
    .select()
    .from(visitFigures)
    .where(and(eq(visitFigures.visitId, visitId), eq(visitFigures.figure, figure)))
    .get()!

export type Site = { round: number; code: string; roundWorkId: number }

/** A known round with one work in its list; the first supervisor leads the team unless another team is named. */
export function siteIn(
  t: TestHouse,
  code: string,
  options: { team?: Record<string, string>[]; fields?: Record<string, string> } = {},
): Site {
  const round = makeRound(t, options.fields)
  nameWorks(t, round, [code])
  nameTeam(t, round, options.team ?? [{ name: '周组长', unit: '督查室', duty: 'leader', username: usernameOf(t.actors.supervisor) }])
  opened(round)
  return { round, code, roundWorkId: workIn(round, code).id }
}

export const usernameOf = ({ id }: UserActor): string => orm().select().from(users).where(eq(users.id, id)).get()?.username ?? ''

let number = 0
/** A phone's id; another one each time. */
const clientId = (): string => `00000000-0000-4000-9000-${String(++number).padStart(12, '0')}`

type Figure = Partial<SeenFigureRecord> & Pick<SeenFigureRecord, 'figure' | 'result'>
export type Seen = { figures?: Figure[]; rating?: RatingLevel | null; words?: string; today?: Day; finish?: boolean }

/** Somebody goes to a site, as their phone would hand it in. Returns the visit's id. */
export function visitBy(actor: UserActor, { round, code }: Pick<Site, 'round' | 'code'>, seen: Seen = {}): number {
  const { figures = [], rating = 'yellow', words = '现场有施工', today = testDay, finish = true } = seen
  const visit = clientId()
  const { id: projectId, version } = work(code)
  const ctx = ctxOf(actor, today)
  const basis = { ...basesOf(orm(), [{ id: projectId, version }]).get(projectId), packagedAt: `${today}T00:00:00.000Z` }
  const item = (kind: string, more: object) => fieldItem.parse({ kind, id: clientId(), deviceAt: ctx.at, offsetMs: 0, visit, ...more })
  const started = item('visit-started', { round, code, startedAt: ctx.at, basis })
  if (started.kind === 'visit-started') startVisit(ctx, started)
  const finished = item('visit-finished', {
    endedAt: ctx.at,
    figures: figures.map((figure) => ({ reported: null, approved: null, value: null, why: null, ...figure })),
    rating: rating && { level: rating, reason: '进度跟不上' },
    ...{ present: ['李工'], words, position: null },
  })
  if (finish && finished.kind === 'visit-finished') finishVisit(ctxOf(actor, today), finished)
  return orm().select().from(visits).where(eq(visits.clientId, visit)).get()?.id ?? 0
}

/** Seen otherwise than told: the owner says 80 %, there are 60. */
export const sixty: Figure = { figure: 'percent', result: 'differs', reported: null, approved: 80, value: 60, why: '主体未封顶' }
