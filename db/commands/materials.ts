import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { draftFiles, materialDraft } from '../../domain/draft'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import { canHandInMaterial, canListProjects, canReadProject } from '../../domain/policy'
import type { MaterialReturn, MaterialsInput } from '../../domain/round-input'
import { takesMaterials, takesWords } from '../../domain/round-rules'
import type { Tx } from '../client'
import { handInDraft } from '../drafts'
import { recordEvent } from '../events'
import { draftLinks } from '../evidence-links'
import { changeRound, roundToChange } from '../inspection/round-change'
import { roundById } from '../queries/round-access'
import { roundWorkById } from '../queries/round-work'
import { workById } from '../queries/work'
import { submitter } from '../review'
import { materialReturns, roundMaterials } from '../schema'
import { write } from '../write'

/** What every unit of the round is asked for, one a line; nobody has been asked yet, so the list may simply be replaced. */
export function saveMaterials(ctx: Ctx, input: MaterialsInput): void {
  write(ctx, 'saveMaterials', input, (tx) => {
    const round = roundToChange(tx, ctx, input, takesWords)
    const names = [...new Set((input.materials ?? '').split('\n').map((line) => line.trim()))].filter(Boolean)
    if (names.some((name) => name.length > 100)) refuseField('materials', 'too-long', { max: 100 })
    if (names.length > 20) refuseField('materials', 'too-large', { max: 20 })
    const before = materialNames(tx, round.id)
    tx.delete(roundMaterials).where(eq(roundMaterials.roundId, round.id)).run()
    for (const [at, name] of names.entries())
      tx.insert(roundMaterials)
        .values({ roundId: round.id, position: at + 1, name })
        .run()
    const { materialsDueOn } = input
    const body = { before: { materials: before, dueOn: round.materialsDueOn }, after: { materials: names, dueOn: materialsDueOn } }
    changeRound(tx, ctx, round, { columns: { materialsDueOn }, action: 'round.materials-set', body })
  })
}

function materialNames(tx: Tx, roundId: number): string[] {
  const rows = tx.select().from(roundMaterials).where(eq(roundMaterials.roundId, roundId)).orderBy(asc(roundMaterials.position)).all()
  return rows.map(({ name }) => name)
}

/** A unit hands in one of the things asked of its work; a later one stands beside the earlier. Returns its id. */
export function handInMaterial(ctx: Ctx, input: MaterialReturn): number {
  return write(ctx, 'handInMaterial', input, (tx) => {
    allow(canListProjects(ctx.actor))
    const { work, round, material } = materialAsked(tx, ctx, input)
    allow(canHandInMaterial(ctx.actor, work))
    if (!takesMaterials(round)) refuse('round-not-there', {}, { state: round.state })
    const subject = materialDraft(input.roundWorkId, material.id)
    if (input.words === null && draftLinks(tx, submitter(ctx), draftFiles(subject)).length === 0) refuseField('words', 'hand-in-empty')
    const row = { materialId: material.id, roundWorkId: input.roundWorkId, words: input.words }
    const signed = { handedInBy: submitter(ctx), handedInAt: ctx.at, handedInOn: ctx.today }
    const { id } = tx
      .insert(materialReturns)
      .values({ ...row, ...signed })
      .returning({ id: materialReturns.id })
      .get()
    const files = handInDraft(tx, ctx, subject, `material:${id}`)
    const body = { round: round.id, material: material.name, words: input.words, files }
    recordEvent(tx, ctx, { action: 'material.handed-in', subject: `project:${work.code}`, body })
    return id
  })
}

/** Nobody is asked before the list is open; whose work it is not does not find it. */
function materialAsked(tx: Tx, ctx: Ctx, { roundWorkId, materialId }: MaterialReturn) {
  const { roundId, projectId, listOpen } = roundWorkById(tx, roundWorkId)
  const work = workById(tx, projectId)
  if (!listOpen || !canReadProject(ctx.actor, work)) refuse('not-found')
  const asked = and(eq(roundMaterials.id, materialId), eq(roundMaterials.roundId, roundId))
  return { work, round: roundById(tx, roundId), material: found(tx.select().from(roundMaterials).where(asked).get()) }
}
