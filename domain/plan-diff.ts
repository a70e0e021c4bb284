import { canonicalJson, type Json } from './events'
import { entriesOfKind, type PlanEntry, type PlanEntryKind, type PlannedWork } from './plan-entries'

export type FieldChange = { field: string; before: Json; after: Json }
export type EntryName = { kind: PlanEntryKind; code: string }
export type EntryChange = EntryName & { fields: FieldChange[] }
export type PlanDiff = { added: EntryName[]; changed: EntryChange[]; removed: EntryName[] }

const keyOf = ({ kind, code }: EntryName): string => `${kind} ${code}`
const nameOf = ({ kind, code }: EntryName): EntryName => ({ kind, code })
const byKey = (entries: readonly PlanEntry[]) => new Map(entries.map((entry) => [keyOf(entry), entry]))

/** What a reload would change, by kind and code. Order alone is no change: a new item moves those below it. */
export function planDiff(stored: readonly PlanEntry[], wanted: readonly PlanEntry[]): PlanDiff {
  const before = byKey(stored)
  const after = byKey(wanted)
  return {
    added: wanted.filter((entry) => !before.has(keyOf(entry))).map(nameOf),
    changed: wanted.flatMap((entry) => changeOf(before.get(keyOf(entry)), entry)),
    removed: stored.filter((entry) => !after.has(keyOf(entry))).map(nameOf),
  }
}

function changeOf(before: PlanEntry | undefined, after: PlanEntry): EntryChange[] {
  const fields = before ? fieldChanges(before.body, after.body) : []
  return fields.length > 0 ? [{ ...nameOf(after), fields }] : []
}

function fieldChanges(before: object, after: object): FieldChange[] {
  const old = before as Record<string, Json | undefined>
  const now = after as Record<string, Json | undefined>
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }))
    .filter((change) => canonicalJson(change.before) !== canonicalJson(change.after))
}

/** What the library holds beside the plan: codes of works people have added to, and of works that are not the plan's. */
export type Standing = { withHistory: ReadonlySet<string>; beyondPlan: ReadonlySet<string> }
export type RefusedChange = {
  code: string
  reason: 'plan-work-has-history' | 'plan-item-moved' | 'plan-code-taken'
  params: { work: string }
}

/** A work with history stays, a landed item stays with its work, and a code the bureau has given is not taken again. */
export function refusedRemovals(stored: readonly PlanEntry[], wanted: readonly PlanEntry[], standing: Standing): RefusedChange[] {
  const wantedCodes = new Set(entriesOfKind(wanted, 'project').map(({ code }) => code))
  const gone = entriesOfKind(stored, 'project').filter(({ code }) => !wantedCodes.has(code) && standing.withHistory.has(code))
  const taken = [...wantedCodes].filter((code) => standing.beyondPlan.has(code))
  return [
    ...gone.map(({ code, name }): RefusedChange => ({ code, reason: 'plan-work-has-history', params: { work: name } })),
    ...movedItems(stored, wanted),
    ...taken.map((code): RefusedChange => ({ code, reason: 'plan-code-taken', params: { work: code } })),
  ]
}

function movedItems(stored: readonly PlanEntry[], wanted: readonly PlanEntry[]): RefusedChange[] {
  const before = workOfItem(stored)
  return [...workOfItem(wanted)]
    .filter(([item, work]) => before.has(item) && before.get(item) !== work)
    .map(([code]) => ({ code, reason: 'plan-item-moved', params: { work: before.get(code) ?? '' } }))
}

const workOfItem = (entries: readonly PlanEntry[]) =>
  new Map(entriesOfKind(entries, 'project').flatMap(({ code, items }) => items.map((item): [string, string] => [item, code])))

/** The columns of a work's row that the plan gives. */
export type PlannedRow = Pick<PlannedWork, 'name' | 'sector' | 'town' | 'chainId' | 'chainReason'> & {
  chainBasis: PlannedWork['chainBasis'] | 'confirmed'
}

/** A reload moves a column only where the row still says what the plan said before; what the bureau has edited is the bureau's. */
export function columnsToMove(row: PlannedRow, before: PlannedWork, after: PlannedWork): Partial<PlannedRow> {
  return {
    ...(row.name === before.name && after.name !== before.name ? { name: after.name } : {}),
    ...(row.sector === before.sector && after.sector !== before.sector ? { sector: after.sector } : {}),
    ...(row.town === before.town && after.town !== before.town ? { town: after.town } : {}),
    ...(row.chainBasis !== 'confirmed' && chainDiffers(row, after) ? chainColumns(after) : {}),
  }
}

const chainColumns = ({ chainId, chainBasis, chainReason }: PlannedWork) => ({ chainId, chainBasis, chainReason })
const chainDiffers = (row: PlannedRow, after: PlannedWork): boolean =>
  row.chainId !== after.chainId || row.chainBasis !== after.chainBasis || row.chainReason !== after.chainReason
