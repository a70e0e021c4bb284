import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { POST as postKey } from '../app/api/field/key/route'
import { GET as getPackage } from '../app/api/field/package/route'
import { GET as getPhoto, PUT as putPhoto } from '../app/api/field/photos/[clientId]/route'
import { POST as postSync } from '../app/api/field/sync/route'
import type { UserActor } from '../domain/actor'
import { type FieldAnswers, photoPiece } from '../domain/field-items'
import { ctxOf, openTestHouse, type TestHouse, testDay } from './support/house'
import { finished, photoTaken, problemFound, roundOf, seen, started } from './support/visits'

type Person = { actor: UserActor; mustChangePassword: boolean; locale: string }
const session = vi.hoisted(() => ({ person: null as object | null, locale: 'zh-CN' }))
vi.mock('../app/_lib/session', () => ({
  viewer: async () => session.person,
  readerLocale: async () => session.locale,
  ctxFor: ({ actor }: Person) => ctxOf(actor),
}))
vi.mock('../app/_lib/clock', () => ({ now: () => '2025-10-16T02:00:00.000Z', today: () => testDay }))

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())
beforeEach(() => signIn(t.actors.supervisor))

function signIn(actor: UserActor | null, mustChangePassword = false): void {
  session.person = actor && { actor, mustChangePassword, locale: 'zh-CN' }
}
const at = '2025-10-16T00:30:00.000Z'
const none = { params: Promise.resolve({}) }
const photoIs = (clientId: string) => ({ params: Promise.resolve({ clientId }) })
const asked = (path: string, init: RequestInit = {}) => new Request(`http://localhost/api/field/${path}`, init)
const sync = (body: string, headers: Record<string, string> = {}) => postSync(asked('sync', { method: 'POST', body, headers }), none)
const piece = (id: string, query: string, body: Uint8Array<ArrayBuffer> = new Uint8Array(9)) =>
  putPhoto(asked(`photos/${id}${query}`, { method: 'PUT', body }), photoIs(id))
const problemOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]
const ways = () => {
  const id = randomUUID()
  return [
    getPackage(asked('package?round=1'), none),
    postKey(asked('key', { method: 'POST' }), none),
    sync('{"items":[{}]}'),
    piece(id, '?offset=0'),
  ]
}

describe('a phone', () => {
  test('whose session has run out is told so, and never sent to a page', async () => {
    signIn(null)
    for (const answer of await Promise.all(ways())) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(await problemOf(answer)).toEqual([401, 'sign-in-required'])
    }
    signIn(t.actors.supervisor, true)
    for (const answer of await Promise.all(ways())) expect(await problemOf(answer)).toEqual([403, 'password-change-required'])
  })

  test('of somebody who goes to no sites gets nothing', async () => {
    for (const actor of [t.actors.owner, t.actors.leader, t.actors.admin, t.actors.auditor]) {
      signIn(actor)
      for (const answer of await Promise.all(ways())) expect(await problemOf(answer)).toEqual([403, 'forbidden'])
    }
  })

  test('that holds another’s things is stopped before anything is taken', async () => {
    const start = started(roundOf(['P0001'], { by: t.actors.supervisor }), 'P0001', at)
    const body = JSON.stringify({ items: [start] })
    const held = { 'x-field-user': String(t.actors.supervisor2.id) }
    expect(await problemOf(await sync(body, held))).toEqual([409, 'other-person'])
    const own = (await (await sync(body, { 'x-field-user': String(t.actors.supervisor.id) })).json()) as FieldAnswers
    expect(own).toMatchObject({
      userId: t.actors.supervisor.id,
      serverTime: expect.any(String),
      answers: [{ id: start.id, status: 'received' }],
    })
  })
})

