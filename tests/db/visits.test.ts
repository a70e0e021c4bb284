import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { takeFieldBatch } from '../../db/commands/field-batch'
import { makeFieldKey } from '../../db/commands/field-key'
import { announcePhoto, askPhoto, takePhotoPiece } from '../../db/commands/photos'
import { moveStage } from '../../db/commands/stages'
import { addFieldFinding, finishVisit, startVisit } from '../../db/commands/visits'
import { countVisit } from '../../db/inspection/visit-counting'
import { evidenceFile, evidenceOf } from '../../db/queries/evidence'
import { differences, events, ratings, roundMembers, rounds, updates } from '../../db/schema'
import type { Ctx } from '../../domain/actor'
import { type FieldItem, photoPiece } from '../../domain/field-items'
import { addUser, ctxOf, instantOn, openTestHouse, type TestHouse, testDay } from '../support/house'
import { eventCount, lastEvent } from '../support/library'
import { refusalOf } from '../support/refusal'
import {
  addGroup,
  addMember,
  findingRow,
  finished,
  listWork,
  photoRow,
  photoTaken,
  placeOf,
  problemFound,
  roundOf,
  roundRow,
  seen,
  seenRows,
  started,
  visitRow,
} from '../support/visits'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002', 'P0003', 'P0004', 'P0005', 'P0006']) giveWork(t, code)
})
afterAll(() => t.close())

const morning = '2025-10-16T00:30:00.000Z'
const by = (actor = t.actors.supervisor): Ctx => ctxOf(actor)
const good = { level: 'green', reason: '正常' } as const
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** A round of one work with a started visit there. */
function there(code: string, more: Parameters<typeof started>[3] = {}) {
  const round = roundOf([code], { by: t.actors.supervisor })
  const start = started(round, code, morning, more)
  startVisit(by(), start)
  return { round, start, visit: start.visit }
}
const ratingsOf = (round: number, code: string) =>
  orm()
    .select()
    .from(ratings)
    .where(eq(ratings.roundWorkId, placeOf(round, code).id))
    .all()
const differencesOf = (visit: string) =>
  orm()
    .select()
    .from(differences)
    .where(eq(differences.visitId, visitRow(visit).id))
    .all()

