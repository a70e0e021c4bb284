import type { Line } from '../../app/field/outbox'
import type { Chance } from './chance'

/** How a request gets to the server: with the session, or with one that has run out; `cut` = only its beginning arrives. */
export type Carrier = {
  send: (path: string, init: RequestInit, signedIn: boolean) => Promise<Response>
  cut: (path: string, init: RequestInit) => Promise<void>
}
export const faultKinds = ['before', 'after', 'mid-photo', 'duplicate', 'reorder', 'late', 'expired'] as const
export type FaultCounts = Record<(typeof faultKinds)[number], number>

export type FaultyLine = Line & {
  /** From now on nothing goes wrong any more. */
  calm: () => void
  /** What was held up on its way arrives at last. */
  flush: () => Promise<void>
}

/** A line on which anything may go wrong, one thing a request. */
export function faultyLine(carrier: Carrier, chance: Chance, counts: FaultCounts, probability: number): FaultyLine {
  let troubled = probability
  let expired = 0
  const held: (() => Promise<unknown>)[] = []

  const fetch: Line['fetch'] = async (path, init) => {
    if (held.length > 0 && chance.is(0.4)) await held.shift()!()
    if (expired > 0) {
      expired -= 1
      return carrier.send(path, init, false)
    }
    if (!chance.is(troubled)) return carrier.send(path, init, true)
    const fault = chance.one(faultsOf(path, init))
    counts[fault] += 1
    return suffer[fault](path, init)
  }
  const suffer: Record<keyof FaultCounts, Line['fetch']> = {
    before: lost,
    after: async (path, init) => {
      await carrier.send(path, init, true)
      return lost()
    },
    'mid-photo': async (path, init) => {
      await carrier.cut(path, init)
      return lost()
    },
    duplicate: async (path, init) => {
      const answers = await Promise.all([carrier.send(path, init, true), carrier.send(path, init, true)])
      return chance.one(answers)
    },
    reorder: (path, init) => carrier.send(path, shuffled(init, chance), true),
    late: (path, init) => {
      held.push(() => carrier.send(path, init, true).catch(() => null))
      return lost()
    },
    expired: (path, init) => {
      expired = chance.below(3)
      return carrier.send(path, init, false)
    },
  }
  const flush = async () => {
    for (const deliver of held.splice(0)) await deliver()
  }
  return { fetch, now: () => Date.now(), alone: (work) => work(), flush, calm: () => (troubled = 0) }
}

function lost(): never {
  throw new TypeError('network error')
}

function faultsOf(path: string, { method }: RequestInit): (keyof FaultCounts)[] {
  if (path.endsWith('/sync')) return ['before', 'after', 'duplicate', 'reorder', 'reorder', 'reorder', 'late', 'expired']
  if (method === 'PUT') return ['mid-photo', 'mid-photo', 'after', 'duplicate', 'late', 'expired']
  return ['before', 'after', 'expired']
}

/** The batch in another order and, half of the time, only some of it: the rest comes with the next one. */
function shuffled(init: RequestInit, chance: Chance): RequestInit {
  const { items } = JSON.parse(String(init.body)) as { items: unknown[] }
  const mixed = items.map((item) => ({ item, at: chance.below(1_000_000) })).sort((a, b) => a.at - b.at)
  const some = chance.is(0.5) ? mixed : mixed.slice(0, Math.ceil(mixed.length / 2))
  return { ...init, body: JSON.stringify({ items: some.map(({ item }) => item) }) }
}
