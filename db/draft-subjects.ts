import type { Ctx } from '../domain/actor'
import { allow, refuse, refuseField } from '../domain/errors'
import { draftEvidenceSubject, type EvidenceSubject } from '../domain/evidence'
import {
  canAddUpdateEvidence,
  canHandInMaterial,
  canReadFinding,
  canReadProject,
  canRectify,
  canSubmitFactSheet,
  canSubmitOutput,
} from '../domain/policy'
import type { Reader } from './client'
import { findingById, findingOwned } from './queries/finding-owned'
import { roundWorkById } from './queries/round-work'
import { workByCode, workById } from './queries/work'

/** A form is begun, with its files (`draft:update:P0001:monthly:2025-09`), only by whoever may hand it in. */
export function allowDraft(db: Reader, ctx: Ctx, subject: string): void {
  allow(ctx.actor.kind === 'user')
  const about = draftEvidenceSubject(subject) ?? refuseField('subject', 'malformed')
  allow(mayHandIn(db, ctx, about))
}

function mayHandIn(db: Reader, { actor }: Ctx, about: EvidenceSubject): boolean {
  if (about.form === 'output') return canSubmitOutput(actor, about.organisationId)
  if (about.form === 'finding') {
    const finding = findingOwned(db, findingById(db, about.findingId))
    if (!canReadFinding(actor, finding)) refuse('not-found')
    return canRectify(actor, finding)
  }
  if (about.form === 'material') {
    const { projectId, listOpen } = roundWorkById(db, about.roundWorkId)
    const work = workById(db, projectId)
    if (!listOpen || !canReadProject(actor, work)) refuse('not-found')
    return canHandInMaterial(actor, work)
  }
  const work = workByCode(db, about.projectCode)
  if (!canReadProject(actor, work)) refuse('not-found')
  return about.form === 'update' ? canAddUpdateEvidence(actor, work) : canSubmitFactSheet(actor, work)
}