describe('a visit', () => {
  test('begins its round by itself, and its work is open', () => {
    const round = roundOf(['P0001', 'P0002'], { announced: false, by: t.actors.supervisor })
    const start = started(round, 'P0001', morning)
    const ctx = by()
    expect(startVisit(ctx, start)).toEqual({ status: 'received', at: ctx.at })
    expect(roundRow(round)).toMatchObject({ state: 'under-way', openedAt: ctx.at, listOpenedAt: null })
    expect([placeOf(round, 'P0001').openedAt, placeOf(round, 'P0002').openedAt]).toEqual([ctx.at, null])
    expect(lastEvent('P0001')).toMatchObject({ action: 'visit.started', body: { visitedOn: testDay, conflict: null } })
    expect(
      orm()
        .select()
        .from(events)
        .where(eq(events.subject, `round:${round}`))
        .all()
        .map(({ action }) => action),
    ).toEqual(['round.begun'])
  })

  test('sent again under its key is the same record, and other content under it is refused', async () => {
    const round = roundOf(['P0001'], { by: t.actors.supervisor })
    const start = started(round, 'P0001', morning)
    const ctx = ctxOf(t.actors.supervisor, testDay, `field:${start.id}`)
    const first = startVisit(ctx, start)
    const before = eventCount()
    expect(startVisit({ ...by(), key: ctx.key }, start)).toEqual(first)
    expect(eventCount()).toBe(before)
    expect(await refusalOf(() => startVisit(ctx, { ...start, startedAt: '2025-10-16T00:31:00.000Z' }))).toBe('key-reused')
    expect(await refusalOf(() => startVisit(by(), start))).toBe('key-reused')
    expect(await refusalOf(() => startVisit(by(t.actors.supervisor2), start))).toBe('key-reused')
  })

  test('is finished once, with what was seen beside what was told', async () => {
    const { visit, round } = there('P0002')
    const figures = [
      seen('percent', { why: '主体未封顶' }),
      seen('step', { result: 'agrees', approved: '主体', value: null }),
      seen('people', { result: 'seen', approved: null, value: 35 }),
      seen('investment', { result: 'unchecked', approved: 1_000_000, value: null, why: '无凭证' }),
      seen('quantity', { result: 'seen', approved: null, value: 3 }),
    ]
    const end = finished(visit, morning, {
      figures,
      rating: { level: 'red', reason: '进度明显滞后' },
      present: ['张三'],
      words: '停工三日',
    })
    const ctx = by()
    expect(finishVisit(ctx, { ...end, position: { lat: 27.08, lon: 112.95 } }).status).toBe('received')
    expect(visitRow(visit)).toMatchObject({ finishedAt: ctx.at, present: ['张三'], words: '停工三日', ratingLevel: 'red', lat: 27.08 })
    expect(seenRows(visit)).toHaveLength(5)
    expect(seenRows(visit).find(({ figure }) => figure === 'percent')).toMatchObject({
      approvedNumber: 80,
      seenNumber: 60,
      reportedNumber: null,
    })
    // A figure that nobody had told anything of has nothing to correct.
    expect(differencesOf(visit).map(({ figure, state }) => [figure, state])).toEqual([['percent', 'open']])
    expect(ratingsOf(round, 'P0002')).toMatchObject([{ current: true, level: 'red', computedLevel: 'none', answerDueOn: '2025-10-23' }])
    expect(await refusalOf(() => finishVisit(by(), { ...end, id: randomUUID() }))).toBe('visit-finished')
    const bodies = t.house.sqlite.prepare(`select body from event_bodies where body like '%27.08%'`).all()
    expect(bodies).toEqual([])
  })

  test('has figures that fit together, or each is named', async () => {
    const { visit } = there('P0003')
    const figures = [
      seen('percent', { value: null }),
      seen('people', { result: 'seen', value: -1 }),
      seen('stage', { approved: 'construction', value: '__proto__' }),
      seen('machines', { result: 'unchecked', value: null }),
      seen('quantity', { value: '三' }),
      seen('milestone:999999', { approved: '2025-09-30', value: '' }),
      seen('step', { approved: '主体', value: '基础' }),
      seen('step', { approved: '基础', value: '主体' }),
    ]
    expect(await refusalOf(() => finishVisit(by(), finished(visit, morning, { figures })))).toBe(
      'invalid: figures.percent.value required, figures.people.value not-positive, figures.stage.value not-a-choice, figures.machines.why needs-reason, ' +
        'figures.quantity.value not-a-number, figures.step.figure malformed, figures.milestone:999999.figure wrong-milestone',
    )
    expect(visitRow(visit).finishedAt).toBeNull()
  })

  test('is its inspector’s alone, and one that has not come is waited for', async () => {
    const { visit } = there('P0003')
    expect(await refusalOf(() => finishVisit(by(t.actors.supervisor2), finished(visit, morning)))).toBe('not-found')
    expect(await refusalOf(() => addFieldFinding(by(t.actors.supervisor2), problemFound(visit, morning)))).toBe('not-found')
    expect(await refusalOf(() => announcePhoto(by(t.actors.supervisor2), photoTaken(visit, morning)))).toBe('not-found')
    expect(await refusalOf(() => finishVisit(by(), finished(randomUUID(), morning)))).toBe('visit-not-come')
    expect(await refusalOf(() => startVisit(by(), { ...started(1, 'P0001', morning), round: 99_999 }))).toBe('not-found')
    expect(await refusalOf(() => startVisit(by(), { ...started(1, 'P0001', morning), code: 'P9999' }))).toBe('not-found')
  })

  test('beside another at the same site stands, and does not replace its rating', () => {
    const { round, visit } = there('P0004')
    finishVisit(by(), finished(visit, morning, { rating: { level: 'yellow', reason: '偏慢' } }))
    const second = started(round, 'P0004', morning)
    startVisit(by(t.actors.supervisor2), second)
    finishVisit(by(t.actors.supervisor2), finished(second.visit, morning, { rating: { level: 'red', reason: '停工' } }))
    expect(ratingsOf(round, 'P0004').map(({ level, current }) => [level, current])).toEqual([['yellow', true]])
    expect(visitRow(second.visit)).toMatchObject({ ratingLevel: 'red', conflict: null })
  })
})

