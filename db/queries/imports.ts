import { and, asc, count, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { type RowOutcome, type UndoStep, undoStep } from '../../domain/import'
import type { RememberedHeads } from '../../domain/ledger/mapping'
import { canReadImports } from '../../domain/policy'
import { house, orm } from '../client'
import { readEvidence } from '../evidence-store'
import type { ImportRow, SheetRow } from '../imports/import-row'
import { importOf } from '../imports/load'
import { mimeOf } from '../imports/original'
import { writersOf } from '../imports/writers'
import { importMappings, importRows, imports, projects, registerAdditions } from '../schema'
import { type Person, peopleOf } from './people'

export const importsAPage = 50
export const importRowsAPage = 50

export type ImportLine = ImportRow & { by: Person | null }

/** Everything that was handed in, the newest first. */
export function importList(actor: UserActor, page: number): { rows: ImportLine[]; total: number } {
  allow(canReadImports(actor))
  const rows = orm()
    .select()
    .from(imports)
    .orderBy(desc(imports.id))
    .limit(importsAPage)
    .offset((page - 1) * importsAPage)
    .all()
  return { rows: withPeople(rows), total: orm().select({ rows: count() }).from(imports).get()?.rows ?? 0 }
}

function withPeople(rows: ImportRow[]): ImportLine[] {
  const people = peopleOf(
    orm(),
    rows.map(({ createdBy }) => createdBy),
  )
  return rows.map((row) => ({ ...row, by: people.get(row.createdBy) ?? null }))
}

/** One import, with those of the same file before it, and whether the reader may decide of it. */
export type ImportView = ImportRow & {
  by: Person | null
  decidedByPerson: Person | null
  earlier: { id: number; state: ImportRow['state']; createdAt: string }[]
  mayDecide: boolean
  /** How the reader may undo it, and who asked for that before. */
  undo: UndoStep
  undoAskedBy: Person | null
  /** Figures of the plan it differs from. */
  additions: number
}

export function importView(actor: UserActor, id: number): ImportView {
  allow(canReadImports(actor))
  const imp = importOf(orm(), id)
  const people = peopleOf(orm(), [imp.createdBy, imp.decidedBy, imp.undoneBy])
  const earlier = orm()
    .select({ id: imports.id, state: imports.state, createdAt: imports.createdAt })
    .from(imports)
    .where(and(eq(imports.sha256, imp.sha256), ne(imports.id, id)))
    .orderBy(desc(imports.id))
    .limit(5)
    .all()
  const mayDecide = imp.state === 'submitted' && !writersOf(orm(), id).includes(actor.id)
  const additions = orm().select({ rows: count() }).from(registerAdditions).where(eq(registerAdditions.importId, id)).get()?.rows ?? 0
  const decidedByPerson = people.get(imp.decidedBy ?? 0) ?? null
  const undo = { undo: undoStep(imp, actor.id), undoAskedBy: people.get(imp.undoneBy ?? 0) ?? null }
  return { ...imp, by: people.get(imp.createdBy) ?? null, decidedByPerson, earlier, mayDecide, additions, ...undo }
}

export type PreviewRow = SheetRow & { code: string | null; work: string | null }

/** Its rows of one outcome, or all, in the order of the sheet. */
export function importRowPage(
  actor: UserActor,
  id: number,
  ask: { outcome: RowOutcome | null; page: number },
): { rows: PreviewRow[]; total: number } {
  allow(canReadImports(actor))
  const wanted = and(eq(importRows.importId, id), ask.outcome === null ? undefined : eq(importRows.outcome, ask.outcome))
  const found = orm()
    .select({ row: importRows, code: projects.code, work: projects.name })
    .from(importRows)
    .leftJoin(projects, eq(projects.id, importRows.projectId))
    .where(wanted)
    .orderBy(asc(importRows.row))
    .limit(importRowsAPage)
    .offset((ask.page - 1) * importRowsAPage)
    .all()
  const total = orm().select({ rows: count() }).from(importRows).where(wanted).get()?.rows ?? 0
  return { rows: found.map(({ row, code, work }) => ({ ...row, code, work })), total }
}

/** The workbook as it came; null when its file is lost. */
export function importOriginal(actor: UserActor, id: number): { fileName: string; mime: string; bytes: Buffer | null } {
  allow(canReadImports(actor))
  const { fileName, sha256 } = importOf(orm(), id)
  return { fileName, mime: mimeOf(fileName), bytes: readEvidence(house().dir, sha256) }
}

/** Whose heads are remembered, by how lately they sent something. */
export function importSenders(actor: UserActor): string[] {
  allow(canReadImports(actor))
  const rows = orm()
    .select({ sender: imports.sender })
    .from(imports)
    .where(isNotNull(imports.sender))
    .orderBy(desc(imports.id))
    .limit(200)
    .all()
  return [...new Set(rows.flatMap(({ sender }) => sender ?? []))].slice(0, 12)
}

export function rememberedHeads(actor: UserActor, sender: string): RememberedHeads {
  allow(canReadImports(actor))
  const rows = orm().select().from(importMappings).where(eq(importMappings.sender, sender)).limit(500).all()
  return Object.fromEntries(rows.map(({ head, field }) => [head, field]))
}

/** How many plan sources wait for the reader, and how many rows wait for anybody's word. */
export function importsWaiting(actor: UserActor): { sources: number; staged: number } {
  allow(canReadImports(actor))
  const rows = orm()
    .select()
    .from(imports)
    .where(inArray(imports.state, ['submitted', 'staged']))
    .limit(200)
    .all()
  const sources = rows.filter((imp) => imp.state === 'submitted' && imp.createdBy !== actor.id && imp.startedBy !== actor.id)
  return { sources: sources.length, staged: rows.filter(({ state }) => state === 'staged').length }
}
