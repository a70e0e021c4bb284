import type { FactSheet } from '../../../../domain/fact-sheet'
import { sheetValues } from '../../../../domain/fact-sheet-values'
import { fill, type Messages } from '../../../../domain/messages'
import type { StaleField } from '../../../_components/stale'

/** The fields of the sheet as they are called, for setting two versions side by side. */
export function sheetFields(t: Messages): StaleField[] {
  const words = t.facts
  const plain = ['nationalCode', 'content', 'responsible', 'startMonth', 'finishMonth'] as const
  const money = ['totalYuan', 'fullOutputYuan', 'openingYuan'] as const
  const rest = ['totalDocument', 'fullOutputSource', 'openingYear', 'contact', 'telephone'] as const
  return [
    { name: 'constructionKind', label: words.constructionKind, words: t.labels.constructionKinds },
    ...plain.map((name) => ({ name, label: words[name] })),
    ...money.map((name) => ({ name, label: words[name], wan: true })),
    ...rest.map((name) => ({ name, label: words[name] })),
  ]
}

export type Change = { label: string; before: string; after: string }

/** What a revision changed against the one before it. */
export function sheetChanges(before: FactSheet, after: FactSheet, t: Messages): Change[] {
  const [old, now] = [sheetValues(before), sheetValues(after)]
  const fields = new Map(sheetFields(t).map((field) => [field.name, field]))
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return names.flatMap((name) => {
    const [a, b] = [old[name] ?? '', now[name] ?? '']
    if (a === b) return []
    const field = fields.get(name)
    const text = (value: string) => field?.words?.[value] ?? (value || '—')
    return { label: field?.label ?? approvalLabel(name, t), before: text(a), after: text(b) }
  })
}

function approvalLabel(name: string, { facts }: Messages): string {
  const [, at, part] = name.split('.')
  const parts: Record<string, string> = { name: facts.approvalName, number: facts.approvalNumber, day: facts.approvalDay }
  return fill('{approval} {number} · {part}', { approval: facts.approvals, number: Number(at) + 1, part: parts[part ?? ''] ?? '' })
}