describe('the day of a visit', () => {
  const receipt = (at: string): Ctx => ({ ...by(), at, today: testDay })
  const dayOf = (startedAt: string, offsetMs: number | null, at: string, packagedAt = '2025-10-01T00:00:00.000Z') => {
    const round = roundOf(['P0005'], { by: t.actors.supervisor })
    const start = started(round, 'P0005', startedAt, { offsetMs })
    startVisit(receipt(at), { ...start, basis: { ...start.basis, packagedAt } })
    const { startedAt: corrected, visitedOn, receivedAt, clockOffsetMs } = visitRow(start.visit)
    expect([receivedAt, clockOffsetMs]).toEqual([at, offsetMs])
    return [corrected, visitedOn]
  }
  const oneDay = 86_400_000

  test('is right on a clock that is a day wrong, once its error is known', () => {
    expect(dayOf('2025-10-14T23:00:00.000Z', oneDay, '2025-10-16T08:00:00.000Z')).toEqual(['2025-10-15T23:00:00.000Z', '2025-10-16'])
    expect(dayOf('2025-10-16T23:00:00.000Z', -oneDay, '2025-10-16T08:00:00.000Z')).toEqual(['2025-10-15T23:00:00.000Z', '2025-10-16'])
  })

  test('is never after the receipt, nor before the works were taken along', () => {
    expect(dayOf('2025-10-17T03:00:00.000Z', null, '2025-10-16T08:00:00.000Z')).toEqual(['2025-10-16T08:00:00.000Z', '2025-10-16'])
    expect(dayOf('1970-01-01T00:00:00.000Z', null, '2025-10-16T08:00:00.000Z')).toEqual(['2025-10-01T00:00:00.000Z', '2025-10-01'])
  })

  test('is a Shanghai day', () => {
    expect(dayOf('2025-10-14T15:59:00.000Z', 0, '2025-10-16T08:00:00.000Z')[1]).toBe('2025-10-14')
    expect(dayOf('2025-10-14T16:01:00.000Z', 0, '2025-10-16T08:00:00.000Z')[1]).toBe('2025-10-15')
  })

  test('of a demonstration is counted back from its business day', () => {
    expect(dayOf('2026-03-01T04:00:00.000Z', 0, '2026-03-03T04:00:00.000Z')[1]).toBe('2025-10-14')
  })
})

