import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReadOnly, orm, type Reader } from '../../db/client'
import { prepared } from '../../db/prepared'
import { rulesOn } from '../../db/queries/rules'
import { meta } from '../../db/schema'
import { openTestHouse, type TestHouse, testDay } from '../support/house'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

const noted = (db: Reader) =>
  db
    .select({ value: meta.value })
    .from(meta)
    .where(eq(meta.key, sql.placeholder('key')))
    .prepare()

test('a statement is made once a connection', () => {
  expect(prepared(orm(), noted)).toBe(prepared(orm(), noted))
  expect(orm().transaction((tx) => prepared(tx, noted))).toBe(prepared(orm(), noted))
})

test('inside a transaction it sees what the transaction wrote, and afterwards what became of it', () => {
  const read = (db: Reader) => prepared(db, noted).get({ key: 'trial' })?.value
  try {
    orm().transaction((tx) => {
      tx.insert(meta).values({ key: 'trial', value: 'written' }).run()
      expect(read(tx)).toBe('written')
      throw new Error('undone')
    })
  } catch {}
  expect(read(orm())).toBeUndefined()
})

test('another connection has its own', () => {
  const other = openReadOnly(t.house.dir)
  expect(prepared(other.orm, noted)).not.toBe(prepared(orm(), noted))
  expect(prepared(other.orm, noted).get({ key: 'kind' })?.value).toBe('real')
  other.sqlite.close()
})

test('rules of a day are read from their text once, and a new version is still seen', () => {
  const before = rulesOn(orm(), testDay)
  expect(rulesOn(orm(), testDay).duty).toBe(before.duty)
  const later = `update rule_sets set effective_from = '2099-01-01' where kind = 'duty'`
  t.house.sqlite.exec(`begin; insert into rule_sets (kind, version, effective_from, body, approved_at)
    select kind, version + 1, '2025-10-01', json_set(body, '$.dueDay', 9), approved_at from rule_sets where kind = 'duty'`)
  expect(rulesOn(orm(), testDay).duty.dueDay).toBe(9)
  expect(rulesOn(orm(), '2025-09-30').duty.dueDay).toBe(before.duty.dueDay)
  t.house.sqlite.exec(`rollback; begin; ${later}`)
  expect(rulesOn(orm(), testDay).duty.dueDay).toBe(before.duty.dueDay)
  t.house.sqlite.exec('rollback')
})
