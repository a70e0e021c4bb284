import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyChain } from '../../db/audit-verify'
import { keepHouse } from '../../db/client'
import { recordEvent } from '../../db/events'
import { headProblem, readKeptHead } from '../../db/kept-head'
import { openHouse } from '../../db/open'
import { write } from '../../db/write'
import { instantOn, openTestHouse, systemCtx, type TestHouse, testDay } from '../support/house'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
  for (let n = 0; n < 20; n++) append(n)
})
afterEach(() => t.close())

const append = (n: number) =>
  write(systemCtx(), 'append', null, (tx) =>
    recordEvent(tx, systemCtx(), { action: 'project.edited', subject: `project:P${n}`, body: { n } }),
  )

/** Somebody with the file: past the trigger, by raw SQL. */
function tamper(sql: string): void {
  t.house.sqlite.exec(`DROP TRIGGER IF EXISTS events_no_update; DROP TRIGGER IF EXISTS events_no_delete; PRAGMA foreign_keys = OFF; ${sql}`)
}
const broken = () => verifyChain(t.house.sqlite).broken

describe('the event chain', () => {
  test('is whole and ends where chain-head says', () => {
    const report = verifyChain(t.house.sqlite)
    expect(report).toMatchObject({ broken: null, erased: 0, epochs: [{ epoch: 1, fromSeq: 1 }] })
    expect(report.events).toBe(report.head.seq)
    expect(readKeptHead(t.house.dir)).toEqual(report.head)
    expect(headProblem(report.head, t.house.sqlite)).toBeNull()
  })

  test('refuses to change or delete an event', () => {
    expect(() => t.house.sqlite.exec('update events set subject = 1')).toThrow(/append-only/)
    expect(() => t.house.sqlite.exec('delete from events where seq = 3')).toThrow(/append-only/)
  })

  test('locates an altered field', () => {
    tamper(`update events set at = '2020-01-01T00:00:00.000Z' where seq = 7`)
    expect(broken()).toEqual({ seq: 7, what: 'fields' })
  })

  test('locates altered words', () => {
    tamper(`update event_bodies set body = '{"n":99}' where seq = 9`)
    expect(broken()).toEqual({ seq: 9, what: 'body' })
  })

  test('locates a removed event', () => {
    tamper('delete from events where seq = 5')
    expect(broken()).toEqual({ seq: 5, what: 'gap' })
  })

  test('locates an event whose own hash was made to fit', () => {
    tamper(`update events set prev_hash = hash where seq = 6`)
    expect(broken()).toEqual({ seq: 6, what: 'link' })
  })

  test('knows that only a restore begins an epoch', () => {
    t.house.sqlite.exec(`update meta set value = '2' where key = 'epoch'`)
    append(21)
    expect(broken()).toMatchObject({ what: 'epoch' })
  })

  test('stays whole when words are erased', () => {
    t.house.sqlite.exec('delete from event_bodies where seq in (4, 8)')
    expect(verifyChain(t.house.sqlite)).toMatchObject({ broken: null, erased: 2 })
  })

  test('is read in batches without missing the seams', () => {
    for (let n = 0; n < 2100; n++) insertFast(n)
    let batches = 0
    expect(verifyChain(t.house.sqlite, () => batches++).broken).toBeNull()
    expect(batches).toBe(2)
    tamper(`update events set subject = 'x' where seq = 1001`)
    expect(broken()).toEqual({ seq: 1001, what: 'fields' })
  })
})

const insertFast = (n: number) =>
  t.house.orm.transaction((tx) => recordEvent(tx, systemCtx(), { action: 'project.edited', subject: `project:P${n}` }))

