import { createHash } from 'node:crypto'

/**
 * The draw a second time, written from docs/draw.md alone: an urn of tickets per stratum, byte strings and BigInt.
 * It shares nothing with domain/draw, so that a slip in either shows as a difference.
 */
const H = (...lines: string[]): string =>
  createHash('sha256')
    .update(Buffer.from(lines.join('\n'), 'utf8'))
    .digest('hex')

type Ticket = { number: bigint; code: string }
type Stratum = { name: Buffer; codes: Set<string>; urn: Ticket[]; quota: bigint }

export function secondDraw(text: string): string[] {
  const file = JSON.parse(text)
  if (file.version !== 'draw-1') throw new Error(`no draw-1: ${file.version}`)
  const mix = H('draw-1', file.seed, file.publicValue, H(secondListText(file.candidates)))

  const strata: Stratum[] = []
  for (const { code, stratum, tickets } of file.candidates) {
    const name = Buffer.from(stratum, 'utf8')
    let home = strata.find((other) => other.name.equals(name))
    if (!home) {
      home = { name, codes: new Set(), urn: [], quota: 0n }
      strata.push(home)
    }
    home.codes.add(code)
    for (let i = 1; i <= tickets; i++) home.urn.push({ number: BigInt(`0x${H(mix, code, String(i))}`), code })
  }
  strata.sort((a, b) => Buffer.compare(a.name, b.name))
  share(strata, BigInt(file.count), file.atLeastOne)

  return strata
    .flatMap(shuffledWinners)
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ code }) => code)
}

export function secondListText(candidates: { code: string; stratum: string; tickets: number }[]): string {
  // Codes are a letter and digits: padding with a character before the digits makes one order of "shorter first, then ASCII".
  const lines = new Map(candidates.map((c) => [c.code.padStart(20, ' '), `${c.code}\t${c.stratum}\t${c.tickets}\n`]))
  return [...lines.keys()]
    .sort()
    .map((code) => lines.get(code))
    .join('')
}

/** Tickets leave the urn one by one; a code's further tickets are passed over. */
function shuffledWinners({ urn, quota }: Stratum): Ticket[] {
  const winners = new Map<string, Ticket>()
  const shuffled = [...urn].sort((a, b) => (a.number < b.number ? -1 : 1))
  for (const ticket of shuffled) if (!winners.has(ticket.code) && BigInt(winners.size) < quota) winners.set(ticket.code, ticket)
  return [...winners.values()]
}

function share(strata: Stratum[], count: bigint, atLeastOne: boolean): void {
  const size = (s: Stratum) => BigInt(s.codes.size)
  const all = strata.reduce((sum, s) => sum + size(s), 0n)
  let left = count < all ? count : all
  for (const s of strata) {
    if (!atLeastOne || left === 0n) break
    s.quota = 1n
    left--
  }
  while (left > 0n) {
    const open = strata.filter((s) => s.quota < size(s))
    const T = open.reduce((sum, s) => sum + size(s), 0n)
    const due = new Map(open.map((s) => [s, (left * size(s)) / T]))
    let over = left - [...due.values()].reduce((sum, d) => sum + d, 0n)
    const waiting = new Set(open)
    while (over > 0n) {
      let best: Stratum | undefined
      for (const s of waiting) if (!best || (left * size(s)) % T > (left * size(best)) % T) best = s
      waiting.delete(best!)
      due.set(best!, due.get(best!)! + 1n)
      over--
    }
    for (const [s, d] of due) {
      const room = size(s) - s.quota
      const full = d >= room
      const taken = full ? room : d
      s.quota += taken
      left -= taken
    }
  }
}