describe('a visit that does not fit', () => {
  const begin = (round: number, code: string, more = {}, actor = t.actors.supervisor) => {
    const start = started(round, code, morning, more)
    const { status } = startVisit(by(actor), start)
    return { visit: start.visit, said: [status, visitRow(start.visit).conflict] }
  }

  test('is kept, and counts only once a person has decided', () => {
    const round = roundOf(['P0001'], { by: t.actors.supervisor })
    const { visit, said } = begin(round, 'P0002')
    expect(said).toEqual(['conflict', 'not-in-scope'])
    const figures = [seen('percent')]
    expect(finishVisit(by(), finished(visit, morning, { figures, rating: good })).status).toBe('conflict')
    expect(seenRows(visit)).toHaveLength(1)
    expect(differencesOf(visit)).toEqual([])
    listWork(round, 'P0002')
    t.house.orm.transaction((tx) =>
      countVisit(tx, by(t.actors.supervisor2), { ...visitRow(visit), roundWorkId: placeOf(round, 'P0002').id }),
    )
    expect(differencesOf(visit)).toHaveLength(1)
    expect(ratingsOf(round, 'P0002')).toMatchObject([{ level: 'green', ratedBy: t.actors.supervisor.id, answerDueOn: null }])
  })

  test('at a work outside a sealed list does not begin its round: a wrong address tells nobody of the right ones', () => {
    const round = roundOf(['P0001'], { announced: false, by: t.actors.supervisor })
    expect(begin(round, 'P0002').said).toEqual(['conflict', 'not-in-scope'])
    expect(roundRow(round)).toMatchObject({ state: 'scoped', openedAt: null, listOpenedAt: null })
    expect(placeOf(round, 'P0001').openedAt).toBeNull()
    expect(begin(round, 'P0001').said).toEqual(['received', null])
    expect(roundRow(round)).toMatchObject({ state: 'under-way', listOpenedAt: null })
  })

  test('because the work was withdrawn meanwhile', () => {
    const round = roundOf(['P0006'], { by: t.actors.supervisor })
    const start = started(round, 'P0006', morning)
    moveStage(by(t.actors.bureau), { code: 'P0006', version: work('P0006').version, to: 'withdrawn', on: testDay, reason: '不建了' })
    expect(startVisit(by(), start).status).toBe('conflict')
    expect(visitRow(start.visit).conflict).toBe('withdrawn')
  })

  test('because the visits were ended, before it began or while it lasted', () => {
    const round = roundOf(['P0001'], { by: t.actors.supervisor })
    const { visit } = begin(round, 'P0001')
    orm().update(rounds).set({ state: 'visits-ended' }).where(eq(rounds.id, round)).run()
    expect(finishVisit(by(), finished(visit, morning, { rating: good })).status).toBe('conflict')
    expect(visitRow(visit).conflict).toBe('visits-ended')
    expect(ratingsOf(round, 'P0001')).toEqual([])
    expect(begin(round, 'P0001').said).toEqual(['conflict', 'visits-ended'])
  })

  test('because the site is another group’s', () => {
    const round = roundOf(['P0001', 'P0002'], { by: t.actors.supervisor })
    addGroup(round, '一组', ['P0001'], [t.actors.supervisor])
    addGroup(round, '二组', ['P0002'], [t.actors.supervisor2])
    expect(begin(round, 'P0001').said).toEqual(['received', null])
    expect(begin(round, 'P0002').said).toEqual(['conflict', 'not-assigned'])
  })

  test('counts all the same when only the figures have changed since it was taken along', () => {
    const round = roundOf(['P0001'], { by: t.actors.supervisor })
    const start = started(round, 'P0001', morning)
    const old = { ...start, basis: { ...start.basis, version: start.basis.version - 1 } }
    expect(startVisit(by(), old).status).toBe('received')
    expect(visitRow(old.visit).conflict).toBe('changed')
    expect(finishVisit(by(), finished(old.visit, morning, { rating: good })).status).toBe('received')
    expect(visitRow(old.visit).conflict).toBe('changed')
    expect(ratingsOf(round, 'P0001')).toHaveLength(1)
  })

  test('is refused before the round has a list that may be visited', async () => {
    const round = roundOf(['P0001'], { state: 'drafted', by: t.actors.supervisor })
    expect(await refusalOf(() => startVisit(by(), started(round, 'P0001', morning)))).toBe('round-not-there')
  })
})

