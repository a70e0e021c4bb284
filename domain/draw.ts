import type { DrawFile } from './draw-file'
import { compareCodes } from './draw-order'
import { drawQuotas } from './draw-quotas'
import { sha256Hex } from './sha256'
import { atOnce, type Turns } from './turns'

/** The random draw, specified in docs/draw.md. Another rule gets another version: what was drawn by this one must stay repeatable. */
export const drawVersion = 'draw-1'
/** Tickets of all candidates together; a draw of more would keep whoever repeats it waiting. */
export const mostTickets = 100_000

export type { DrawFile } from './draw-file'
export type Candidate = DrawFile['candidates'][number]
export type DrawInput = Pick<DrawFile, 'seed' | 'publicValue' | 'candidates' | 'count' | 'atLeastOne'>
/** SHA-256 as hex; a machine with a faster one of its own hands it in. */
export type Hash = (text: string) => string

/** The codes in drawn order. */
export const draw = (input: DrawInput, hash?: Hash): string[] => atOnce(drawing(input, hash))

const hashesATurn = 2_000

/** The same, in pieces; `list` = the hash of its list, where that is known already. */
export function* drawing(input: DrawInput, hash: Hash = sha256Hex, list = listHash(input.candidates, hash)): Turns<string[]> {
  const { seed, publicValue, candidates, count, atLeastOne } = input
  yield
  const quotas = drawQuotas(
    candidates.map(({ stratum }) => stratum),
    count,
    atLeastOne,
  )
  yield
  const ranked = yield* ranking(candidates, drawMix(seed, publicValue, list, hash), hash)
  yield
  const left = new Map(quotas.map(({ stratum, quota }) => [stratum, quota]))
  const wins = ({ candidate: { stratum } }: Ranked): boolean => {
    const free = left.get(stratum) ?? 0
    left.set(stratum, free - 1)
    return free > 0
  }
  return ranked.filter(wins).map(({ candidate }) => candidate.code)
}

type Ranked = { key: string; candidate: Candidate }

function* ranking(candidates: readonly Candidate[], mix: string, hash: Hash): Turns<Ranked[]> {
  const ranked: Ranked[] = []
  let hashes = 0
  for (const candidate of candidates) {
    ranked.push({ candidate, key: drawKey(mix, candidate, hash) })
    hashes += candidate.tickets
    if (hashes < hashesATurn) continue
    hashes = 0
    yield
  }
  return ranked.sort(byKey)
}

export function listText(candidates: readonly Candidate[]): string {
  return candidates
    .toSorted((a, b) => compareCodes(a.code, b.code))
    .map(({ code, stratum, tickets }) => `${code}\t${stratum}\t${tickets}\n`)
    .join('')
}

export const listHash = (candidates: readonly Candidate[], hash: Hash = sha256Hex): string => hash(listText(candidates))

export const ticketsOf = (candidates: readonly Candidate[]): number => candidates.reduce((sum, { tickets }) => sum + tickets, 0)

/** What is committed to before the list is known. */
export const seedHash = (seed: string): string => sha256Hex(seed)

export function drawMix(seed: string, publicValue: string, list: string, hash: Hash = sha256Hex): string {
  return hash([drawVersion, seed, publicValue, list].join('\n'))
}

/** The smallest hash of the candidate's tickets: who has three is first three times as often. */
export function drawKey(mix: string, { code, tickets }: Candidate, hash: Hash = sha256Hex): string {
  let key = hash(`${mix}\n${code}\n1`)
  for (let ticket = 2; ticket <= tickets; ticket += 1) {
    const other = hash(`${mix}\n${code}\n${ticket}`)
    if (other < key) key = other
  }
  return key
}

function byKey(a: Ranked, b: Ranked): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : compareCodes(a.candidate.code, b.candidate.code)
}