describe('a batch', () => {
  test('is answered item by item, with the field and the reader’s words for what is refused', async () => {
    const start = started(roundOf(['P0002'], { by: t.actors.supervisor }), 'P0002', at)
    const wrong = finished(start.visit, at, { figures: [seen('percent', { value: 101 })] })
    const torn = { ...problemFound(start.visit, at), category: 'else' }
    const hidden = problemFound(start.visit, at, { facts: '围挡\u202e不全' })
    const long = problemFound(start.visit, at, { facts: '长'.repeat(1001) })
    const waits = problemFound(randomUUID(), at)
    const send = async () =>
      ((await (await sync(JSON.stringify({ items: [wrong, torn, hidden, long, waits, start] }))).json()) as FieldAnswers).answers
    const refused = (await send()).filter((answer) => answer.status === 'refused')
    expect(refused).toEqual([
      { id: torn.id, status: 'refused', code: 'malformed', field: 'category', message: '内容不对。' },
      { id: hidden.id, status: 'refused', code: 'unprintable', field: 'facts', message: '含有不能显示的字符，请删去。' },
      { id: long.id, status: 'refused', code: 'too-long', field: 'facts', message: '最多 1000 个字。' },
      { id: wrong.id, status: 'refused', code: 'too-large', field: 'figures.percent.value', message: '数字太大（最大 100）。' },
    ])
    session.locale = 'en'
    const english = (await send()).find(({ id }) => id === wrong.id)
    session.locale = 'zh-CN'
    expect(english).toMatchObject({ message: expect.stringMatching(/100/), status: 'refused' })
    expect(JSON.stringify(english)).not.toMatch(/\p{Script=Han}/u)
    expect(await send()).toContainEqual({ id: waits.id, status: 'later' })
  })

  test('that is cut, too long, empty or no batch is refused whole', async () => {
    const large = JSON.stringify({ items: [{ words: '长'.repeat(400_000) }] })
    const many = JSON.stringify({ items: Array.from({ length: 51 }, () => ({})) })
    const said: [body: string, words: string, length?: string][] = [
      ['{"items":[{"id"', 'JSON'],
      ['', 'JSON'],
      ['\u0000', 'JSON'],
      ['[]', '内容不对'],
      ['{"items":[]}', '必填'],
      [many, '50 项'],
      [large, '1024 KB'],
      ['{"items":[{}]}', '没有传完', '999'],
      ['{"items":[{}]}', '1024 KB', '99999999'],
    ]
    for (const [body, words, length] of said) {
      const answer = await sync(body, length ? { 'content-length': length } : {})
      expect([answer.status, await answer.json()], body.slice(0, 20)).toMatchObject([
        400,
        { code: 'malformed', errors: [{ name: 'items', detail: expect.stringContaining(words) }] },
      ])
    }
  })
})

describe('a piece of a photograph', () => {
  test('is refused when it is too long or nobody can say where it belongs', async () => {
    const id = randomUUID()
    expect(await problemOf(await piece(id, '?offset=0', new Uint8Array(photoPiece + 1)))).toEqual([400, 'malformed'])
    for (const query of ['', '?offset=', '?offset=-1', '?offset=x', '?offset=1e3'])
      expect(await problemOf(await piece(id, query))).toEqual([400, 'malformed-parameter'])
    for (const unknown of [id, '..%2F..%2Flibrary.db', '../secret', ''])
      expect(await problemOf(await piece(unknown, '?offset=0'))).toEqual([404, 'not-found'])
    expect(await problemOf(await getPhoto(asked(`photos/${id}`), photoIs(id)))).toEqual([404, 'not-found'])
  })
})

describe('a photograph that is none', () => {
  test('is refused in the reader’s words', async () => {
    const start = started(roundOf(['P0003'], { by: t.actors.supervisor }), 'P0003', at)
    const bytes = Buffer.from('no picture at all')
    const photo = photoTaken(start.visit, at, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    await sync(JSON.stringify({ items: [start, photo] }))
    expect(await (await getPhoto(asked(`photos/${photo.id}`), photoIs(photo.id))).json()).toMatchObject({ refused: null, message: null })
    const answer = await (await piece(photo.id, '?offset=0', new Uint8Array(bytes))).json()
    expect(answer).toMatchObject({ done: false, refused: 'photo-type', message: '现场照片只收 JPG、PNG 图片。' })
    session.locale = 'en'
    const english = await (await getPhoto(asked(`photos/${photo.id}`), photoIs(photo.id))).json()
    session.locale = 'zh-CN'
    expect(english).toMatchObject({ refused: 'photo-type', message: expect.stringContaining('JPG') })
    expect(JSON.stringify(english)).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('what is taken along', () => {
  test('is kept by nobody in between, and its round is named by a number', async () => {
    const round = roundOf(['P0001'], { by: t.actors.supervisor })
    const answer = await getPackage(asked(`package?round=${round}`), none)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await answer.json()).toMatchObject({ format: 1, today: testDay, user: { mayRate: true }, works: [{ code: 'P0001' }] })
    for (const query of ['', '?round=', '?round=x', '?round=0', '?round=1e9'])
      expect(await problemOf(await getPackage(asked(`package${query}`), none))).toEqual([400, 'malformed-parameter'])
    expect(await problemOf(await getPackage(asked('package?round=99999'), none))).toEqual([404, 'not-found'])
  })
})