describe('a member from another unit', () => {
  test('records on works of a joint round that are open to them and that they did not review, and gives no rating', async () => {
    const member = addUser('joint-member', 'bureau', t.organisations.bureau, '2025-01-10')
    const round = roundOf(['P0001', 'P0002'], { kind: 'joint', announced: false, by: t.actors.supervisor })
    addMember(round, member)
    const start = (code: string) => startVisit(by(member), started(round, code, morning))
    expect(await refusalOf(() => start('P0001'))).toBe('not-found')
    startVisit(by(), started(round, 'P0001', morning))
    expect(start('P0001').status).toBe('received')
    expect(await refusalOf(() => start('P0002'))).toBe('forbidden')
    const { id: projectId } = work('P0001')
    const reviewed = { kind: 'monthly', period: '2025-08', revision: 1, status: 'approved', timing: 'on-time' } as const
    const told = { submittedBy: t.actors.owner.id, submittedAt: morning, submittedOn: testDay, decidedBy: member.id, decidedAt: morning }
    const { id } = orm()
      .insert(updates)
      .values({ projectId, warnings: [], ...reviewed, ...told })
      .returning({ id: updates.id })
      .get()
    expect(await refusalOf(() => start('P0001'))).toBe('forbidden')
    // Who entered it on the unit's behalf has spoken for the work as well, whoever decided.
    const others = { submittedBy: member.id, decidedBy: t.actors.bureau2.id, onBehalfSource: '电话', onBehalfOn: testDay }
    orm().update(updates).set(others).where(eq(updates.id, id)).run()
    expect(await refusalOf(() => start('P0001'))).toBe('forbidden')
    orm().delete(updates).where(eq(updates.id, id)).run()
    const own = started(round, 'P0001', morning)
    startVisit(by(member), own)
    expect(await refusalOf(() => finishVisit(by(member), finished(own.visit, morning, { rating: good })))).toBe('forbidden')
    expect(await refusalOf(() => addFieldFinding(by(member), problemFound(own.visit, morning)))).toBe('forbidden')
    expect(finishVisit(by(member), finished(own.visit, morning, { figures: [seen('percent')] })).status).toBe('received')
    orm()
      .delete(roundMembers)
      .where(and(eq(roundMembers.roundId, round), eq(roundMembers.userId, member.id)))
      .run()
    expect(await refusalOf(() => start('P0001'))).toBe('forbidden')
  })
})

describe('a finding from the field', () => {
  test('goes into the register in the inspector’s name and on the day it was found', () => {
    const { visit, round } = there('P0003')
    const late = problemFound(visit, '2025-10-16T00:40:00.000Z', { facts: '临边无防护', category: 'safety' })
    finishVisit(by(), finished(visit, morning))
    addFieldFinding(by(), late)
    expect(findingRow(late.id)).toMatchObject({
      ...{ state: 'registered', source: 'inspection', roundId: round, visitId: visitRow(visit).id, facts: '临边无防护' },
      ...{ foundBy: 'test-supervisor', foundOn: testDay, quarter: '2025Q3' },
    })
  })
})

