import type { FieldItem, SeenFigureRecord } from '../../../domain/field-items'
import type { FieldPackage } from '../../../domain/field-package'
import { wanFieldText } from '../../../domain/money'
import { kindOf, notMet } from '../seen-value'
import { seal } from '../vault'
import { beginVisit, type FigureDraft, type VisitDraft } from '../visit-draft'
import { startedItem } from '../visit-items'
import { type Database, readOffset } from './database'
import type { Held } from './held-outbox'
import type { Person } from './people'
import { tell } from './signals'
import { deviceNow, outboxRecord } from './visits'

/** What the server refused, and what hangs on it and can never arrive. */
export function refusedOf(held: readonly Held[], visit: string): Held[] {
  const own = held.filter((one) => one.visit === visit && !('at' in one.standing))
  const refused = own.filter(({ standing }) => standing.state === 'refused')
  if (refused.some(({ item }) => item.kind === 'visit-started')) return own
  const findings = new Set(refused.map(({ id }) => id))
  return own.filter(
    ({ standing, item }) => standing.state === 'refused' || (item.kind === 'photo' && item.finding !== null && findings.has(item.finding)),
  )
}

/** Refused items become a visit that can be edited and handed in anew; null when its work is not on the device any more. */
export async function copyBack(
  db: Database,
  person: Person,
  held: readonly Held[],
  visit: string,
  packages: FieldPackage[],
): Promise<VisitDraft | null> {
  const moved = refusedOf(held, visit)
  const began = held.find(({ item }) => item.kind === 'visit-started' && item.visit === visit)?.item
  if (began?.kind !== 'visit-started' || moved.length === 0) return null
  const pack = packages.find(({ round }) => round.id === began.round)
  const work = pack?.works.find(({ code }) => code === began.code)
  if (!pack || !work) return null
  const newIds = new Map(moved.map(({ id }) => [id, crypto.randomUUID() as string]))
  const begun = beginVisit(pack, work, { startedAt: began.startedAt, offsetMs: await readOffset(db), newId: () => crypto.randomUUID() })
  const draft = moved.reduce((so, { item }) => withItem(so, item, newIds), begun)
  await move(db, person, draft, moved, newIds)
  tell('things')
  tell('wake')
  return draft
}

function withItem(draft: VisitDraft, item: FieldItem, newIds: Map<string, string>): VisitDraft {
  const id = newIds.get(item.id) ?? item.id
  if (item.kind === 'finding') {
    const { category, severity, basis, facts } = item
    return { ...draft, findings: [...draft.findings, { id, category, severity, basis: basis ?? '', facts }] }
  }
  if (item.kind === 'photo') {
    const { name, bytes, sha256, takenAt, position } = item
    const finding = item.finding === null ? null : (newIds.get(item.finding) ?? null)
    return { ...draft, photos: [...draft.photos, { id, finding, name, bytes, sha256, takenAt, position }] }
  }
  if (item.kind === 'visit-started') return draft
  const figures = Object.fromEntries(item.figures.map((figure) => [figure.figure, typedFigure(figure)]))
  const rating = item.rating ?? { level: '' as const, reason: '' }
  return {
    ...draft,
    figures,
    rating,
    present: item.present.join('\n'),
    words: item.words ?? '',
    position: item.position,
    locate: item.position !== null,
  }
}

function typedFigure({ figure, result, value, why }: SeenFigureRecord): FigureDraft {
  return { result, value: typedValue(figure as Parameters<typeof kindOf>[0], value), why: why ?? '' }
}

function typedValue(figure: Parameters<typeof kindOf>[0], value: string | number | null): string {
  if (value === null) return ''
  const kind = kindOf(figure)
  if (kind === 'milestone') return value === '' ? notMet : String(value)
  return kind === 'money' && typeof value === 'number' ? wanFieldText(value) : String(value)
}

async function move(db: Database, person: Person, draft: VisitDraft, moved: Held[], newIds: Map<string, string>): Promise<void> {
  const [sealed, started] = await Promise.all([seal(person.key, draft), outboxRecord(person, startedItem(draft), deviceNow())])
  const tx = db.transaction(['drafts', 'outbox', 'photos'], 'readwrite', { durability: 'strict' })
  const [drafts, outbox, photos] = [tx.objectStore('drafts'), tx.objectStore('outbox'), tx.objectStore('photos')]
  for (const { id } of moved) {
    const seq = await outbox.index('id').getKey(id)
    if (seq !== undefined) await outbox.delete(seq)
    const photo = await photos.get(id)
    if (photo) await Promise.all([photos.put({ ...photo, id: newIds.get(id) ?? id, visit: draft.id }), photos.delete(id)])
  }
  await drafts.put({ id: draft.id, userId: person.id, rev: 1, at: deviceNow(), sealed })
  await outbox.add(started)
  await tx.done
}
