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

function factsIn(sqlite: Database.Database, columns?: Record<string, string[]>): { rows: Rows; columns: Record<string, string[]> } {
  const tables = sqlite
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_%' escape '\\'",
    )
    .all()
    .map(({ name }) => name)
    .filter((name) => !changing.includes(name) && (columns === undefined || name in columns))
  const rows: Rows = {}
  const told: Record<string, string[]> = {}
  for (const name of tables) {
    told[name] = columns?.[name] ?? sqlite.pragma(`table_info(${name})`).map((column: { name: string }) => column.name)
    rows[name] = sqlite.prepare(`select ${told[name].map((column) => `"${column}"`).join(', ')} from ${name} order by 1, 2`).all()
  }
  return { rows, columns: told }
}

const open = () => openHouse({ dir, at: '2025-10-16T02:00:00.000Z', today: testDay, demo: true })

describe.each(landed)('a library made by $name', (version) => {
  test('opens, keeps every fact, and adds up as its rows say', () => {
    unpackLanded(dir, version)
    const old = new Database(join(dir, 'library.db'), { readonly: true })
    const before = factsIn(old)
    old.close()
    expect(Object.values(before.rows).flat().length).toBeGreaterThan(1000)
    open()
    expect(factsIn(house().sqlite, before.columns).rows).toEqual(before.rows)
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
