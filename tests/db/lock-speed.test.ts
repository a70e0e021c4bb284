import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { orm } from '../../db/client'
import { beginLock, confirmLock, submitLock } from '../../db/commands/locks'
import { computeLocks } from '../../db/commands/locks-compute'
import { closeHouse, openHouse } from '../../db/open'
import { makeScale } from '../../db/scale'
import { users } from '../../db/schema'
import type { Day } from '../../domain/calendar'
import { ctxOf, systemCtx } from '../support/house'
import { lockRow, stepOf } from '../support/locks'

const today: Day = '2025-10-16'

/** How long something took, ms. */
const timed = <T>(work: () => T): { ms: number; result: T } => {
  const start = performance.now()
  const result = work()
  return { ms: performance.now() - start, result }
}

test.runIf(process.env.LONG)(
  'a library of 10,000 works is locked within five seconds, in short steps, and confirmed in one short write',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'hengdong-lock-'))
    try {
      await makeScale({ dir, projects: 10_000, seed: 1, at: `${today}T01:00:00.000Z`, today })
      openHouse({ dir, at: `${today}T02:00:00.000Z`, today, demo: false })
      const [one, other] = orm().select().from(users).where(eq(users.role, 'bureau')).all()
      const actor = (user: typeof one) => ({
        kind: 'user' as const,
        id: user?.id ?? 0,
        role: 'bureau' as const,
        organisationId: user?.organisationId ?? 0,
      })
      const begun = timed(() => beginLock(ctxOf(actor(one), today), { period: '2025-09' }))
      const steps: number[] = []
      for (let more = true; more; ) {
        const step = timed(() => computeLocks(systemCtx(today)))
        steps.push(step.ms)
        more = step.result
      }
      submitLock(ctxOf(actor(one), today), stepOf(begun.result))
      const confirmed = timed(() => confirmLock(ctxOf(actor(other), today), stepOf(begun.result)))
      const sum = steps.reduce((a, b) => a + b, 0)
      const told = {
        begin: begun.ms,
        steps: steps.length,
        sum,
        median: steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)],
        worst: steps.at(-1),
      }
      console.log(JSON.stringify({ ...told, confirm: confirmed.ms }))
      expect(lockRow(begun.result)).toMatchObject({ state: 'confirmed', works: 10_000 })
      expect(sum).toBeLessThan(5000)
      expect(steps.at(-1)).toBeLessThan(200)
      expect(confirmed.ms).toBeLessThan(200)
    } finally {
      closeHouse()
      rmSync(dir, { recursive: true, force: true })
    }
  },
  600_000,
)
