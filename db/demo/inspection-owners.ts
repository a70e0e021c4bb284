import { and, eq, inArray } from 'drizzle-orm'
import type { Day } from '../../domain/calendar'
import type { DifferenceOutcome } from '../../domain/difference'
import { draftFiles, materialDraft } from '../../domain/draft'
import { found } from '../../domain/errors'
import { monthlyInput } from '../../domain/update-input'
import type { SeenFigure } from '../../domain/visit'
import { orm } from '../client'
import { settleDifference } from '../commands/differences'
import { uploadEvidence } from '../commands/evidence'
import { handInMaterial } from '../commands/materials'
import { answerRating } from '../commands/ratings'
import { approveUpdate } from '../commands/review-updates'
import { submitMonthlyUpdate } from '../commands/updates'
import { differences, ratings, roundMaterials } from '../schema'
import { actorNamed, ownerOf } from './cast'
import type { As, Diary } from './diary'
import { pictureOf } from './pictures'
import { placeIn, type Round } from './round-steps'

type Asked = { round: Round; code: string; unit: string }

/** A unit hands in the first `count` things that were asked of its work, the first of them with a file. */
export function handInOn(diary: Diary, day: Day, { round, code, unit }: Asked, count: number): void {
  diary.on(day, async (as) => {
    const place = placeIn(round, code)
    const asked = orm().select().from(roundMaterials).where(eq(roundMaterials.roundId, round.id)).orderBy(roundMaterials.position).all()
    for (const [at, { id, name }] of asked.slice(0, count).entries()) {
      const subject = draftFiles(materialDraft(place.id, id))
      if (at === 0) await uploadEvidence(as(ownerOf(unit)), { subject, name: `${name}.jpg`, bytes: await pictureOf('foundation') })
      handInMaterial(as(ownerOf(unit)), { roundWorkId: place.id, materialId: id, words: at === 0 ? null : '原件备查，请督查组现场核验' })
    }
  })
}

/** A rating worse than the lights, answered in words by the unit whose work it is. */
export function answerOn(diary: Diary, day: Day, { round, code, unit }: Asked, answer: string): void {
  diary.on(day, (as) => {
    const rows = orm()
      .select()
      .from(ratings)
      .where(eq(ratings.roundWorkId, placeIn(round, code).id))
      .all()
    const { id, version } = found(rows.find((row) => row.current && row.answerDueOn !== null))
    answerRating(as(ownerOf(unit)), { id, version, answer })
  })
}

/** Every difference of the figure that waits at the work, whichever inspector saw it. */
function openDifferences({ round, code }: Asked, figure: SeenFigure): { id: number; version: number }[] {
  const { projectId } = placeIn(round, code)
  const there = and(
    eq(differences.projectId, projectId),
    eq(differences.figure, figure),
    inArray(differences.state, ['open', 'revision-asked']),
  )
  return orm().select({ id: differences.id, version: differences.version }).from(differences).where(there).orderBy(differences.id).all()
}

type Decision = { figure: SeenFigure; reason: string | null }

function settleOn(
  diary: Diary,
  day: Day,
  asked: Asked,
  { figure, ...decision }: Decision & { outcome: DifferenceOutcome; by: string },
): void {
  const { by, ...said } = decision
  diary.on(
    day,
    (as) => {
      for (const difference of openDifferences(asked, figure)) settleDifference(as(actorNamed(by)), { ...difference, ...said })
    },
    11,
  )
}

export const keepFigureOn = (diary: Diary, day: Day, asked: Asked, decision: Decision, by = 'bureau1'): void =>
  settleOn(diary, day, asked, { ...decision, outcome: 'keep', by })

export const askRevisionOn = (diary: Diary, day: Day, asked: Asked, decision: Decision): void =>
  settleOn(diary, day, asked, { ...decision, outcome: 'ask-revision', by: 'bureau1' })

/** The unit corrects its month, the bureau approves the revision, and the difference is closed with it. */
export function reviseOn(diary: Diary, day: Day, asked: Asked, month: { period: string; percent: string; step: string }): void {
  diary.on(day, (as) => reviseMonth(as, asked, month), 11)
}

function reviseMonth(as: As, asked: Asked, month: { period: string; percent: string; step: string }): void {
  const told = {
    ...month,
    code: asked.code,
    progressText: '按现场核定数更正',
    remark: '与督查组现场核对一致',
    revisionReason: '督查所见与上报不符',
  }
  const id = submitMonthlyUpdate(as(ownerOf(asked.unit)), monthlyInput.parse(told))
  approveUpdate(as(actorNamed('bureau2')), id)
  for (const difference of openDifferences(asked, 'percent'))
    settleDifference(as(actorNamed('bureau1')), { ...difference, outcome: 'revised', reason: null })
}
