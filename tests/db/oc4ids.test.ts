import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { orm } from '../../db/client'
import { assignUnit } from '../../db/commands/assignments'
import { approveFactSheet, submitFactSheet } from '../../db/commands/fact-sheets'
import { endPublication, publish } from '../../db/commands/publications'
import { changeSetting } from '../../db/commands/settings'
import { moveStage } from '../../db/commands/stages'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { closeHouse, openHouse } from '../../db/open'
import { isPublic, papersToPublish, publicBulletins, publicDispatches } from '../../db/queries/publications'
import { settingList, settingsNow } from '../../db/queries/settings'
import { bulletins, organisations, projects, publications, users } from '../../db/schema'
import type { Actor } from '../../domain/actor'
import { factSheetInput } from '../../domain/fact-sheet-input'
import type { OcPackage } from '../../domain/oc4ids/shape'
import { type Stage, stages } from '../../domain/project'
import type { PublicationSubject } from '../../domain/publication'
import { monthlyInput } from '../../domain/update-input'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { landed, unpackLanded } from '../support/landed'
import { lastEvent } from '../support/library'
import { extensions, schemaErrors, strangers } from '../support/oc4ids'
import { codeOf, typed } from '../support/typed'
import { giveWork, work } from '../support/work'

vi.mock('../../app/_lib/session', () => ({ readerLocale: async () => 'en', apiViewer: async () => null }))
vi.mock('../../app/_lib/clock', () => ({ today: () => '2025-10-16', now: () => '2025-10-16T01:00:00.000Z', demoDay: () => null }))
const { GET: page } = await import('../../app/api/v1/oc4ids/route')
const { GET: file } = await import('../../app/api/v1/oc4ids/file/route')

const context = { params: Promise.resolve({}) }
const ask = (route: typeof page, query = '', headers: Record<string, string> = {}) =>
  route(new Request(`http://library.test/api/v1/oc4ids${query}`, { headers: { host: 'library.test', ...headers } }), context)
const given = async (query = ''): Promise<OcPackage> => (await ask(page, query)).json()

let house: TestHouse | null = null
const opened = (): TestHouse => {
  house = openTestHouse()
  return house
}
let folder = ''
afterEach(() => {
  house?.close()
  house = null
  if (folder) closeHouse()
  if (folder) rmSync(folder, { recursive: true, force: true })
  folder = ''
})

/** Somebody of the bureau in the demonstration as it was landed. */
function demonstration(): Actor {
  folder = mkdtempSync(join(tmpdir(), 'hengdong-oc4ids-'))
  unpackLanded(folder, landed[1])
  openHouse({ dir: folder, at: `${testDay}T02:00:00.000Z`, today: testDay, demo: true })
  const person = orm().select().from(users).where(eq(users.role, 'bureau')).get()
  if (!person) throw new Error('the demonstration has people')
  return { kind: 'user', id: person.id, role: 'bureau', organisationId: person.organisationId }
}

const on = (actor: Actor, key: 'oc4ids' | 'public-page' = 'oc4ids') => changeSetting(ctxOf(actor), { key, value: 'on', version: 0 })
const open = (actor: Actor, ids: number[], subject: PublicationSubject = 'project') => publish(ctxOf(actor), { subject, ids })
const allIds = () => orm().select({ id: projects.id, stage: projects.stage }).from(projects).all()

/** As many at once as a page of the search holds. */
function openAll(actor: Actor): number {
  const ids = allIds().flatMap(({ id, stage }) => (stage === 'withdrawn' ? [] : [id]))
  for (let at = 0; at < ids.length; at += 50) open(actor, ids.slice(at, at + 50))
  return ids.length
}

/** All pages, one after the other as their links say. */
async function everyPage(): Promise<OcPackage[]> {
  const pages: OcPackage[] = []
  for (let query: string | undefined = ''; query !== undefined; ) {
    const document = await given(query)
    pages.push(document)
    query = document.links.next?.split('oc4ids')[1]
  }
  return pages
}

function isValid(document: unknown): void {
  expect(schemaErrors(document)).toEqual([])
  expect([...new Set(strangers(document))].filter((path) => !extensions.includes(path))).toEqual([])
}

