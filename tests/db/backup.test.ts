import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyChain } from '../../db/audit-verify'
import { backupHouse } from '../../db/backup'
import { keepHouse } from '../../db/client'
import { uploadEvidence } from '../../db/commands/evidence'
import { chainHead, recordEvent } from '../../db/events'
import { evidencePath } from '../../db/evidence-store'
import { headProblem, readKeptHead } from '../../db/kept-head'
import { takeLock } from '../../db/lock'
import { closeHouse, openHouse } from '../../db/open'
import { restoreHouse } from '../../db/restore'
import { write } from '../../db/write'
import { ctxOf, instantOn, openTestHouse, systemCtx, type TestHouse, testDay } from '../support/house'

let t: TestHouse
let work: string
const at = '2025-10-16T03:00:00.000Z'
const pdf = Buffer.from('%PDF-1.7\nproof\nstartxref\n9\n%%EOF\n')
let proof: string

beforeEach(async () => {
  t = openTestHouse()
  work = mkdtempSync(join(tmpdir(), 'hengdong-backup-'))
  const added = await uploadEvidence(ctxOf(t.actors.bureau), { subject: 'draft:update:P0001:monthly:2025-09', name: 'a.pdf', bytes: pdf })
  proof = added.sha256
})
afterEach(() => {
  t.close()
  rmSync(work, { recursive: true, force: true })
})

const folder = () => join(work, 'backup')
const target = () => join(work, 'elsewhere')
const append = () =>
  write(systemCtx(), 'append', null, (tx) =>
    recordEvent(tx, systemCtx(), { action: 'project.edited', subject: 'project:P0001', body: 'x' }),
  )
const tables = (db: Database.Database) =>
  ['projects', 'project_list', 'updates', 'users', 'plan_entries', 'evidence_links'].map((name) =>
    db.prepare(`select * from ${name}`).all(),
  )

describe('a backup', () => {
  test('holds the library of one moment, checked, with every file’s hash and the chain’s head', async () => {
    const head = chainHead(t.house.orm)
    const { manifest } = await backupHouse(t.house.dir, folder(), at)
    expect(manifest).toMatchObject({ chain: { ...head, epoch: 1 }, damagedEvidence: [] })
    expect(manifest.files.map(({ path }) => path)).toEqual(['library.db', evidencePath('', proof)])
    expect(readdirSync(folder()).sort()).toEqual(['evidence', 'library.db', 'manifest.json'])
    const copy = new Database(join(folder(), 'library.db'), { readonly: true })
    expect(tables(copy)).toEqual(tables(t.house.sqlite))
    copy.close()
  })

  test('is for the house only, and holds neither session secret nor first passwords', async () => {
    for (const secret of ['secret', 'first-accounts.txt']) writeFileSync(join(t.house.dir, secret), 'hush')
    await backupHouse(t.house.dir, folder(), at)
    expect(statSync(folder()).mode & 0o777).toBe(0o700)
    for (const name of ['library.db', 'manifest.json', evidencePath('', proof)])
      expect(statSync(join(folder(), name)).mode & 0o777).toBe(0o600)
    expect(existsSync(join(folder(), 'secret'))).toBe(false)
  })

  test('is whole while the library goes on being written', async () => {
    // Large enough to be copied in several steps, with events in between.
    const fill = t.house.sqlite.prepare('insert into throttles values (?, 1, ?)')
    t.house.sqlite.transaction(() => {
      for (let n = 0; n < 20_000; n++) fill.run(`filler-${n}`, 'x'.repeat(800))
    })()
    const before = chainHead(t.house.orm)
    const writing = setInterval(append, 0)
    const { manifest } = await backupHouse(t.house.dir, folder(), at).finally(() => clearInterval(writing))
    expect(chainHead(t.house.orm).seq).toBeGreaterThan(before.seq)
    expect(manifest.chain).toMatchObject(before)
    await restoreHouse(folder(), target(), at)
  })

  test('never goes into a folder that holds something', async () => {
    mkdirSync(folder())
    writeFileSync(join(folder(), 'precious'), '')
    await expect(backupHouse(t.house.dir, folder(), at)).rejects.toThrow(/not empty/)
    expect(readdirSync(folder())).toEqual(['precious'])
  })

  test('is refused when the chain is broken', async () => {
    t.house.sqlite.exec(`drop trigger events_no_update; update events set subject = 'x' where seq = 2`)
    await expect(backupHouse(t.house.dir, folder(), at)).rejects.toThrow(/breaks at 2/)
    expect(existsSync(join(folder(), 'manifest.json'))).toBe(false)
  })

  test('names evidence that was lost already, and is made all the same', async () => {
    rmSync(evidencePath(t.house.dir, proof))
    const { manifest } = await backupHouse(t.house.dir, folder(), at)
    expect(manifest.damagedEvidence).toEqual([{ sha256: proof, problem: 'missing' }])
    await restoreHouse(folder(), target(), at)
  })
})

