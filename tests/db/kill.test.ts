import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeHouse, openHouse } from '../../db/open'
import { build } from '../../scripts/house.mjs'
import { killWriter } from '../faults/kill'
import { killServer } from '../faults/kill-server'
import { writerDay } from '../faults/steps'
import { addOrganisation, addUser, instantOn } from '../support/house'

const kills = Number(process.env.KILLS ?? (process.env.LONG ? 100 : 10))
let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hengdong-kill-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function foundHouse() {
  openHouse({ dir, at: instantOn(writerDay), today: writerDay, demo: false })
  const bureau = addOrganisation('测试发改局', 'department')
  const people = {
    reporter: addUser('reporter', 'bureau', bureau, '2025-01-10'),
    reviewer: addUser('reviewer', 'bureau', bureau, '2025-01-10'),
  }
  closeHouse()
  return people
}

test(`keeps every acknowledged command once through ${kills} kills of the writer`, { timeout: 30_000 + kills * 6000 }, async () => {
  const report = await killWriter({ dir, early: false, ...foundHouse() }, kills)
  expect(report).toMatchObject({ kills, lost: [], doubled: [], problems: [] })
  expect(report.acknowledged).toBeGreaterThan(kills / 2)
  if (process.env.LONG) console.log(`${report.acknowledged} acknowledged through ${kills} kills of the writer`)
})

test('notices a writer that acknowledges before it commits', { timeout: 120_000 }, async () => {
  const report = await killWriter({ dir, early: true, ...foundHouse() }, 20)
  expect(report.lost.length + report.problems.length).toBeGreaterThan(0)
  expect(report.lost).not.toEqual([])
})

test.runIf(process.env.LONG)(
  'keeps every acknowledged upload once through 12 kills of the whole server',
  { timeout: 900_000 },
  async () => {
    await build()
    const report = await killServer(dir, 12)
    expect(report).toMatchObject({ lost: [], doubled: [], problems: [] })
    expect(report.acknowledged).toBeGreaterThan(12)
    console.log(`${report.acknowledged} acknowledged through ${report.kills} kills of the server`)
  },
)