describe('a photograph', () => {
  let jpeg: Buffer
  beforeAll(async () => {
    const noise = {
      create: {
        width: 900,
        height: 700,
        channels: 3 as const,
        background: '#777',
        noise: { type: 'gaussian' as const, mean: 128, sigma: 60 },
      },
    }
    jpeg = await sharp(noise)
      .withExif({ IFD0: { Copyright: 'taken-at-home' } })
      .jpeg({ quality: 100 })
      .toBuffer()
  })
  const uploads = () => (existsSync(join(t.house.dir, 'uploads')) ? readdirSync(join(t.house.dir, 'uploads')) : [])
  function announced(bytes: Buffer, more: Parameters<typeof photoTaken>[2] = {}) {
    const { visit } = there('P0003')
    const photo = photoTaken(visit, morning, { bytes: bytes.length, sha256: sha(bytes), ...more })
    announcePhoto(by(), photo)
    return { visit, id: photo.id }
  }
  const put = (clientId: string, bytes: Buffer, offset: number, length = photoPiece) =>
    takePhotoPiece(by(), { clientId, offset, piece: bytes.subarray(offset, offset + length) })

  test('comes in pieces, goes on where it was cut, and hangs on its visit without its metadata', async () => {
    expect(jpeg.length).toBeGreaterThan(2 * photoPiece)
    const { id, visit } = announced(jpeg, { position: { lat: 27.08, lon: 112.95 } })
    expect(await askPhoto(by(), id)).toEqual({ received: 0, bytes: jpeg.length, done: false, at: null, refused: null })
    expect((await put(id, jpeg, 0)).received).toBe(photoPiece)
    // The same piece again, and one from too far on, change nothing.
    expect((await put(id, jpeg, 0)).received).toBe(photoPiece)
    expect((await put(id, jpeg, 2 * photoPiece)).received).toBe(photoPiece)
    for (let at = photoPiece; at < jpeg.length - photoPiece; at += photoPiece) await put(id, jpeg, at)
    const { received } = await askPhoto(by(), id)
    const [first, second] = await Promise.all([put(id, jpeg, received), put(id, jpeg, received)])
    expect(first).toMatchObject({ received: jpeg.length, done: true })
    expect(second).toEqual(first)
    expect(await put(id, jpeg, received)).toEqual(first)
    const files = evidenceOf(t.actors.supervisor, `visit:${visitRow(visit).id}`)
    expect(files.map(({ name }) => name)).toEqual(['现场.jpg'])
    const { exif, width } = await sharp(evidenceFile(t.actors.supervisor, files[0]!.sha256)!.bytes!).metadata()
    expect([exif, width]).toEqual([undefined, 900])
    expect(photoRow(id)).toMatchObject({ storedSha256: files[0]!.sha256, receivedAt: first.at, lat: 27.08 })
    expect(lastEvent('P0003').action).toBe('photo.received')
    expect(uploads()).not.toContain(id)
  })

  test('of a finding hangs on the finding', async () => {
    const { visit } = there('P0003')
    const problem = problemFound(visit, morning)
    const small = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#123' } })
      .jpeg()
      .toBuffer()
    const photo = photoTaken(visit, morning, { bytes: small.length, sha256: sha(small), finding: problem.id })
    expect(await refusalOf(() => announcePhoto(by(), photo))).toBe('visit-not-come')
    addFieldFinding(by(), problem)
    announcePhoto(by(), photo)
    expect(await put(photo.id, small, 0)).toMatchObject({ done: true })
    expect(evidenceOf(t.actors.supervisor, `finding:${findingRow(problem.id).id}`)).toHaveLength(1)
  })

  test('that is not what was announced is thrown away and begins anew', async () => {
    const { id } = announced(jpeg.subarray(0, 1000), { sha256: 'b'.repeat(64) })
    expect(await put(id, jpeg, 0, 1000)).toEqual({ received: 0, bytes: 1000, done: false, at: null, refused: null })
    expect(uploads()).not.toContain(id)
  })

  test('that is no picture is never a record: it is thrown away, and its inspector is told why', async () => {
    const pdf = Buffer.from('%PDF-1.7\nwords\nstartxref\n9\n%%EOF\n')
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)])
    const cases = [
      [Buffer.from('<script>alert(1)</script>'), 'photo-type'],
      [jpeg.subarray(0, 9000), 'file-damaged'],
      [pdf, 'photo-type'],
      [heic, 'file-heic'],
    ] as const
    for (const [sent, refused] of cases) {
      const { id, visit } = announced(sent)
      const said = { received: 0, bytes: sent.length, done: false, at: null, refused }
      expect(await put(id, sent, 0)).toEqual(said)
      expect(uploads()).not.toContain(id)
      expect(lastEvent('P0003')).toMatchObject({ action: 'photo.refused', body: { visit: visitRow(visit).id, code: refused } })
      const before = eventCount()
      for (const answer of [await askPhoto(by(), id), await put(id, sent, 0)]) expect(answer).toEqual(said)
      expect([eventCount(), uploads().includes(id)]).toEqual([before, false])
      expect(photoRow(id)).toMatchObject({ refused, receivedAt: null, storedSha256: null })
      expect(evidenceOf(t.actors.supervisor, `visit:${visitRow(visit).id}`)).toEqual([])
    }
  })

  test('is announced under a name that can be shown', () => {
    const { id } = announced(jpeg, { name: '../../大\u0000门\u202e\ud800.png' })
    expect(photoRow(id).name).toBe('大门.jpg')
    expect(lastEvent('P0003').body).toMatchObject({ name: '大门.jpg' })
  })

  test('is received when it is asked for, should the server have stopped before it could', async () => {
    const small = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#321' } })
      .jpeg()
      .toBuffer()
    const { id } = announced(small)
    await put(id, small, 0, 10)
    writeFileSync(join(t.house.dir, 'uploads', id), small)
    expect(await askPhoto(by(), id)).toMatchObject({ received: small.length, done: true })
  })

  test('takes no more than was announced, in pieces of a known size, from its inspector', async () => {
    const { id } = announced(jpeg.subarray(0, 1000))
    expect(await refusalOf(() => put(id, jpeg, 0, 1001))).toBe('malformed')
    expect(await refusalOf(() => put(id, jpeg, 0, photoPiece + 1))).toBe('malformed')
    expect(await refusalOf(() => askPhoto(by(t.actors.supervisor2), id))).toBe('not-found')
    expect(await refusalOf(() => askPhoto(by(t.actors.owner), id))).toBe('forbidden')
    expect(await refusalOf(() => askPhoto(by(), randomUUID()))).toBe('not-found')
  })

  test('in pieces is for the house only, and forgotten after thirty days', async () => {
    const [old, young] = [announced(jpeg), announced(jpeg)]
    await put(old.id, jpeg, 0)
    const file = join(t.house.dir, 'uploads', old.id)
    expect([statSync(file).mode & 0o777, statSync(join(t.house.dir, 'uploads')).mode & 0o777]).toEqual([0o600, 0o700])
    const month = Date.parse(instantOn(testDay)) / 1000 - 31 * 86_400
    utimesSync(file, month, month)
    await put(young.id, jpeg, 0)
    expect(uploads()).toContain(young.id)
    expect(uploads()).not.toContain(old.id)
    expect(await askPhoto(by(), old.id)).toMatchObject({ received: 0 })
  })
})