describe('a restore', () => {
  beforeEach(async () => {
    await backupHouse(t.house.dir, folder(), at)
  })

  test('gives the same library elsewhere, in a new epoch that names the old head', async () => {
    const old = chainHead(t.house.orm)
    const before = tables(t.house.sqlite)
    const { head, epoch } = await restoreHouse(folder(), target(), at)
    expect({ epoch, seq: head.seq }).toEqual({ epoch: 2, seq: old.seq + 1 })
    const db = new Database(join(target(), 'library.db'))
    expect(tables(db)).toEqual(before)
    expect(verifyChain(db)).toMatchObject({
      broken: null,
      head,
      epochs: [
        { epoch: 1, fromSeq: 1 },
        { epoch: 2, fromSeq: head.seq },
      ],
    })
    expect(headProblem(readKeptHead(target()), db)).toBeNull()
    const event = db.prepare('select action, body from events join event_bodies using (seq) where seq = ?').get(head.seq)
    expect(event).toEqual({ action: 'house.restored', body: expect.stringContaining(old.hash) })
    db.close()
    expect(readFileSync(evidencePath(target(), proof))).toEqual(pdf)
  })

  test('can be opened and goes on in its epoch', async () => {
    const own = t.house
    await restoreHouse(folder(), target(), at)
    const restored = openHouse({ dir: target(), at: instantOn(testDay), today: testDay, demo: false })
    append()
    expect(verifyChain(restored.sqlite)).toMatchObject({ broken: null, epochs: [{ epoch: 1 }, { epoch: 2 }] })
    closeHouse()
    keepHouse(own)
  })

  test('leaves only what the house needs, for the house only', async () => {
    await restoreHouse(folder(), target(), at)
    expect(readdirSync(target()).sort()).toEqual(['chain-head', 'evidence', 'library.db', 'lock.db'])
    for (const name of ['chain-head', 'library.db', 'lock.db']) expect(statSync(join(target(), name)).mode & 0o777).toBe(0o600)
  })

  test('is refused into a folder that holds something, or that is in use', async () => {
    await expect(restoreHouse(folder(), t.house.dir, at)).rejects.toThrow(/empty folder/)
    mkdirSync(target())
    const release = takeLock(target())
    await expect(restoreHouse(folder(), target(), at)).rejects.toThrow()
    release()
  })

  const damages: [string, (backup: string) => void, RegExp][] = [
    ['a turned byte in the database', (backup) => turnByte(join(backup, 'library.db'), 5000), /library\.db/],
    ['a turned byte in a file of evidence', (backup) => turnByte(join(backup, evidencePath('', proof)), 10), /evidence/],
    ['a missing file', (backup) => rmSync(join(backup, evidencePath('', proof))), /evidence/],
    ['a longer file', (backup) => appendFileSync(join(backup, 'library.db'), 'x'), /library\.db/],
    ['no manifest, as after a kill', (backup) => rmSync(join(backup, 'manifest.json')), /Not a complete backup/],
    ['a cut manifest', (backup) => writeFileSync(join(backup, 'manifest.json'), '{"format":1,'), /Not a complete backup/],
    [
      'a manifest that names a path outside',
      (backup) => edit(backup, (text) => text.replace('library.db', '../library.db')),
      /Not a complete backup/,
    ],
    ['another head in the manifest', (backup) => edit(backup, (text) => text.replace(/"hash": "\w/, '"hash": "x')), /head/],
  ]
  test.each(damages)('is refused with %s, and touches nothing', async (_, damage, words) => {
    const copy = join(work, 'damaged')
    cpSync(folder(), copy, { recursive: true })
    damage(copy)
    await expect(restoreHouse(copy, target(), at)).rejects.toThrow(words)
    expect(existsSync(target())).toBe(false)
  })
})

function turnByte(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = bytes[at]! ^ 1
  writeFileSync(file, bytes)
}
function edit(backup: string, change: (text: string) => string): void {
  const file = join(backup, 'manifest.json')
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

describe('the commands', () => {
  const run = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { env: { ...process.env, DATA_DIR: t.house.dir }, encoding: 'utf8' })

  test('back up beside the open house, restore, verify, and say what they need', () => {
    expect(run('db/operator/backup.ts', folder())).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(chainHead(t.house.orm).hash),
    })
    expect(run('db/operator/backup.ts', folder())).toMatchObject({ status: 1, stderr: expect.stringContaining('not empty') })
    expect(run('db/operator/restore.ts', folder(), target())).toMatchObject({ status: 0, stdout: expect.stringContaining('epoch 2') })
    expect(run('db/operator/restore.ts', folder(), target())).toMatchObject({ status: 1, stderr: expect.stringContaining('empty folder') })
    expect(run('db/operator/restore.ts')).toMatchObject({ status: 1, stderr: expect.stringContaining('Usage') })
  })
})
