import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Change, Plain } from '../../domain/event-changes'
import type { EventAction } from '../../domain/events'
import type { Difference } from '../../domain/import'
import { orm } from '../client'
import { events, importRows, imports } from '../schema'
import type { ProjectHead } from './project'

/** An import's part in a work's history: the person who imported, where it stood in the file, and what it said of the work. */
export type ImportedIn = { id: number; fileName: string; sheet: string; rows: number[]; by: number | null; changes: Change[] }

/** Imports that gave a work something, while they count or after they were undone, by the event in which that happened. */
const told: readonly EventAction[] = ['import.applied', 'import.approved', 'import.undone']
/** A ledger comes once a month from each of a few senders; a work's whole history holds no more. */
const most = 1000

export function importsInto({ work, seesContacts }: ProjectHead): Map<number, ImportedIn> {
  const rows = rowsInto(work.id)
  if (rows.length === 0) return new Map()
  const ids = [...new Set(rows.map(({ imp }) => imp.id))]
  const subjects = ids.map((id) => `import:${id}`)
  const found = orm()
    .select({ seq: events.seq, subject: events.subject, action: events.action, actorId: events.actorId })
    .from(events)
    .where(and(inArray(events.subject, subjects), inArray(events.action, [...told])))
    .all()
  return new Map(
    found.flatMap(({ seq, subject, action, actorId }) => {
      const its = rows.filter((row) => subject === `import:${row.imp.id}`)
      const imp = its[0]?.imp
      if (!imp) return []
      const { id, fileName, layout, startedBy, undoneBy } = imp
      const undone = action === 'import.undone'
      const by = actorId ?? (undone ? undoneBy : startedBy)
      const changes = undone ? [] : its.flatMap(({ differences }) => changesIn(differences ?? [], seesContacts))
      return [[seq, { id, fileName, sheet: layout.sheet, rows: its.map(({ row }) => row), by, changes }]]
    }),
  )
}

function rowsInto(projectId: number) {
  const gave = and(eq(importRows.projectId, projectId), inArray(importRows.outcome, ['new', 'changed']))
  const counted = inArray(imports.state, ['applied', 'approved', 'undoing', 'undone'])
  const { id, fileName, layout, startedBy, undoneBy } = imports
  return orm()
    .select({ row: importRows.row, differences: importRows.differences, imp: { id, fileName, layout, startedBy, undoneBy } })
    .from(importRows)
    .innerJoin(imports, eq(imports.id, importRows.importId))
    .where(and(gave, counted))
    .orderBy(asc(importRows.importId), asc(importRows.row))
    .limit(most)
    .all()
}

/** What an import wrote; a name it only showed beside the library's own is no change. */
function changesIn(differences: readonly Difference[], seesContacts: boolean): Change[] {
  return differences
    .filter(({ field, kept }) => !kept && (seesContacts || field !== 'contact'))
    .map(({ field, before, after }) => ({ field, before: plain(before), after: plain(after) }))
}

const plain = (value: Difference['after']): Plain =>
  value === null || typeof value !== 'object'
    ? value
    : Object.values(value)
        .filter((part) => part !== null)
        .join('–')
