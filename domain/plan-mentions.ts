import type { Clause } from './plan'
import type { PlanData } from './plan-entries'

/** What a quote is used for; `code` and `name` identify it within its kind. */
export const mentionKinds = [
  'box',
  'item',
  'chain',
  'chain-member',
  'chain-basis',
  'target',
  'indicator',
  'indicator13',
  'chapter-ten',
  'place',
  'contradiction',
  'candidate',
] as const
export type MentionKind = (typeof mentionKinds)[number]
export type Mention = { kind: MentionKind; code: string; name: string; quote: string }
type Placed = Mention & { line: number }

type Cited = { clause: Clause }
const placed = (kind: MentionKind, code: string, name: string, { clause }: Cited): Placed => ({ kind, code, name, ...clause })

/** Everything the data quote from one line of the plan. */
export function mentionsOnLine(plan: Omit<PlanData, 'period'>, line: number): Mention[] {
  return allMentions(plan)
    .filter((mention) => mention.line === line)
    .map(({ line: _, ...mention }) => mention)
}

function allMentions(plan: Omit<PlanData, 'period'>): Placed[] {
  return [
    ...plan.boxes.map((box) => placed('box', box.id, box.title, box)),
    ...plan.boxes.flatMap(({ items }) => items.map((item) => placed('item', item.code, item.name, item))),
    ...plan.chains.flatMap(chainMentions),
    ...plan.projects.flatMap(({ code, name, chain }) => (chain.basis === 'stated' ? [placed('chain-basis', code, name, chain)] : [])),
    ...plan.targets.map((target) => placed('target', target.code, target.name, target)),
    ...plan.indicators.map((row) => placed('indicator', row.no, row.name, row)),
    ...plan.indicators13.map((row) => placed('indicator13', String(row.no), row.name, row)),
    ...plan.chapterTen.map((entry) => placed('chapter-ten', entry.code, entry.name, entry)),
    ...plan.places.map((place) => placed('place', place.code, place.name, place)),
    ...plan.register.flatMap(contradictionMentions),
    ...plan.candidates.map((candidate) => placed('candidate', candidate.code, candidate.name, candidate)),
  ]
}

function chainMentions(chain: PlanData['chains'][number]): Placed[] {
  const members = [...chain.firms, ...chain.parks]
  return [placed('chain', chain.id, chain.name, chain), ...members.map((member) => placed('chain-member', chain.id, chain.name, member))]
}

function contradictionMentions({ code, topic, a, b }: PlanData['register'][number]): Placed[] {
  return [a, ...(b ? [b] : [])].map(({ line, text }) => ({ kind: 'contradiction', code, name: topic, line, quote: text }))
}

/** Lines of a box: its title and its items. */
export function linesOfBox(box: PlanData['boxes'][number]): Set<number> {
  return new Set([box.clause.line, ...box.items.map(({ clause }) => clause.line)])
}

/** What the register says of a box's own lines. */
export function contradictionsOf(plan: Pick<PlanData, 'register'>, lines: ReadonlySet<number>): PlanData['register'][number][] {
  return plan.register.filter(({ a, b }) => lines.has(a.line) || (b !== null && lines.has(b.line)))
}
