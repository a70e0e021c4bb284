import { bigrams, folded } from './search'

/** What a work is known by. */
export type KnownWork = { id: number; code: string; name: string; owner: string | null; nationalCode: string | null }
export type MatchAsk = { code: string | null; nationalCode: string | null; name: string | null; owner: string | null }
export type Candidate = { id: number; code: string; name: string; score: number }
/** How a row found its work: `by` says on what evidence; a person decides what is doubtful. */
export type Match =
  | { found: 'sure'; id: number; by: 'code' | 'national-code' | 'name' }
  | { found: 'doubtful'; candidates: Candidate[] }
  | { found: 'none' }
  | { found: 'unknown-code' }

const doubtFrom = 0.5
const ownersAgree = 0.4
const mostCandidates = 5

/** One spelling of a name: width, case, white space, brackets and joining marks play no part. */
export const nameKey = (text: string): string => folded(text).replace(/[()（）[\]【】〔〕《》<>「」“”"'‘’·•、，,。.:：;；—–\-_/\\]/g, '')

/** Dice's share of common two-sign pieces: 1 = the same, 0 = nothing in common. */
export function likeness(a: string, b: string): number {
  const [left, right] = [new Set(bigrams(nameKey(a))), new Set(bigrams(nameKey(b)))]
  if (left.size + right.size === 0) return nameKey(a) === nameKey(b) ? 1 : 0
  let common = 0
  for (const gram of left) if (right.has(gram)) common += 1
  return (2 * common) / (left.size + right.size)
}

/** The library's works, ready to be looked up. */
export class WorkIndex {
  readonly #byCode = new Map<string, KnownWork>()
  readonly #byNational = new Map<string, KnownWork[]>()
  readonly #byName = new Map<string, KnownWork[]>()
  readonly #byGram = new Map<string, KnownWork[]>()

  constructor(works: Iterable<KnownWork>) {
    for (const work of works) this.add(work)
  }

  add(work: KnownWork): void {
    this.#byCode.set(work.code, work)
    if (work.nationalCode !== null) push(this.#byNational, work.nationalCode, work)
    push(this.#byName, nameKey(work.name), work)
    for (const gram of bigrams(nameKey(work.name))) push(this.#byGram, gram, work)
  }

  byCode(code: string): KnownWork | null {
    return this.#byCode.get(code) ?? null
  }

  /** By code, then 项目代码, then name and owner. A code beside quite another name is a shifted row: doubtful. */
  match(ask: MatchAsk): Match {
    if (ask.code !== null) {
      const work = this.#byCode.get(ask.code)
      return work ? this.#checked(work, ask, 'code') : { found: 'unknown-code' }
    }
    const coded = ask.nationalCode === null ? [] : (this.#byNational.get(ask.nationalCode) ?? [])
    if (coded.length === 1 && coded[0]) return this.#checked(coded[0], ask, 'national-code')
    return ask.name === null ? { found: 'none' } : this.#named(ask.name, ask)
  }

  #checked(work: KnownWork, { name }: MatchAsk, by: 'code' | 'national-code'): Match {
    if (name === null || likeness(name, work.name) >= 0.3) return { found: 'sure', id: work.id, by }
    return { found: 'doubtful', candidates: [candidate(work, name), ...this.#alike(name)].slice(0, mostCandidates) }
  }

  #named(name: string, { owner }: MatchAsk): Match {
    const same = this.#byName.get(nameKey(name)) ?? []
    const agreeing = same.filter((work) => owner === null || work.owner === null || likeness(owner, work.owner) >= ownersAgree)
    const exact = agreeing.filter((work) => owner !== null && work.owner !== null && nameKey(owner) === nameKey(work.owner))
    const [only, ...more] = exact.length === 1 ? exact : agreeing
    if (only && more.length === 0) return { found: 'sure', id: only.id, by: 'name' }
    const candidates = same.length > 0 ? same.slice(0, mostCandidates).map((work) => candidate(work, name)) : this.#alike(name)
    return candidates.length > 0 ? { found: 'doubtful', candidates } : { found: 'none' }
  }

  #alike(name: string): Candidate[] {
    const shared = new Map<KnownWork, number>()
    const grams = bigrams(nameKey(name))
    for (const gram of grams) for (const work of this.#byGram.get(gram) ?? []) shared.set(work, (shared.get(work) ?? 0) + 1)
    const close = [...shared].filter(([, common]) => common * 3 >= grams.length).map(([work]) => candidate(work, name))
    return close
      .filter(({ score }) => score >= doubtFrom)
      .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code))
      .slice(0, mostCandidates)
  }
}

const candidate = ({ id, code, name }: KnownWork, asked: string): Candidate => ({
  id,
  code,
  name,
  score: Math.round(likeness(asked, name) * 100),
})

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const before = map.get(key)
  if (before) before.push(value)
  else map.set(key, [value])
}