describe('switched off', () => {
  test('everything is off by default, and answers as if it were not there', async () => {
    const t = opened()
    expect(settingsNow()).toEqual({ publicPage: false, oc4ids: false, prefix: 'oc4ids-xxxxxx', publisher: '衡东县发展和改革局' })
    open(t.actors.bureau, [1])
    for (const route of [page, file]) {
      const answer = await ask(route)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
      expect(await answer.json()).toMatchObject({ code: 'not-found', status: 404 })
    }
    on(t.actors.bureau)
    expect((await ask(page)).status).toBe(200)
    changeSetting(ctxOf(t.actors.bureau), { key: 'oc4ids', value: 'off', version: 1 })
    expect((await ask(page)).status).toBe(404)
  })

  test('a setting changes from the version it was shown in, leaves an event, and an emptied one goes back', () => {
    const t = opened()
    const set = (value: string | null, version: number) => changeSetting(ctxOf(t.actors.bureau), { key: 'oc4ids-prefix', value, version })
    expect(set('oc4ids-a1b2c3', 0)).toBe(1)
    expect(settingsNow().prefix).toBe('oc4ids-a1b2c3')
    expect(codeOf(() => set('oc4ids-d4e5f6', 0))).toBe('stale')
    expect(set(null, 1)).toBe(2)
    expect(settingsNow().prefix).toBe('oc4ids-xxxxxx')
    expect(settingList(t.actors.bureau).find(({ key }) => key === 'oc4ids-prefix')).toMatchObject({ version: 2 })
  })

  test('nothing public: no package without a work, so nothing is found', async () => {
    const t = opened()
    on(t.actors.bureau)
    expect([(await ask(page)).status, (await ask(file)).status]).toEqual([404, 404])
    open(t.actors.bureau, [1])
    expect([(await ask(page)).status, (await ask(page, '?page=2')).status]).toEqual([200, 404])
    expect((await ask(page, '?size=2')).status).toBe(400)
  })
})

describe('what is public', () => {
  test('a work is public from one day to another, and the row of the time that was stays', () => {
    const t = opened()
    expect(open(t.actors.bureau, [1, 2])).toBe(2)
    expect(open(t.actors.bureau2, [1, 2, 3])).toBe(1)
    expect(lastEvent('P0003')).toMatchObject({
      action: 'publication.changed',
      body: { before: { public: false }, after: { public: true } },
    })
    expect(endPublication(ctxOf(t.actors.bureau), { subject: 'project', ids: [1] })).toBe(1)
    expect(endPublication(ctxOf(t.actors.bureau), { subject: 'project', ids: [1] })).toBe(0)
    expect([isPublic('project', 1), isPublic('project', 2), isPublic('bulletin', 2)]).toEqual([false, true, false])
    open(t.actors.bureau, [1])
    expect(orm().select().from(publications).where(eq(publications.subjectId, 1)).all()).toHaveLength(2)
  })

  test('a work that is not there, and a paper that is not issued, cannot be made public', () => {
    const t = opened()
    expect(codeOf(() => open(t.actors.bureau, [1, 999_999]))).toBe('not-found')
    expect(isPublic('project', 1)).toBe(false)
    for (const subject of ['bulletin', 'dispatch'] as const) expect(codeOf(() => open(t.actors.bureau, [1], subject))).toBe('not-found')
  })

  test('a withdrawn work is not made public any more; one that was stays, as cancelled', async () => {
    const t = opened()
    for (const code of ['P0001', 'P0002']) giveWork(t, code)
    on(t.actors.bureau)
    open(t.actors.bureau, [work('P0001').id])
    for (const code of ['P0001', 'P0002'])
      moveStage(ctxOf(t.actors.bureau), { code, version: work(code).version, to: 'withdrawn', on: testDay, reason: '不再实施' })
    expect(codeOf(() => open(t.actors.bureau, [work('P0002').id]))).toBe('withdrawn-not-public')
    const document = await given()
    expect(document.projects.map(({ status, hengdong }) => [hengdong.code, status])).toEqual([['P0001', 'cancelled']])
    expect(JSON.stringify(document)).not.toContain('不再实施')
  })
})

