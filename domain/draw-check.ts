import { draw, drawVersion, listHash, seedHash } from './draw'
import type { DrawFile } from './draw-file'

/** How a file can contradict itself. */
const contradictions = {
  'seed-hash-differs': ({ seed, seedHash: committed }) => seedHash(seed) !== committed,
  'seed-committed-late': ({ seedCommittedAt, frozenAt }) => Date.parse(seedCommittedAt) > Date.parse(frozenAt),
  'head-malformed': ({ publicSource, publicValue }) => publicSource === 'chain-head' && !/^[0-9a-f]{64}$/.test(publicValue),
  'code-twice': ({ candidates }) => new Set(candidates.map(({ code }) => code)).size < candidates.length,
  'list-hash-differs': ({ candidates, listHash: stated }) => listHash(candidates) !== stated,
  'strata-unasked': ({ stratify, candidates }) => stratify === 'none' && candidates.some(({ stratum }) => stratum !== ''),
  'tickets-unasked': ({ weighted, candidates }) => !weighted && candidates.some(({ tickets }) => tickets > 1),
  'count-too-large': ({ count, candidates }) => count > candidates.length,
  'reason-missing': ({ n, reason }) => n > 1 && !reason?.trim(),
  'drawn-differs': (file) => draw(file).join() !== file.drawn.join(),
} as const satisfies Record<string, (file: DrawFile) => boolean>

export type DrawProblem = 'version-unknown' | keyof typeof contradictions
const kinds = Object.keys(contradictions) as (keyof typeof contradictions)[]

/** What contradicts what in an exported draw; nothing in a sound one. The file alone cannot say whether its head and its commitment are events of the chain. */
export function checkDraw(file: DrawFile): DrawProblem[] {
  if (file.version !== drawVersion) return ['version-unknown']
  return kinds.filter((kind) => contradictions[kind](file))
}
