import type { EventRow } from '../../db/queries/events'
import type { Json } from '../../domain/events'
import type { Messages } from '../../domain/messages'

export type EventChange = { name: string; before?: string; after?: string }

/** What an event changed, field by field; null where it does not speak of before and after. */
export function changesIn(body: Json): EventChange[] | null {
  const { before, after } = record(body)
  if (before === undefined && after === undefined) return null
  const [then, now] = [record(before), record(after)]
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].map((name) => ({
    name,
    ...(name in then ? { before: plain(then[name]) } : {}),
    ...(name in now ? { after: plain(now[name]) } : {}),
  }))
}

function record(value: Json | undefined): { readonly [name: string]: Json | undefined } {
  return value && typeof value === 'object' && !Array.isArray(value) ? (value as { readonly [name: string]: Json }) : {}
}

const plain = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

/** `user:3` as “账号 3”. */
export function subjectWords(subject: string, t: Messages): string {
  const [kind = '', code = ''] = subject.split(':')
  const kinds: Record<string, string> = t.audit.subjects
  return `${kinds[kind] ?? kind} ${code}`.trim()
}

/** A cell of a workbook holds 32,767 signs; the log itself keeps the rest. */
const mostSigns = 32_000

/** The same in one cell. */
export function bodyWords({ body, sealed, erased }: EventRow, { audit }: Messages): string | null {
  if (sealed) return audit.sealedHint
  if (erased) return audit.erased
  if (body === null) return null
  const changes = changesIn(body)
  const words = changes === null ? JSON.stringify(body) : changes.map(lineOf).join('\n')
  return words.length > mostSigns ? `${words.slice(0, mostSigns)}…` : words
}

const lineOf = ({ name, before, after }: EventChange): string =>
  `${name}: ${[before, after].filter((value) => value !== undefined).join(' → ')}`