describe('an older database in its place', () => {
  const older = () => join(t.house.dir, 'older.db')
  const putBack = (file: string) => {
    for (const end of ['-wal', '-shm']) rmSync(join(t.house.dir, `library.db${end}`), { force: true })
    copyFileSync(file, join(t.house.dir, 'library.db'))
  }

  test('is noticed by the kept head', () => {
    t.house.sqlite.prepare('vacuum into ?').run(older())
    append(22)
    const db = new Database(older())
    expect(headProblem(readKeptHead(t.house.dir), db)).toBe('behind')
    append(23)
    expect(headProblem({ seq: 5, hash: '0'.repeat(64) }, t.house.sqlite)).toBe('other')
    db.close()
  })

  test('is not opened', async () => {
    t.house.sqlite.prepare('vacuum into ?').run(older())
    append(24)
    t.house.sqlite.close()
    t.house.release()
    putBack(older())
    const opening = { dir: t.house.dir, at: instantOn(testDay), today: testDay, demo: false }
    expect(() => openHouse(opening)).toThrow(/older file/)
    rmSync(join(t.house.dir, 'chain-head'))
    openHouse(opening)
  })

  test('is noticed when its -wal was left behind', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'hengdong-nowal-'))
    for (const name of ['library.db', 'chain-head']) copyFileSync(join(t.house.dir, name), join(elsewhere, name))
    expect(() => openHouse({ dir: elsewhere, at: instantOn(testDay), today: testDay, demo: false })).toThrow(/older file/)
    keepHouse(t.house)
    rmSync(elsewhere, { recursive: true, force: true })
  })

  test('is suspected when the kept head is gone or unreadable', () => {
    const file = join(t.house.dir, 'chain-head')
    writeFileSync(file, 'nonsense')
    expect(headProblem(readKeptHead(t.house.dir), t.house.sqlite)).toBe('unreadable')
    rmSync(file)
    expect(headProblem(readKeptHead(t.house.dir), t.house.sqlite)).toBe('missing')
  })
})

describe('npm run audit:verify', () => {
  const verify = (dir = t.house.dir, ...args: string[]) => {
    const env = { ...process.env, DATA_DIR: dir }
    return spawnSync(process.execPath, ['--import', 'tsx', 'db/operator/audit-verify.ts', ...args], { env, encoding: 'utf8' })
  }
  const ofHead = (hash: string) => verify(t.house.dir, '--head', hash)
  const hashOf = (seq: number) => (t.house.sqlite.prepare('select hash from events where seq = ?').get(seq) as { hash: string }).hash

  test('says which event a printed head is, and that all before it is whole, whatever came after', () => {
    const [hash, { at }] = [hashOf(9), t.house.sqlite.prepare('select at from events where seq = 9').get() as { at: string }]
    const proven = ofHead(hash)
    expect(proven.stdout).toContain(`event 9, ${at}, the chain is whole up to it`)
    expect(proven.status).toBe(0)
    tamper(`update events set subject = 'x' where seq = 12`)
    const later = ofHead(hash)
    expect(later.stdout).toContain('the chain is whole up to it')
    expect(later.stdout).toContain('first break at event 12')
    expect(later.status).toBe(1)
  })

  test('does not prove a head after the break, one that is in no event, or what is no hash', () => {
    const hash = hashOf(9)
    tamper(`update events set subject = 'x' where seq = 7`)
    expect(ofHead(hash).stdout).toContain('NOT proven')
    tamper(`update events set hash = '${'0'.repeat(64)}' where seq = 9`)
    expect(ofHead('0'.repeat(64)).stdout).toContain('NOT proven')
    const strange = ofHead('f'.repeat(64))
    expect(strange.stdout).toContain('NO event of this chain has it')
    expect(strange.status).toBe(1)
    expect(ofHead('abc').stderr).toContain('Usage')
  })

  test('says that the chain is whole beside the open house, and where it is not', () => {
    const { head } = verifyChain(t.house.sqlite)
    const whole = verify()
    expect(whole.stdout).toContain(`${head.seq} events, head ${head.hash}, whole`)
    expect(whole.status).toBe(0)
    tamper(`update events set actor_id = 1 where seq = 3`)
    const altered = verify()
    expect(altered.stdout).toContain('first break at event 3')
    expect(altered.status).toBe(1)
  })

  test('says so when the file is damaged', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'hengdong-torn-'))
    t.house.sqlite.prepare('vacuum into ?').run(join(elsewhere, 'library.db'))
    const bytes = readFileSync(join(elsewhere, 'library.db'))
    bytes.fill(0xff, 4096)
    writeFileSync(join(elsewhere, 'library.db'), bytes)
    const torn = verify(elsewhere)
    expect(torn.stderr).toContain('The database file is damaged')
    expect(torn.status).toBe(1)
    rmSync(elsewhere, { recursive: true, force: true })
  })

  test('says so when there is no library', () => {
    expect(verify('/nonexistent').stderr).toContain('There is no library')
  })
})
