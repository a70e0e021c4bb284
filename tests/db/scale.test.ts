import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '../../db/audit-verify'
import { house, orm } from '../../db/client'
import { closeHouse, openHouse } from '../../db/open'
import { isDemoComplete } from '../../db/queries/health'
import { projectsPage } from '../../db/queries/project-list'
import { rulesOn } from '../../db/queries/rules'
import { isScaleLibrary, makeScale } from '../../db/scale'
import { chainOutputs, projectList, users } from '../../db/schema'
import { listRow, searchText } from '../../db/summaries'
import { roles } from '../../domain/actor'
import { bigrams } from '../../domain/search'
import { recomputeChain, recomputeProjects } from '../support/recompute'
import { readAccounts } from '../support/server'

const today = '2026-11-24'
const at = `${today}T03:00:00.000Z`
const projects = 240
const dir = mkdtempSync(join(tmpdir(), 'hengdong-scale-'))

beforeAll(async () => {
  await makeScale({ dir, projects, seed: 7, at, today })
  openHouse({ dir, at, today, demo: false })
}, 120_000)
afterAll(() => {
  closeHouse()
  rmSync(dir, { recursive: true, force: true })
})

test('holds as many projects as asked for, each with a code of its own, and says what it is', () => {
  const codes = recomputeProjects(house().sqlite).map(({ code }) => code)
  expect(new Set(codes).size).toBe(projects)
  expect(codes.every((code) => /^P\d{4,6}$/.test(code))).toBe(true)
  expect(isScaleLibrary()).toBe(true)
  expect(isDemoComplete()).toBe(false)
})

test('keeps every list row, sum, search gram and chain output as the facts say', () => {
  const rules = rulesOn(orm(), today)
  const rows = orm().select().from(projectList).all()
  for (const row of rows) expect(row).toEqual(listRow(orm(), today, row.projectId, rules))
  const grams = house().sqlite.prepare('select gram from project_bigrams where project_id = ?').pluck()
  for (const row of rows) expect(new Set(grams.all(row.projectId))).toEqual(new Set(searchText(row).split('\n').flatMap(bigrams)))
  const stored = new Map(rows.map((row) => [row.code, row]))
  for (const { code, annualPlanYuan: _, ...sums } of recomputeProjects(house().sqlite)) expect(stored.get(code)).toMatchObject(sums)
  for (const { chainId, year, yuan, known, unknown } of orm().select().from(chainOutputs).all())
    expect(recomputeChain(house().sqlite, chainId, year)).toEqual({ chain: chainId, year, yuan, known, unknown })
})

test('has two years of reports, most of them approved, some waiting, in a chain of events that is whole', () => {
  const count = (sql: string) => house().sqlite.prepare(sql).pluck().get() as number
  expect(count("select count(distinct period) from updates where kind = 'monthly' and status = 'approved'")).toBe(24)
  expect(count("select count(*) from updates where status = 'submitted'")).toBeGreaterThan(0)
  expect(count('select count(*) from project_list where approved_yuan is not null')).toBeGreaterThan(0)
  const { broken, events } = verifyChain(house().sqlite)
  expect(broken).toBeNull()
  expect(events).toBeGreaterThan(2000)
  expect(count('select count(*) from events a join events b on b.seq = a.seq + 1 where b.at < a.at')).toBe(0)
  expect(house().sqlite.pragma('foreign_key_check')).toEqual([])
})

test('lets somebody of every role sign in, with passwords only the owner of the folder can read', () => {
  const file = join(dir, 'scale-accounts.txt')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(new Set(readAccounts(file).map(({ role }) => role))).toEqual(new Set(roles))
  expect(
    orm()
      .select()
      .from(users)
      .all()
      .every((user) => !user.mustChangePassword),
  ).toBe(true)
})

test('is found by what a work is called', () => {
  const row = orm().select().from(projectList).all().at(-1)
  const { id, role, organisationId } = orm()
    .select()
    .from(users)
    .all()
    .find((user) => user.role === 'bureau') ?? { id: 0, role: 'bureau', organisationId: 0 }
  const found = projectsPage({ kind: 'user', id, role, organisationId }, { q: row?.name.slice(2, 9) })
  expect(found.rows.map(({ code }) => code)).toContain(row?.code)
})

test('is made in an empty folder only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hengdong-scale-'))
  writeFileSync(join(folder, 'note'), '')
  const env = { ...process.env, DATA_DIR: folder }
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'db/operator/scale.ts', '--projects', '200'], {
    env,
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('empty folder')
  expect(readdirSync(folder)).toEqual(['note'])
  rmSync(folder, { recursive: true })
})
