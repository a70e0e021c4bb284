import type { Json } from './events'
import type {
  ChapterTenEntry,
  Contradiction,
  PastIndicator,
  PlanBox,
  PlanCandidate,
  PlanChain,
  PlanIndicator,
  PlanItem,
  PlanPlace,
  PlanProject,
  PlanTarget,
  Sector,
} from './plan'

/** Everything `db/plan/` says, as one value. */
export type PlanData = {
  period: { id: string; name: string; from: string; to: string }
  boxes: readonly PlanBox[]
  projects: readonly PlanProject[]
  chains: readonly PlanChain[]
  targets: readonly PlanTarget[]
  indicators: readonly PlanIndicator[]
  indicators13: readonly PastIndicator[]
  chapterTen: readonly ChapterTenEntry[]
  places: readonly PlanPlace[]
  register: readonly Contradiction[]
  candidates: readonly PlanCandidate[]
}

/** A stored box: its items are entries of their own. */
export type BoxHead = Omit<PlanBox, 'items'>

/** What each kind of entry holds; a kind and a code name one entry. */
export type PlanBodies = {
  box: BoxHead
  item: PlanItem
  chain: PlanChain
  target: PlanTarget
  indicator: PlanIndicator
  indicator13: PastIndicator
  'chapter-ten': ChapterTenEntry
  place: PlanPlace
  contradiction: Contradiction
  project: PlanProject
  candidate: PlanCandidate
}
export type PlanEntryKind = keyof PlanBodies
export type PlanEntry = { [K in PlanEntryKind]: { kind: K; code: string; position: number; body: PlanBodies[K] } }[PlanEntryKind]

/** `5-1#04` → `5-1`. */
export const boxOfItem = (itemCode: string): string => itemCode.slice(0, itemCode.indexOf('#'))

export function planEntriesOf(plan: PlanData): PlanEntry[] {
  const rows = <K extends PlanEntryKind>(kind: K, bodies: readonly PlanBodies[K][], codeOf: (body: PlanBodies[K]) => string): PlanEntry[] =>
    bodies.map((body, position) => ({ kind, code: codeOf(body), position, body }) as PlanEntry)
  const coded = ({ code }: { code: string }) => code
  return [
    ...rows('box', plan.boxes.map(headOf), (box) => box.id),
    ...rows(
      'item',
      plan.boxes.flatMap(({ items }) => items),
      coded,
    ),
    ...rows('chain', plan.chains, (chain) => chain.id),
    ...rows('target', plan.targets, coded),
    ...rows('indicator', plan.indicators, (row) => row.no),
    ...rows('indicator13', plan.indicators13, (row) => String(row.no)),
    ...rows('chapter-ten', plan.chapterTen, coded),
    ...rows('place', plan.places, coded),
    ...rows('contradiction', plan.register, coded),
    ...rows('project', plan.projects, coded),
    ...rows('candidate', plan.candidates, coded),
  ]
}

function headOf({ items: _, ...head }: PlanBox): BoxHead {
  return head
}

/** The entries as one JSON value, for the hash that tells whether anything changed. */
export const entriesJson = (entries: readonly PlanEntry[]): Json => entries as unknown as Json

export function entriesOfKind<K extends PlanEntryKind>(entries: readonly PlanEntry[], kind: K): PlanBodies[K][] {
  return entries.filter((entry) => entry.kind === kind).map((entry) => entry.body as PlanBodies[K])
}

/** The town an item's words place it in: they must name exactly one, from the start (洣水镇交通西路), and no list of places. */
export function townOf(place: string | null, towns: readonly string[]): string | null {
  if (place === null || /[、，,\n]/.test(place)) return null
  return towns.find((town) => place.startsWith(town)) ?? null
}

/** What the plan says of a library work, ready for its row. */
export type PlannedWork = {
  code: string
  name: string
  sector: Sector
  town: string | null
  chainId: PlanChain['id'] | null
  chainBasis: 'stated' | 'suggested' | 'unknown'
  chainReason: string | null
  items: readonly string[]
}

export function plannedWorks(entries: readonly PlanEntry[]): PlannedWork[] {
  const items = new Map(entriesOfKind(entries, 'item').map((item) => [item.code, item]))
  const boxes = new Map(entriesOfKind(entries, 'box').map((box) => [box.id, box]))
  const towns = entriesOfKind(entries, 'place').flatMap(({ kind, name }) => (kind === 'town' ? [name] : []))
  return entriesOfKind(entries, 'project').map((project) => {
    const [main = ''] = project.items
    const box = boxes.get(boxOfItem(main))
    if (!box) throw new Error(`${project.code}: ${main} stands in no box`)
    const place = items.get(main)?.place ?? null
    return {
      code: project.code,
      name: project.name,
      sector: box.sector,
      town: townOf(place, towns),
      ...chainOf(project),
      items: project.items,
    }
  })
}

function chainOf({ chain }: PlanProject): Pick<PlannedWork, 'chainId' | 'chainBasis' | 'chainReason'> {
  if (chain.basis === 'unknown') return { chainId: null, chainBasis: 'unknown', chainReason: null }
  return { chainId: chain.chain, chainBasis: chain.basis, chainReason: chain.basis === 'suggested' ? chain.reason : null }
}
