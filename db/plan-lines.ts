import type { Json } from '../domain/events'
import type { EntryName, PlanDiff } from '../domain/plan-diff'

const longest = 120

/** A reload in words, one line an entry and field: `+` new, `~` changed (before → after), `-` gone. */
export function reloadLines({ added, changed, removed }: PlanDiff): string[] {
  return [
    ...added.map((entry) => `+ ${nameOf(entry)}`),
    ...changed.flatMap((entry) =>
      entry.fields.map(({ field, before, after }) => `~ ${nameOf(entry)} ${field}: ${short(before)} → ${short(after)}`),
    ),
    ...removed.map((entry) => `- ${nameOf(entry)}`),
    `+${added.length} ~${changed.length} -${removed.length}`,
  ]
}

const nameOf = ({ kind, code }: EntryName): string => `${kind} ${code}`

function short(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
