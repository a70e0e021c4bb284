import type { FieldItem, SeenFigureRecord } from '../../domain/field-items'
import type { FieldFigure } from '../../domain/field-package'
import type { FindingCategory, FindingSeverity } from '../../domain/finding'
import { cutTo, hasVisible } from '../../domain/printable'
import type { RatingLevel, SeenFigure } from '../../domain/visit'
import { kindOf, saidValue, seenValue } from './seen-value'
import { emptyFigure, type VisitDraft } from './visit-draft'

type Of<Kind extends FieldItem['kind']> = Extract<FieldItem, { kind: Kind }>
type Stamp = { id: string; deviceAt: string; offsetMs: number | null }

/** Queued when the visit begins: the visit's own id is the item's too, so that beginning twice is beginning once. */
export function startedItem(draft: VisitDraft): Of<'visit-started'> {
  const { id, round, code, startedAt, offsetMs, basis } = draft
  return { kind: 'visit-started', id, deviceAt: startedAt, offsetMs, visit: id, round, code, startedAt, basis }
}

/** What a finished visit hands in, dependencies first. */
export function finishedItems(draft: VisitDraft, deviceAt: string): FieldItem[] {
  const stamp = (id: string): Stamp => ({ id, deviceAt, offsetMs: draft.offsetMs })
  return [
    ...draft.findings.map((finding) => findingItem(draft, finding, stamp(finding.id))),
    ...draft.photos.map((photo) => photoItem(draft, photo, stamp(photo.id))),
    finishItem(draft, stamp(draft.finishId)),
  ]
}

function findingItem(draft: VisitDraft, finding: VisitDraft['findings'][number], stamp: Stamp): Of<'finding'> {
  const { category, severity, basis, facts } = finding
  return {
    kind: 'finding',
    ...stamp,
    visit: draft.id,
    category: category as FindingCategory,
    severity: severity as FindingSeverity,
    basis: basis.trim() || null,
    facts: facts.trim(),
  }
}

function photoItem(draft: VisitDraft, photo: VisitDraft['photos'][number], stamp: Stamp): Of<'photo'> {
  const { finding, name, bytes, sha256, takenAt, position } = photo
  return { kind: 'photo', ...stamp, visit: draft.id, finding, name, bytes, sha256, takenAt, position }
}

function finishItem(draft: VisitDraft, stamp: Stamp): Of<'visit-finished'> {
  const { level, reason } = draft.rating
  return {
    kind: 'visit-finished',
    ...stamp,
    visit: draft.id,
    endedAt: stamp.deviceAt,
    figures: draft.shown.flatMap((shown) => figureRecord(draft, shown)),
    rating: draft.mayRate && level !== '' ? { level: level as RatingLevel, reason: reason.trim() } : null,
    present: namesOf(draft.present),
    words: draft.words.trim() || null,
    position: draft.locate ? draft.position : null,
  }
}

/** A figure nobody looked at is not in the record: absence is told from "could not be checked". */
export function figureRecord(draft: VisitDraft, shown: FieldFigure): SeenFigureRecord[] {
  const { result, value, why } = figureOf(draft, shown.figure)
  if (result === null) return []
  const seen = result === 'differs' || result === 'seen' ? (seenValue(shown.figure, value) ?? null) : null
  const reported = saidValue(shown.reported)
  // What was typed before the answer was changed is not part of it.
  const reason = result === 'agrees' || kindOf(shown.figure) === 'count' ? null : why.trim() || null
  return [{ figure: shown.figure, result, reported, approved: saidValue(shown.approved), value: seen, why: reason }]
}

/** People and machines have nothing to compare with: a number typed is a number seen. */
export function figureOf(draft: VisitDraft, figure: SeenFigure): { result: FieldItemResult; value: string; why: string } {
  const typed = draft.figures[figure] ?? emptyFigure
  if (kindOf(figure) !== 'count') return typed
  return { ...typed, result: typed.value.trim() === '' ? null : 'seen' }
}
type FieldItemResult = SeenFigureRecord['result'] | null

/** One name a line; commas of either kind are taken as well. */
export function namesOf(typed: string): string[] {
  const names = typed.split(/[\n,，、;；]+/).map((name) => cutTo(name.trim(), 40).trim())
  return [...new Set(names.filter(hasVisible))].slice(0, 20)
}