describe('a batch', () => {
  const statuses = (items: unknown[], actor = t.actors.supervisor) =>
    Object.fromEntries(takeFieldBatch(by(actor), items).map((taken) => [taken.id, taken.status]))

  test('is taken in the order in which its items hang on each other, and answered item by item', () => {
    const round = roundOf(['P0001'], { by: t.actors.supervisor })
    const start = started(round, 'P0001', morning)
    const problem = problemFound(start.visit, morning)
    const photo = photoTaken(start.visit, morning, { finding: problem.id })
    const end = finished(start.visit, morning, { rating: good })
    const lost = finished(randomUUID(), morning)
    const bad = { ...problemFound(start.visit, morning), severity: 'awful' }
    const items: unknown[] = [lost, end, bad, photo, 'nonsense', problem, start]
    const expected = { [start.id]: 'received', [problem.id]: 'received', [photo.id]: 'received', [end.id]: 'received' }
    expect(statuses(items)).toEqual({ ...expected, [lost.id]: 'later', [bad.id]: 'refused', '': 'refused' })
    const before = eventCount()
    expect(statuses([...items, ...items])).toMatchObject(expected)
    expect(eventCount()).toBe(before)
    const again = takeFieldBatch(by(), [{ ...problem, facts: '另一件事' } satisfies FieldItem])
    expect(again).toMatchObject([{ status: 'refused', refusal: { code: 'key-reused' } }])
    expect(findingRow(problem.id).facts).toBe('围挡不全')
  })

  test('is nobody’s but an inspector’s', async () => {
    expect(await refusalOf(() => takeFieldBatch(by(t.actors.owner), []))).toBe('forbidden')
    const { visit } = there('P0001')
    const taken = takeFieldBatch(by(t.actors.bureau), [finished(visit, morning)])
    expect(taken).toMatchObject([{ status: 'refused', refusal: { code: 'not-found' } }])
  })
})

test('the key to what a device holds stays the same, and is not in the log', () => {
  const { secret } = makeFieldKey(by())
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(makeFieldKey(by()).secret).toBe(secret)
  expect(makeFieldKey(by(t.actors.supervisor2)).secret).not.toBe(secret)
  expect(t.house.sqlite.prepare('select 1 from event_bodies where body like ?').all(`%${secret}%`)).toEqual([])
})
