import type { DrawFile } from './draw-file'
import { compareCodes } from './draw-order'
import { drawQuotas } from './draw-quotas'
import { sha256Hex } from './sha256'

/** The random draw, specified in docs/draw.md. Another rule gets another version: what was drawn by this one must stay repeatable. */
export const drawVersion = 'draw-1'

export type { DrawFile } from './draw-file'
export type Candidate = DrawFile['candidates'][number]
export type DrawInput = Pick<DrawFile, 'seed' | 'publicValue' | 'candidates' | 'count' | 'atLeastOne'>

/** The codes in drawn order. */
export function draw({ seed, publicValue, candidates, count, atLeastOne }: DrawInput): string[] {
  const mix = drawMix(seed, publicValue, listHash(candidates))
  const strata = candidates.map(({ stratum }) => stratum)
  const left = new Map(drawQuotas(strata, count, atLeastOne).map(({ stratum, quota }) => [stratum, quota]))
  const ranked = candidates.map((candidate) => ({ ...candidate, key: drawKey(mix, candidate) })).sort(byKey)
  const wins = ({ stratum }: Candidate): boolean => {
    const free = left.get(stratum) ?? 0
    left.set(stratum, free - 1)
    return free > 0
  }
  return ranked.filter(wins).map(({ code }) => code)
}

export function listText(candidates: readonly Candidate[]): string {
  return candidates
    .toSorted((a, b) => compareCodes(a.code, b.code))
    .map(({ code, stratum, tickets }) => `${code}\t${stratum}\t${tickets}\n`)
    .join('')
}

export const listHash = (candidates: readonly Candidate[]): string => sha256Hex(listText(candidates))

/** What is committed to before the list is known. */
export const seedHash = (seed: string): string => sha256Hex(seed)

export function drawMix(seed: string, publicValue: string, list: string): string {
  return sha256Hex([drawVersion, seed, publicValue, list].join('\n'))
}

/** The smallest hash of the candidate's tickets: who has three is first three times as often. */
export function drawKey(mix: string, { code, tickets }: Candidate): string {
  const hashes = Array.from({ length: tickets }, (_, index) => sha256Hex(`${mix}\n${code}\n${index + 1}`))
  return hashes.sort()[0]!
}

function byKey(a: { key: string; code: string }, b: { key: string; code: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : compareCodes(a.code, b.code)
}
