import { cpuMs } from './process'
import type { Reader, Reply } from './session'

/** `base` names the case whose time is the measure of this one; `bound` = at most so many times it; `as` = who asks, the bureau unless said. */
export type Case = { name: string; path: string; base?: string; bound?: number; as?: keyof Readers }
export type Readers = Record<'bureau' | 'leader', Reader>
export type Result = {
  name: string
  cpuMs: number
  /** Half of the rounds lie between these. */
  cpuLow: number
  cpuHigh: number
  p50Ms: number
  p99Ms: number
  bytes: number
  ratio: number | null
  bound: number | null
}

type Round = { cpu: number; replies: Reply[] }

/** All cases take turns, round after round, so that whatever else the machine does falls on all of them alike. */
export async function measure(pid: number, readers: Readers, cases: readonly Case[], rounds: number, requests: number): Promise<Result[]> {
  const taken = new Map<string, Round[]>(cases.map(({ name }) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const one of cases) {
      const done = await takeRound(pid, readers, one, requests)
      // The first round warms up.
      if (round >= 0) taken.get(one.name)?.push(done)
    }
  }
  return cases.map((one) => resultOf(one, taken))
}

async function takeRound(pid: number, readers: Readers, { name, path, as = 'bureau' }: Case, requests: number): Promise<Round> {
  const replies: Reply[] = []
  const before = cpuMs(pid)
  for (let n = 0; n < requests; n++) {
    const reply = await readers[as].get(path)
    if (reply.status !== 200) throw new Error(`${name}: ${path} answers ${reply.status}`)
    replies.push({ ...reply, text: '' })
  }
  return { cpu: (cpuMs(pid) - before) / requests, replies }
}

function resultOf({ name, base, bound }: Case, taken: ReadonlyMap<string, Round[]>): Result {
  const rounds = taken.get(name) ?? []
  const cpu = rounds.map((round) => round.cpu)
  const replies = rounds.flatMap((round) => round.replies)
  const ms = replies.map((reply) => reply.ms)
  const against = base ? midMean((taken.get(base) ?? []).map((round) => round.cpu)) : null
  return {
    name,
    cpuMs: quantile(cpu, 0.5),
    cpuLow: quantile(cpu, 0.25),
    cpuHigh: quantile(cpu, 0.75),
    p50Ms: quantile(ms, 0.5),
    p99Ms: quantile(ms, 0.99),
    bytes: replies.at(-1)?.bytes ?? 0,
    ratio: against === null ? null : midMean(cpu) / against,
    bound: bound ?? null,
  }
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

/** Mean of the middle half: ticks are coarse, and a round that was disturbed does not count. */
function midMean(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const cut = Math.floor(sorted.length / 4)
  const middle = sorted.slice(cut, sorted.length - cut)
  return middle.reduce((sum, value) => sum + value, 0) / middle.length
}

/** Many readers at once: a server's memory grows with what it has to hold at the same time. */
export async function burst(readers: Readers, cases: readonly Case[], times: number, atOnce: number): Promise<void> {
  for (let time = 0; time < times; time++)
    for (const { path, as = 'bureau' } of cases) await Promise.all(Array.from({ length: atOnce }, () => readers[as].get(path)))
}
