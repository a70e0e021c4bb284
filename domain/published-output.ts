import type { Instant, Month } from './calendar'
import { type ChainOutput, chainOutput, type EnterpriseOutput, type Statistics } from './chain-output'
import { fewestEnterprises } from './rollup'

/** One enterprise's share of a total: whose, and what it said there. The same enterprise saying the same again is the same part. */
export type Part = { who: string; said: string }
/** A total as a lock publishes it, before it is decided whether others than those who read everything are told. */
export type Candidate = { source: string; parts: readonly Part[] }

const nameOf = ({ who, said }: Part): string => `${who} ${said}`

/**
 * Which of some totals, in the order they were published, are told: one that has at least three enterprises (or units) in it whose share was in
 * none told before. Whoever adds and subtracts totals told, in whatever way, keeps those three of the latest one together, and so is left with
 * one enterprise's figure never, and an enterprise that knows its own still has two before it. Corrections, entries and departures of one or two
 * are held back until enough others have moved. Sums and statistics of one thing are not mixed: their difference would be who is missing from the sum.
 */
export function toldOf<T extends Candidate>(candidates: readonly T[]): T[] {
  const seen = new Set<string>()
  const told: T[] = []
  for (const candidate of candidates) {
    const fresh = new Set(candidate.parts.filter((part) => !seen.has(nameOf(part))).map(({ who }) => who))
    if (fresh.size < fewestEnterprises || (told[0] && told[0].source !== candidate.source)) continue
    told.push(candidate)
    for (const part of candidate.parts) seen.add(nameOf(part))
  }
  return told
}

export type ChainFacts = { stated: Statistics | null; enterprises: readonly EnterpriseOutput[] }
export type PublishedOutput = Candidate & { period: Month; revision: number; publishedAt: Instant; output: ChainOutput }

/** Statistics speak of every enterprise of the chain: those of another month are new of all of them, a correction of the same month perhaps only of one. */
export function candidateOf(
  lock: { period: Month; revision: number; publishedAt: Instant },
  year: number,
  { stated, enterprises }: ChainFacts,
): PublishedOutput {
  const output = chainOutput(year, stated, enterprises)
  const said = stated ? enterprises.map((one) => ({ ...one, said: `through ${stated.through}` })) : known(enterprises)
  return { ...lock, source: output.source, output, parts: said.map((one) => ({ who: String(one.organisationId), said: one.said })) }
}

const known = (enterprises: readonly EnterpriseOutput[]) =>
  enterprises.flatMap((one) => (one.yuan === null ? [] : [{ ...one, said: String(one.yuan) }]))

/** The newest period that is told; of its revisions the last one. */
export function newestTold(candidates: readonly PublishedOutput[]): PublishedOutput | null {
  return toldOf(candidates).reduce<PublishedOutput | null>((best, one) => (best && best.period > one.period ? best : one), null)
}
