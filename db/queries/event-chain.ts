import { setImmediate as breathe } from 'node:timers/promises'
import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canReadEventLog } from '../../domain/policy'
import { type ChainReport, walkChain } from '../audit-verify'
import { house } from '../client'
import { type HeadProblem, headProblem, readKeptHead } from '../kept-head'

export type ChainCheck = ChainReport & { headProblem: HeadProblem | null }

let running: Promise<ChainCheck> | null = null

/** Recomputes the whole chain, in steps that let other requests in between; who asks meanwhile gets the same answer. */
export function checkChain(actor: Actor): Promise<ChainCheck> {
  allow(canReadEventLog(actor))
  running ??= walk().finally(() => {
    running = null
  })
  return running
}

async function walk(): Promise<ChainCheck> {
  const { sqlite, dir } = house()
  const kept = readKeptHead(dir)
  const steps = walkChain(sqlite)
  for (;;) {
    const { value, done } = steps.next()
    if (done) return { ...value, headProblem: headProblem(kept, sqlite) }
    await breathe()
  }
}
