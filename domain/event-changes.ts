import type { Json } from './events'

export type Plain = string | number | boolean | null
/** One field of an event: `before` absent where the event says only what is; an empty field name = the thing itself. */
export type Change = { field: string; before?: Plain; after: Plain }

type Members = { readonly [key: string]: Json | undefined }

/** Row numbers and other marks of the machine say nothing to a reader. */
const silent = new Set([
  'update',
  'factSheet',
  'annualPlan',
  'responsibleId',
  'milestoneDate',
  'condition',
  'milestoneId',
  'milestone.id',
  'version',
  'projectId',
  'updateId',
  'warnings',
  'submittedBy',
  'submittedAt',
  'submittedOn',
  'status',
  'current',
  'replacesId',
  'conditionUnitId',
  'askedOfId',
  'code',
  'onBehalf',
  'onBehalfOn',
  'organisationId',
  // What a visit, a rating or a difference says stands on its own page, figure by figure.
  'visit',
  'round',
  'roundWork',
  'summary',
  'replaces',
  'over',
  'rating',
  'figures',
  'reported',
  'approved',
  'seen',
  'device',
  // The version of the rules stands in the steps of a condition, a meeting on its own page.
  'ruleVersion',
  'meetingId',
  'startedAt',
  'difference',
  // A return's sums are said; source by source it stands on the work's funds page.
  'fundReturn',
  'statisticsInvestment',
  'lines',
])
const personal = new Set(['contact', 'telephone'])
/** Wrappers whose members are the fields themselves. */
const wrappers = new Set(['facts', 'sheet', 'body', 'plan'])

/** An event's body as fields a person can read: those that changed where it has both sides, those that are said otherwise. */
export function changesOf(body: Json, seesContacts: boolean): Change[] {
  const fields = isMembers(body) ? flattened(body) : []
  return fields.filter(({ field }) => !silent.has(field) && (seesContacts || !personal.has(field)))
}

const isMembers = (value: Json | undefined): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

function flattened(body: Members): Change[] {
  const { before, after, ...rest } = body
  return [...('before' in body || 'after' in body ? compared(before ?? null, after ?? null) : []), ...said(rest)]
}

function compared(before: Json, after: Json): Change[] {
  if (!isMembers(before) && !isMembers(after)) return same(before, after) ? [] : [{ field: '', before: plain(before), after: plain(after) }]
  const [old, now] = [isMembers(before) ? before : {}, isMembers(after) ? after : {}]
  const created = before === null
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !same(old[field] ?? null, now[field] ?? null))
    .map((field) => (created ? { field, after: plain(now[field]) } : { field, before: plain(old[field]), after: plain(now[field]) }))
}

const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b)

function said(members: Members): Change[] {
  return Object.entries(members).flatMap(([field, value]) => {
    if (wrappers.has(field) && isMembers(value)) return said(value)
    if (value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0)) return []
    return [{ field, after: plain(value) }]
  })
}

/** Lists of words and of rows in one line; nothing is shown as code. */
function plain(value: Json | undefined): Plain {
  if (value === undefined || value === null) return null
  if (typeof value !== 'object') return value
  const parts = Array.isArray(value) ? value : Object.values(value as Members)
  return parts
    .map((part) => plain(part as Json))
    .filter((part) => part !== null && part !== '')
    .join(' ')
}
