import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addEvidence, removeEvidence, uploadEvidence } from '../../db/commands/evidence'
import { isDiskFull, sayWhenFull } from '../../db/disk'
import { checkEvidence } from '../../db/evidence-check'
import { handInEvidence } from '../../db/evidence-links'
import { evidencePath, readEvidence } from '../../db/evidence-store'
import { evidenceFile, evidenceOf } from '../../db/queries/evidence'
import { workByCode } from '../../db/queries/work'
import { assignments, events, updates } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { Refusal } from '../../domain/errors'
import { evidenceLimits } from '../../domain/evidence'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'

let t: TestHouse
let jpeg: Buffer
let png: Buffer
const pdf = (words = 'words') => Buffer.from(`%PDF-1.7\n${words}\nstartxref\n9\n%%EOF\n`)
const draft = 'draft:update:P0001:monthly:2025-09'

beforeAll(async () => {
  t = openTestHouse()
  const { id: projectId } = workByCode(t.house.orm, 'P0001')
  t.house.sqlite.exec(`delete from assignments where project_id = ${projectId}`)
  t.house.orm.insert(assignments).values({ projectId, kind: 'owner', organisationId: t.organisations.own, fromDay: '2021-01-01' }).run()
  const noise = sharp({
    create: { width: 900, height: 600, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 20 } },
  })
  jpeg = await noise
    .clone()
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Copyright: 'taken-at-home', Make: 'phone' } })
    .jpeg()
    .toBuffer()
  png = await noise.clone().png().toBuffer()
})
afterAll(() => t.close())

const upload = (bytes: Uint8Array, name = 'a.jpg', subject = draft, actor: UserActor = t.actors.owner) =>
  uploadEvidence(ctxOf(actor), { subject, name, bytes })
const stored = () =>
  readdirSync(join(t.house.dir, 'evidence'), { recursive: true }).filter((name) => /[0-9a-f]{64}/.test(String(name))).length

async function refusedField(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  expect((error as Refusal).issues[0]?.field).toBe('file')
  return (error as Refusal).issues[0]!.code
}
const code = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'allowed'
}
const codeLater = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: Refusal) => error.code,
  )

describe('a picture', () => {
  test('is kept upright and without its metadata', async () => {
    const { sha256, width, height, mime } = await upload(jpeg, 'site.jpeg')
    const kept = readFileSync(evidencePath(t.house.dir, sha256))
    expect({ width, height, mime }).toEqual({ width: 600, height: 900, mime: 'image/jpeg' })
    expect(kept.includes('taken-at-home')).toBe(false)
    const { exif, orientation } = await sharp(kept).metadata()
    expect({ exif, orientation }).toEqual({ exif: undefined, orientation: undefined })
  })

  test('is made smaller when a side is longer than allowed', async () => {
    const wide = await sharp({ create: { width: 6000, height: 1000, channels: 3, background: '#abc' } })
      .png()
      .toBuffer()
    expect(await upload(wide)).toMatchObject({ width: evidenceLimits.side, height: 683, mime: 'image/png' })
  })

  test('is refused when it is cut short, whatever its ending', async () => {
    expect(await refusedField(upload(jpeg.subarray(0, jpeg.length / 2)))).toBe('file-damaged')
    expect(await refusedField(upload(png.subarray(0, png.length - 100), 'a.png'))).toBe('file-damaged')
  })

  test('is refused unopened when it would unpack to too many pixels', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#000' } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusedField(upload(bomb))).toBe('picture-too-many-pixels')
  })

  test('is refused above 10 MB', async () => {
    const padded = Buffer.concat([jpeg, Buffer.alloc(evidenceLimits.pictureBytes)])
    expect(await refusedField(upload(padded))).toBe('file-too-large')
  })

  test('is refused when only its first bytes are those of a picture', async () => {
    expect(await refusedField(upload(Buffer.concat([jpeg.subarray(0, 20), Buffer.from('<script>alert(1)</script>')])))).toBe('file-damaged')
  })
})

