import { drawing, drawVersion, type Hash, listHash, mostTickets, seedHash, ticketsOf } from './draw'
import type { DrawFile } from './draw-file'
import { sha256Hex } from './sha256'
import { atOnce, type Turns } from './turns'

/** There is no rule to repeat it by. */
const unrepeatable = {
  'version-unknown': ({ version }) => version !== drawVersion,
  'tickets-too-many': ({ candidates }) => ticketsOf(candidates) > mostTickets,
} as const satisfies Record<string, (file: DrawFile) => boolean>

type Repeat = { list: string; drawn: readonly string[] }

/** How a file can contradict itself, or its repeat. */
const contradictions = {
  'seed-hash-differs': ({ seed, seedHash: committed }) => seedHash(seed) !== committed,
  'seed-committed-late': ({ seedCommittedAt, frozenAt }) => Date.parse(seedCommittedAt) > Date.parse(frozenAt),
  'head-malformed': ({ publicSource, publicValue }) => publicSource === 'chain-head' && !/^[0-9a-f]{64}$/.test(publicValue),
  'code-twice': ({ candidates }) => new Set(candidates.map(({ code }) => code)).size < candidates.length,
  'list-hash-differs': ({ listHash: stated }, { list }) => list !== stated,
  'strata-unasked': ({ stratify, candidates }) => stratify === 'none' && candidates.some(({ stratum }) => stratum !== ''),
  'tickets-unasked': ({ weighted, candidates }) => !weighted && candidates.some(({ tickets }) => tickets > 1),
  'count-too-large': ({ count, candidates }) => count > candidates.length,
  'reason-missing': ({ n, reason }) => n > 1 && !reason?.trim(),
  'drawn-differs': ({ drawn: stated }, { drawn }) => drawn.join() !== stated.join(),
} as const satisfies Record<string, (file: DrawFile, repeat: Repeat) => boolean>

export type DrawProblem = keyof typeof unrepeatable | keyof typeof contradictions
/** What contradicts what, and what the repeat draws: null where it cannot be repeated. */
export type DrawVerdict = { problems: DrawProblem[]; repeated: string[] | null }

const keysOf = <K extends string>(of: Record<K, unknown>) => Object.keys(of) as K[]

/** No problems in a sound one. The file alone cannot say whether its head and its commitment are events of the chain. */
export const checkDraw = (file: DrawFile): DrawVerdict => atOnce(checking(file))

/** The same, in pieces: the draw is made once. */
export function* checking(file: DrawFile, hash: Hash = sha256Hex): Turns<DrawVerdict> {
  const unread = keysOf(unrepeatable).filter((kind) => unrepeatable[kind](file))
  if (unread.length > 0) return { problems: unread, repeated: null }
  const list = listHash(file.candidates, hash)
  const repeated = yield* drawing(file, hash, list)
  yield
  return { problems: keysOf(contradictions).filter((kind) => contradictions[kind](file, { list, drawn: repeated })), repeated }
}