describe('what is given out', () => {
  test('only approved facts, no person, no firm, no contact', async () => {
    const t = opened()
    giveWork(t, 'P0001')
    const { version } = work('P0001')
    assignUnit(ctxOf(t.actors.bureau), { code: 'P0001', version, kind: 'responsible', organisation: '测试发改局', fromDay: '2025-01-10' })
    on(t.actors.bureau)
    open(t.actors.bureau, [work('P0001').id])
    const declared = {
      code: 'P0001',
      version: '0',
      totalYuan: '5000',
      totalDocument: '备案证明',
      contact: '张三',
      telephone: '0734-5222000',
    }
    const sheet = submitFactSheet(
      ctxOf(t.actors.owner),
      typed(factSheetInput, { ...declared, content: '建设内容', fullOutputYuan: '777', fullOutputSource: '可研' }),
    )
    const month = { code: 'P0001', period: '2025-09', investmentBasis: 'year', investment: '1234', remark: '机密字样' }
    submitMonthlyUpdate(ctxOf(t.actors.owner), monthlyInput.parse(month))
    const before = await given()
    expect(before.projects[0]).not.toHaveProperty('budget')
    expect(JSON.stringify(before)).not.toMatch(/12340000|50000000|建设内容/)
    approveFactSheet(ctxOf(t.actors.bureau), sheet)
    const after = await given()
    expect(after.projects[0]).toMatchObject({
      description: '建设内容',
      budget: { amount: { amount: 50_000_000, currency: 'CNY' } },
      publicAuthority: { name: '测试发改局' },
    })
    const firms = orm().select().from(organisations).where(eq(organisations.kind, 'company')).all()
    const people = orm().select().from(users).all()
    expect(firms.length).toBeGreaterThan(1)
    const text = JSON.stringify(after)
    for (const secret of [...firms, ...people].map(({ name }) => name)) expect(text).not.toContain(secret)
    expect(text).not.toMatch(/张三|5222000|7770000|12340000|机密字样|备案证明/)
    isValid(after)
  })

  test('a town is named only where it is one of the plan’s towns', async () => {
    const t = opened()
    on(t.actors.bureau)
    open(t.actors.bureau, [1, 2])
    orm().update(projects).set({ town: '石湾镇' }).where(eq(projects.id, 1)).run()
    orm().update(projects).set({ town: '石湾镇张三家对面' }).where(eq(projects.id, 2)).run()
    const [named, typedIn] = (await given()).projects
    expect(named?.locations?.[0]).toMatchObject({ id: '石湾镇', address: { locality: '石湾镇' } })
    expect(typedIn).not.toHaveProperty('locations')
  })

  test('a reader who has the page is told that it is the same, and its date is that of the last change', async () => {
    const t = opened()
    on(t.actors.bureau)
    const made = ctxOf(t.actors.bureau)
    publish(made, { subject: 'project', ids: [1] })
    const first = await ask(page)
    expect((await first.json()).publishedDate).toBe(made.at)
    const etag = first.headers.get('etag') ?? ''
    expect((await ask(page, '', { 'if-none-match': etag })).status).toBe(304)
    open(t.actors.bureau, [2])
    expect((await ask(page, '', { 'if-none-match': etag })).status).toBe(200)
  })
})

describe('against the official schema', () => {
  test('a library with a work in every stage is valid, page and file', async () => {
    const t = opened()
    const path: Record<Stage, Stage[]> = {
      ...{ unknown: [], reserve: ['reserve'], preparatory: ['preparatory'], construction: ['construction'] },
      ...{ completed: ['construction', 'completed'], operation: ['construction', 'operation'], paused: ['construction', 'paused'] },
      withdrawn: ['withdrawn'],
    }
    for (const [at, stage] of stages.entries()) {
      const code = `P000${at + 1}`
      open(t.actors.bureau, [work(code).id])
      for (const to of path[stage])
        moveStage(ctxOf(t.actors.bureau), { code, version: work(code).version, to, on: '2025-03-01', reason: '试验' })
    }
    on(t.actors.bureau)
    const document = await given()
    expect(document.projects.map(({ hengdong }) => hengdong.stage)).toEqual([...stages])
    isValid(document)
    isValid(await (await ask(file)).json())
  })

  test('the whole demonstration is valid, each work once, by pages as in one file', { timeout: 60_000 }, async () => {
    const bureau = demonstration()
    const works = openAll(bureau)
    on(bureau)
    const pages = await everyPage()
    for (const document of pages) isValid(document)
    const paged = pages.flatMap((document) => document.projects)
    const whole: OcPackage = await (await ask(file)).json()
    isValid(whole)
    expect(works).toBeGreaterThan(100)
    expect(new Set(paged.map((each) => each.id)).size).toBe(works)
    expect(whole.projects).toEqual(paged)
    expect(whole.publisher.name).toContain('演示数据')
    // The demonstration has something of everything that may be given out.
    const fields = new Set(paged.flatMap((each) => Object.keys(each)))
    const promised = [
      'budget',
      'period',
      'implementationPeriod',
      'milestones',
      'metrics',
      'forecasts',
      'completion',
      'documents',
      'parties',
    ]
    expect(promised.filter((field) => !fields.has(field))).toEqual([])
  })
})

describe('papers', () => {
  test('an issued bulletin is public once somebody says so, and only while they do; a draft never is', () => {
    const bureau = demonstration()
    const issued = papersToPublish(bureau, 'bulletin')
    const [first] = issued
    expect(issued.length).toBeGreaterThan(1)
    expect([publicBulletins(), publicDispatches()]).toEqual([[], []])
    if (!first) throw new Error('the demonstration has issued bulletins')
    open(bureau, [first.id], 'bulletin')
    expect(publicBulletins().map(({ id, number }) => [id, number])).toEqual([[first.id, first.number]])
    endPublication(ctxOf(bureau), { subject: 'bulletin', ids: [first.id] })
    expect(publicBulletins()).toEqual([])
    orm().update(bulletins).set({ state: 'drafted' }).where(eq(bulletins.id, first.id)).run()
    expect(codeOf(() => open(bureau, [first.id], 'bulletin'))).toBe('not-found')
  })
})