describe('a file', () => {
  test('of 0 bytes is refused', async () => expect(await refusedField(upload(Buffer.alloc(0)))).toBe('file-empty'))

  test('of another kind is refused, whatever it is called', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    for (const bytes of [svg, Buffer.from('PK\u0003\u0004 a workbook'), Buffer.from('GIF89a'), Buffer.from('<html>')])
      expect(await refusedField(upload(bytes, 'photo.jpg'))).toBe('file-type')
  })

  test('as iPhones write it is refused with advice', async () => {
    expect(await refusedField(upload(Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic')))).toBe('file-heic')
  })

  test('that is a PDF is kept as it came, unless it lacks its end', async () => {
    const { sha256, width } = await upload(pdf(), '批文.PDF')
    expect(readEvidence(t.house.dir, sha256)).toEqual(pdf())
    expect(width).toBeNull()
    expect(await refusedField(upload(pdf().subarray(0, 12), 'a.pdf'))).toBe('file-damaged')
    expect(await refusedField(upload(Buffer.concat([pdf(), Buffer.alloc(evidenceLimits.pdfBytes)]), 'a.pdf'))).toBe('file-too-large')
  })

  test('sent twice is stored once and hangs on the form once', async () => {
    const subject = 'draft:update:P0001:monthly:2025-08'
    const first = await upload(png, 'a.png', subject)
    const files = stored()
    const [second, third] = await Promise.all([upload(png, 'b.png', subject), upload(png, 'c.png', subject)])
    expect([second.id, third.id]).toEqual([first.id, first.id])
    expect(stored()).toBe(files)
    expect(evidenceOf(t.actors.owner, subject)).toHaveLength(1)
  })

  test('has a name without path, script, marks or false ending', async () => {
    const subject = 'draft:update:P0001:monthly:2025-07'
    const names = [
      '../../etc/passwd',
      'C:\\temp\\照片.exe',
      'a\u202egpj.exe',
      '<script>alert(1)</script>.svg',
      '',
      `${'长'.repeat(300)}.jpg`,
      '.',
    ]
    const kept: string[] = []
    for (const [at, name] of names.entries()) kept.push((await upload(pdf(`${at}`), name, subject)).name)
    expect(kept).toEqual(['passwd.pdf', '照片.pdf', 'agpj.pdf', 'script.pdf', 'evidence.pdf', `${'长'.repeat(80)}.pdf`, 'evidence.pdf'])
  })

  test('is one of nine at most', async () => {
    const subject = 'draft:update:P0001:monthly:2025-06'
    for (let n = 0; n < evidenceLimits.perSubject; n++) await upload(pdf(`nine ${n}`), 'a.pdf', subject)
    expect(await refusedField(upload(pdf('ten'), 'a.pdf', subject))).toBe('too-many-files')
  })

  test('and its folder are for the house only', async () => {
    const file = evidencePath(t.house.dir, (await upload(pdf('rights'), 'a.pdf', 'draft:update:P0001:monthly:2025-05')).sha256)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(t.house.dir, 'evidence')).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(t.house.dir, 'evidence'), { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([])
  })

  test('sent again under the same key is answered again', async () => {
    const ctx = ctxOf(t.actors.owner, testDay, 'key-1')
    const send = () => uploadEvidence(ctx, { subject: 'draft:update:P0001:monthly:2025-04', name: 'a.pdf', bytes: pdf('key') })
    expect(await send()).toEqual(await send())
    expect(
      await codeLater(uploadEvidence(ctx, { subject: 'draft:update:P0001:monthly:2025-04', name: 'a.pdf', bytes: pdf('other') })),
    ).toBe('key-reused')
  })
})

describe('who may', () => {
  const subject = 'draft:update:P0001:monthly:2025-03'

  test('add: the work’s own unit and the bureau on behalf, nobody else, and nothing is stored for the others', async () => {
    const { owner, bureau, otherOwner, supervisor, leader, admin, auditor } = t.actors
    expect(await codeLater(upload(pdf('own'), 'a.pdf', subject, owner))).toBe('allowed')
    expect(await codeLater(upload(pdf('behalf'), 'a.pdf', subject, bureau))).toBe('allowed')
    const files = stored()
    const asked = await Promise.all(
      [otherOwner, supervisor, leader, admin, auditor].map((actor) => codeLater(upload(pdf('foreign'), 'a.pdf', subject, actor))),
    )
    expect(asked).toEqual(['not-found', 'forbidden', 'forbidden', 'not-found', 'not-found'])
    expect(stored()).toBe(files)
  })

  test('name a subject: only a form of one’s own, never a record', async () => {
    for (const made of ['update:1', 'draft:', 'draft:update:P0001/../..', 'draft:visit:P0001', '', 'draft:output:x'])
      expect(await codeLater(upload(pdf(), 'a.pdf', made))).toBe('invalid')
    expect(await codeLater(upload(pdf(), 'a.pdf', 'draft:update:P9999:monthly:2025-09'))).toBe('not-found')
  })

  test('add to an enterprise’s return: the enterprise and the bureau', async () => {
    const output = `draft:output:${t.organisations.own}:machinery:2025Q3`
    expect(await codeLater(upload(pdf('output'), 'a.pdf', output))).toBe('allowed')
    expect(await codeLater(upload(pdf('output'), 'a.pdf', output, t.actors.otherOwner))).toBe('forbidden')
  })

  test('read a draft’s files: their author', async () => {
    const { sha256 } = await upload(pdf('private'), 'a.pdf', subject)
    expect(evidenceFile(t.actors.owner, sha256)?.bytes).toEqual(pdf('private'))
    for (const actor of [t.actors.bureau, t.actors.otherOwner, t.actors.admin]) expect(evidenceFile(actor, sha256)).toBeNull()
    expect(evidenceOf(t.actors.bureau, subject).map(({ name }) => name)).toEqual(['a.pdf'])
  })

  test('read what was handed in: whoever reads the work', async () => {
    const { sha256 } = await upload(pdf('handed in'), 'a.pdf', 'draft:update:P0001:monthly:2025-02')
    const handed = handIn('draft:update:P0001:monthly:2025-02')
    expect(handed.files).toEqual([{ name: 'a.pdf', sha256 }])
    const { owner, bureau, supervisor, leader, otherOwner, admin, auditor } = t.actors
    const readers = [owner, bureau, supervisor, leader].map((actor) => evidenceFile(actor, sha256)?.name)
    expect(readers).toEqual(['a.pdf', 'a.pdf', 'a.pdf', 'a.pdf'])
    for (const actor of [otherOwner, admin, auditor]) {
      expect(evidenceFile(actor, sha256)).toBeNull()
      expect(evidenceOf(actor, handed.subject)).toEqual([])
    }
    expect(evidenceFile(owner, '../../library.db')).toBeNull()
  })

  test('take off: the author, and only before it is handed in', async () => {
    const mine = await upload(pdf('off'), 'a.pdf', 'draft:update:P0001:monthly:2025-01')
    expect(code(() => removeEvidence(ctxOf(t.actors.otherOwner), { id: mine.id }))).toBe('not-found')
    removeEvidence(ctxOf(t.actors.owner), { id: mine.id })
    expect(evidenceOf(t.actors.owner, 'draft:update:P0001:monthly:2025-01')).toEqual([])
    const again = await upload(pdf('off'), 'a.pdf', 'draft:update:P0001:monthly:2025-01')
    handIn('draft:update:P0001:monthly:2025-01')
    expect(code(() => removeEvidence(ctxOf(t.actors.owner), { id: again.id }))).toBe('not-found')
  })
})

let month = 1
function handIn(from: string) {
  const { id: projectId } = workByCode(t.house.orm, 'P0001')
  return t.house.orm.transaction((tx) => {
    const row = {
      projectId,
      kind: 'monthly' as const,
      period: `2022-0${month++}`,
      status: 'submitted' as const,
      revision: 1,
      warnings: [],
      timing: 'on-time' as const,
    }
    const by = { submittedBy: t.actors.owner.id, submittedAt: '2025-10-16T00:00:00.000Z', submittedOn: testDay }
    const { id } = tx
      .insert(updates)
      .values({ ...row, ...by })
      .returning({ id: updates.id })
      .get()
    return { subject: `update:${id}`, files: handInEvidence(tx, ctxOf(t.actors.owner), from, `update:${id}`) }
  })
}

describe('what is stored', () => {
  test('leaves an event that names form, file and size', async () => {
    const { sha256 } = await upload(pdf('event'), 'a.pdf', 'draft:fact-sheet:P0001')
    const last = t.house.orm
      .select()
      .from(events)
      .all()
      .filter(({ subject }) => subject === `evidence:${sha256}`)
    expect(last.map(({ action }) => action)).toEqual(['evidence.added'])
  })

  test('is missed and located when a byte is turned, and mended by sending it again', async () => {
    const { sha256 } = await upload(pdf('turned'), 'a.pdf', 'draft:fact-sheet:P0001')
    writeFileSync(evidencePath(t.house.dir, sha256), pdf('turneD'))
    expect(checkEvidence(t.house.sqlite, t.house.dir).damaged).toEqual([{ sha256, problem: 'altered' }])
    expect(evidenceFile(t.actors.owner, sha256)?.bytes).toBeNull()
    await upload(pdf('turned'), 'a.pdf', 'draft:fact-sheet:P0001')
    expect(checkEvidence(t.house.sqlite, t.house.dir).damaged).toEqual([])
    expect(existsSync(evidencePath(t.house.dir, sha256))).toBe(true)
  })

  test('hangs on nothing that was refused', () => {
    const forged = { sha256: 'a'.repeat(64), mime: 'application/pdf' as const, bytes: 1, width: null, height: null }
    expect(code(() => addEvidence(ctxOf(t.actors.leader), { subject: draft, name: 'a.pdf', stored: forged }))).toBe('forbidden')
  })
})

describe('a full disk', () => {
  test('is told as a refusal, other faults are not', () => {
    for (const full of ['SQLITE_FULL', 'ENOSPC']) {
      const fails = () =>
        sayWhenFull(() => {
          throw Object.assign(new Error(full), { code: full })
        })
      expect(code(fails)).toBe('disk-full')
    }
    expect(() =>
      sayWhenFull(() => {
        throw new Error('a bug')
      }),
    ).toThrow('a bug')
    expect(isDiskFull(null)).toBe(false)
  })

  test('stops a write without harm, and writing goes on when there is room again', () => {
    const { sqlite } = t.house
    const pages = sqlite.pragma('page_count', { simple: true }) as number
    const before = sqlite.prepare('select count(*) from throttles').pluck().get()
    sqlite.pragma(`max_page_count = ${pages}`)
    const flood = () =>
      sayWhenFull(() =>
        sqlite.transaction(() => {
          for (let n = 0; n < 5000; n++) sqlite.prepare('insert into throttles values (?, 1, ?)').run(`flood-${n}`, 'x'.repeat(400))
        })(),
      )
    expect(code(flood)).toBe('disk-full')
    expect(sqlite.prepare('select count(*) from throttles').pluck().get()).toBe(before)
    sqlite.pragma('max_page_count = 1073741823')
    expect(code(flood)).toBe('allowed')
  })
})
