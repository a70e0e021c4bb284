import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { and, eq, ne } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyChain } from '../../db/audit-verify'
import { house, orm } from '../../db/client'
import { approveUpdate } from '../../db/commands/review-updates'
import { closeHouse, openHouse } from '../../db/open'
import { rectificationRules } from '../../db/queries/rules'
import { projectList, updates, users } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { ctxOf, testDay } from '../support/house'
import { landed, unpackLanded } from '../support/landed'
import { recomputeProjects } from '../support/recompute'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hengdong-landed-'))
})
afterEach(() => {
  closeHouse()
  rmSync(dir, { recursive: true, force: true })
})

type Rows = Record<string, unknown[]>
/** Facts that nobody may lose or change; what is recomputed each day and the house's own notes are left out. */
const changing = ['project_list', 'project_bigrams', 'events', 'event_bodies', 'rule_sets', 'plan_loads', 'idempotency', 'meta']

type Columns = Record<string, string[]>

/** The tables and columns of a file, less those that may change. */
function columnsIn(sqlite: Database.Database): Columns {
  const all = sqlite
    .prepare<[], { tableName: string; columnName: string }>(
      `select t.name as tableName, c.name as columnName from sqlite_master t, pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like '\\_%' escape '\\'`,
    )
    .all()
  const columns: Columns = {}
  for (const { tableName, columnName } of all) {
    if (changing.includes(tableName)) continue
    columns[tableName] = [...(columns[tableName] ?? []), columnName]
  }
  return columns
}

const factsIn = (sqlite: Database.Database, columns: Columns): Rows =>
  Object.fromEntries(
    Object.entries(columns).map(([table, names]) => {
      const list = names.map((name) => `"${name}"`).join(', ')
      return [table, sqlite.prepare(`select ${list} from ${table} order by 1, 2`).all()]
    }),
  )

/** The plan's data may say more than they did; what they said stands. */
function knownThen(now: Rows, before: Rows): Rows {
  const kinds = new Set(before.plan_entries?.map((entry) => (entry as { kind: string }).kind))
  return { ...now, plan_entries: (now.plan_entries ?? []).filter((entry) => kinds.has((entry as { kind: string }).kind)) }
}

const open = () => openHouse({ dir, at: '2025-10-16T02:00:00.000Z', today: testDay, demo: true })

describe.each(landed)('a library made by $name', (version) => {
  test('opens, keeps every fact, and adds up as its rows say', () => {
    unpackLanded(dir, version)
    const old = new Database(join(dir, 'library.db'), { readonly: true })
    const columns = columnsIn(old)
    const before = factsIn(old, columns)
    old.close()
    expect(Object.values(before).flat().length).toBeGreaterThan(1000)
    open()
    expect(knownThen(factsIn(house().sqlite, columns), before)).toEqual(before)
    expect(house().sqlite.pragma('foreign_key_check')).toEqual([])
    const told = recomputeProjects(house().sqlite).map(({ code, approvedYuan, percent }) => ({ code, approvedYuan, percent }))
    const listed = orm()
      .select({ code: projectList.code, approvedYuan: projectList.approvedYuan, percent: projectList.percent })
      .from(projectList)
      .orderBy(projectList.code)
      .all()
    expect(listed).toEqual(told)
  })

  test('has its event chain whole, with the head it had, and goes on from there', () => {
    unpackLanded(dir, version)
    open()
    expect(verifyChain(house().sqlite)).toMatchObject({ broken: null })
    expect(house().sqlite.prepare('select hash from events where seq = ?').pluck().get(version.head.seq)).toBe(version.head.hash)
    const waiting = orm().select().from(updates).where(eq(updates.status, 'submitted')).get()!
    const reviewer = orm()
      .select()
      .from(users)
      .where(and(eq(users.role, 'bureau'), ne(users.id, waiting.submittedBy)))
      .get()!
    const actor: UserActor = { kind: 'user', id: reviewer.id, role: 'bureau', organisationId: reviewer.organisationId }
    approveUpdate(ctxOf(actor), waiting.id)
    expect(verifyChain(house().sqlite)).toMatchObject({ broken: null })
  })

  test('gets the rules of rectification with the version that brought them', () => {
    unpackLanded(dir, version)
    open()
    expect(rectificationRules(orm(), testDay).body.overdueDays).toEqual({ blue: 1, yellow: 10, red: 30 })
  })
})
