import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { refuse } from '../domain/errors'
import { normalisePassword } from '../domain/password'

/** argon2id (2), 19 MiB, two passes: OWASP's first recommendation; some 15 ms of a core. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** So many hash at once and so many may wait: signing in must not become a way to stop the server. */
const atOnce = 2
const mayWait = 200

type Gate = { running: number; waiting: (() => void)[]; dummy?: Promise<string> }
/** One gate a process; a server bundle may hold this module twice. */
const shelf = globalThis as { hengdongHashing?: Gate }

function gate(): Gate {
  shelf.hengdongHashing ??= { running: 0, waiting: [] }
  return shelf.hengdongHashing
}

/** Runs work that hashes when its turn comes; refuses when the queue is too long. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const { waiting } = gate()
  if (gate().running >= atOnce) {
    if (waiting.length >= mayWait) refuse('too-busy')
    await new Promise<void>((go) => waiting.push(go))
  } else gate().running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else gate().running--
  }
}

/** Call these two inside `inTurn`. */
export const hashNow = (password: string): Promise<string> => hash(normalisePassword(password), cost)
export async function verifyNow(stored: string | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await dummyHash()), normalisePassword(password)).catch(() => false)
  return stored !== undefined && right
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hashNow(password))

/** An unknown name costs the same time as a known one. */
function dummyHash(): Promise<string> {
  const kept = gate()
  kept.dummy ??= hash(randomPassword(), cost)
  return kept.dummy
}

/** Letters and digits that cannot be mistaken for one another on paper. */
const clear = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of five: 98 bits, easy to type from a slip. */
export function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => clear[randomInt(clear.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
