import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareImport, startImport } from '../../db/commands/imports'
import { undoImport } from '../../db/commands/imports-decide'
import { stepImports } from '../../db/commands/imports-steps'
import { insertWork } from '../../db/new-work'
import { write } from '../../db/write'
import { ctxOf, openTestHouse, systemCtx, type TestHouse } from '../support/house'
import { handIn, importRow, type Ledger, refTo } from '../support/import-house'

const long = Boolean(process.env.LONG)
const works = long ? 10_000 : 400
/** What anybody who asks meanwhile may have to wait. */
const mostMs = 200

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  const ctx = ctxOf(t.actors.bureau)
  const identity = { sector: 'water' as const, town: null, category: null, level: null, industryClass: null }
  for (let from = 0; from < works; from += 500)
    write(ctx, 'createProject', null, (tx) => {
      for (let at = from; at < Math.min(works, from + 500); at += 1) insertWork(tx, ctx, { ...identity, name: `第${at}号灌渠整治` }, '试验')
    })
}, 300_000)
afterAll(() => t.close())

const ledger: Ledger = {
  fields: ['name', 'yearToDateYuan', 'percent'],
  rows: Array.from({ length: works }, (_, at) => [`第${at}号灌渠整治`, String(at + 1), '20']),
  about: { purpose: 'reports', period: '2025-09' },
}

/** Every step to the end: how long the longest held everybody up, and how long all took. */
function stepping(): { longest: number; all: number; steps: number } {
  const times: number[] = []
  for (let left = 1; left > 0; ) {
    const begun = performance.now()
    left = stepImports(systemCtx())
    times.push(performance.now() - begun)
  }
  return { longest: Math.max(...times), all: times.reduce((sum, ms) => sum + ms, 0), steps: times.length }
}

test(`a month of ${works} works is compared, imported and undone without holding anybody up`, () => {
  const id = handIn(t, ledger)
  compareImport(ctxOf(t.actors.bureau), refTo(id))
  const compared = stepping()
  expect(importRow(id).counts).toMatchObject({ new: works })
  startImport(ctxOf(t.actors.bureau), refTo(id))
  const applied = stepping()
  expect(importRow(id)).toMatchObject({ state: 'applied', made: { updates: [1, works] } })
  undoImport(ctxOf(t.actors.bureau), refTo(id))
  const undone = stepping()
  expect(importRow(id).state).toBe('undone')
  const words = ([name, { longest, all, steps }]: [string, typeof compared]) =>
    `${name} steps=${steps} longestMs=${Math.round(longest)} ms=${Math.round(all)}`
  console.info(
    `import rows=${works} ${[
      ['compare', compared],
      ['apply', applied],
      ['undo', undone],
    ]
      .map((part) => words(part as never))
      .join(' ')}`,
  )
  for (const { longest } of [compared, applied, undone]) expect(longest).toBeLessThan(mostMs * (long ? 1 : 2))
}, 600_000)
