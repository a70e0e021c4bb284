import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Day, Instant } from '../../domain/calendar'
import { found } from '../../domain/errors'
import type { SeenFigureRecord } from '../../domain/field-items'
import type { FieldFigure, FieldWork } from '../../domain/field-package'
import type { FindingCategory, FindingSeverity } from '../../domain/finding'
import type { Stage } from '../../domain/project'
import type { RatingLevel } from '../../domain/visit'
import { orm } from '../client'
import { takeFieldBatch } from '../commands/field-batch'
import { takePhotoPiece } from '../commands/photos'
import { sha256 } from '../hash'
import { fieldPackage } from '../queries/field-package'
import { findings, visits } from '../schema'
import { actorNamed } from './cast'
import type { As } from './diary'
import { pictureOf, type SceneName } from './pictures'
import { inspectorOf, type Round } from './round-steps'

type Problem = { category: FindingCategory; severity: FindingSeverity; basis: string | null; facts: string }
/** `less` = figures seen at so many hundredths of what was told; `unchecked` = could not be looked at, and why. */
export type Sight = {
  less?: Partial<Record<'percent' | 'investment' | 'quantity', number>>
  unchecked?: Partial<Record<FieldFigure['figure'], string>>
  rating?: { level: RatingLevel; reason: string } | null
  words?: string
  problems?: Problem[]
  photo?: SceneName
}
/** Where nothing else is told: what was reported is what was seen; what is not being built cannot be rated. */
export function plainSight(stage: Stage): Sight {
  const building = stage === 'construction' || stage === 'preparatory'
  if (building) return { rating: { level: 'green', reason: '与上报一致，推进有序' } }
  return { rating: { level: 'none', reason: '现场无施工，无从评定' }, words: '现场无施工' }
}

export type Going = { round: Round; code: string; by: string; day: Day; sight?: Sight }

/** A phone's id: every thing of a visit has its own. */
const clientId = (name: string): string => {
  const hex = sha256(`demo ${name}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Somebody takes a work along in the morning, goes there, and hands in the same evening; returns the visit's id. */
export async function goTo(as: As, going: Going): Promise<number> {
  const { round, code, by, day, sight = {} } = going
  const actor = actorNamed(by)
  const at = (time: string): Instant => new Date(`${day}T${time}:00+08:00`).toISOString()
  const work = workAlong(as(actor), going, at('08:30'))
  const name = `${round.id} ${code} ${by}`
  const visit = clientId(name)
  const item = (kind: string, time: string, more: object) => ({
    ...{ kind, id: clientId(`${name} ${kind} ${time}`), deviceAt: at(time), offsetMs: 0, visit },
    ...more,
  })
  const start = item('visit-started', '09:40', { round: round.id, code, startedAt: at('09:40'), basis: work.basis })
  const problems = (sight.problems ?? []).map((problem, index) => item('finding', `10:1${index}`, problem))
  const photo = sight.photo ? await photoItem(item, problems[0]?.id ?? null, sight.photo, at('10:25')) : null
  const items = [start, ...problems, ...(photo ? [photo] : []), finishItem(item, work, sight, at('11:05'))]
  handIn(as(actor), items)
  if (photo) await sendPhoto(as(actor), photo.id, await pictureOf(sight.photo as SceneName))
  return visitNumber(visit)
}

/** Taken along by whoever it was given to: somebody of the other group who comes too looks at the same sheet. */
function workAlong(ctx: Ctx, { round, code, by }: Going, packagedAt: Instant): FieldWork {
  const carrier = by.startsWith('supervisor') ? inspectorOf(round, code) : by
  const { works } = fieldPackage(actorNamed(carrier), { round: round.id, at: packagedAt, today: ctx.today, locale: 'zh-CN' })
  return found(works.find((work) => work.code === code))
}

type Item = (kind: string, time: string, more: object) => { id: string; kind: string }

async function photoItem(item: Item, finding: string | null, scene: SceneName, takenAt: Instant) {
  const bytes = await pictureOf(scene)
  const said = { finding, name: '现场照片.jpg', bytes: bytes.length, sha256: sha256(bytes), takenAt, position: null }
  return item('photo', '10:25', said)
}

async function sendPhoto(ctx: Ctx, id: string, piece: Uint8Array): Promise<void> {
  const { done } = await takePhotoPiece(ctx, { clientId: id, offset: 0, piece })
  if (!done) throw new Error(`photo ${id} did not come through`)
}

function finishItem(item: Item, work: FieldWork, { rating = null, words, unchecked = {}, less = {} }: Sight, endedAt: Instant) {
  const figures = work.figures.flatMap((figure) => seenOf(figure, less, unchecked))
  const said = { rating, present: ['项目负责人', '监理代表'], words: words ?? '现场有人施工，资料基本齐全', position: null }
  return item('visit-finished', '11:05', { endedAt, figures, ...said })
}

function seenOf(told: FieldFigure, less: NonNullable<Sight['less']>, unchecked: NonNullable<Sight['unchecked']>): SeenFigureRecord[] {
  const { figure } = told
  const [reported, approved] = [told.reported?.value ?? null, told.approved?.value ?? null]
  const line = { figure, reported, approved, value: null, why: null }
  const why = unchecked[figure]
  if (why) return [{ ...line, result: 'unchecked', why }]
  if (figure === 'people' || figure === 'machines') return [{ ...line, result: 'seen', value: figure === 'people' ? 18 : 3 }]
  const said = reported ?? approved
  if (said === null) return []
  const part = less[figure as keyof typeof less]
  if (part === undefined) return [{ ...line, result: 'agrees' }]
  const value = Math.round((Number(said) * part) / 100)
  return [{ ...line, result: 'differs', value, why: '现场所见少于上报，缺工程量签证' }]
}

/** What a server does not take would be missing from the demonstration without anybody noticing. */
function handIn(ctx: Ctx, items: readonly unknown[]): void {
  for (const taken of takeFieldBatch(ctx, items))
    if (taken.status === 'refused' || taken.status === 'later')
      throw taken.status === 'refused' ? taken.refusal : new Error(`${taken.id} was not taken`)
}

const visitNumber = (client: string): number =>
  found(orm().select({ id: visits.id }).from(visits).where(eq(visits.clientId, client)).get()).id

/** The problems found at a work in a round, in the order in which they were registered. */
export function problemsAt(round: Round, projectId: number): { id: number; number: string }[] {
  const there = and(eq(findings.roundId, round.id), eq(findings.projectId, projectId))
  return orm().select({ id: findings.id, number: findings.number }).from(findings).where(there).orderBy(asc(findings.id)).all()
}
