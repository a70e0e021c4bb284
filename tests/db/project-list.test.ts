import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { listFacets, unitName } from '../../db/queries/project-facets'
import { projectsPage } from '../../db/queries/project-list'
import { assignments, projectList, projects } from '../../db/schema'
import { refreshProject } from '../../db/summaries'
import { type ListParams, readListParams } from '../../domain/list-params'
import { openTestHouse, type TestHouse, testDay } from '../support/house'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  assign('P0001', 'owner', t.organisations.own)
  assign('P0013', 'responsible', t.organisations.own)
  assign('P0002', 'owner', t.organisations.other)
  for (const [code, yuan] of [
    ['P0005', 700],
    ['P0003', 900],
    ['P0009', 700],
  ] as const)
    orm().update(projectList).set({ approvedYuan: yuan, lastReportOn: '2025-10-05' }).where(eq(projectList.code, code)).run()
})
afterAll(() => t.close())

function assign(code: string, kind: 'owner' | 'responsible', organisationId: number) {
  const id = orm().select().from(projects).where(eq(projects.code, code)).get()?.id ?? 0
  orm().insert(assignments).values({ projectId: id, kind, organisationId, fromDay: '2024-01-01' }).run()
  orm().transaction((tx) => refreshProject(tx, testDay, id))
}

const page = (params: Partial<ListParams>, actor = t.actors.bureau) => projectsPage(actor, params)
const codes = (params: Partial<ListParams>, actor = t.actors.bureau) => page(params, actor).rows.map((row) => row.code)
const cursorIn = (text: string | null, sort?: string) => readListParams({ cursor: text ?? '', ...(sort ? { sort } : {}) }).params

function walk(sort: ListParams['sort'], limit: number): string[] {
  const seen: string[] = []
  for (let next: Partial<ListParams> = {}; ; ) {
    const found = page({ ...next, sort, limit })
    expect(found.from).toBe(seen.length + 1)
    seen.push(...found.rows.map((row) => row.code))
    if (!found.next) return seen
    next = cursorIn(found.next, sort)
  }
}

test.each(['code', '-code', 'name', '-name', 'approved', '-approved', 'last-report', '-last-report'] as const)(
  'walking by %s meets every work once, and the way back is the same',
  (sort) => {
    const all = page({ sort, limit: 200 }).rows.map((row) => row.code)
    expect(walk(sort, 7)).toHaveLength(116)
    expect(new Set(walk(sort, 7)).size).toBe(116)
    const second = page({ ...cursorIn(page({ sort, limit: 50 }).next, sort), sort })
    const back = page({ ...cursorIn(second.previous, sort), sort })
    expect(back.rows.map((row) => row.code)).toEqual(all.slice(0, 50))
    expect(back).toMatchObject({ from: 1, previous: null })
  },
)

test('the largest approved amounts come first, equal ones by code, unknown ones last', () => {
  expect(codes({ sort: 'approved', limit: 4 })).toEqual(['P0003', 'P0005', 'P0009', 'P0001'])
  expect(codes({ sort: '-approved', limit: 4 })).toEqual(['P0005', 'P0009', 'P0003', 'P0001'])
})

test('a project unit finds its own works only, by every way of asking', () => {
  expect(codes({}, t.actors.owner)).toEqual(['P0001', 'P0013'])
  expect(codes({ owner: String(t.organisations.other) }, t.actors.owner)).toEqual([])
  expect(page({}, t.actors.owner).totals.rows).toBe(2)
  expect(page({ q: '测试乙公司' }, t.actors.owner).totals.rows).toBe(0)
  expect(listFacets(t.actors.owner, {}).owner).toEqual([{ value: String(t.organisations.own), name: '测试甲公司', rows: 1 }])
  expect(unitName(t.actors.owner, t.organisations.other)).toBeNull()
  expect(unitName(t.actors.bureau, t.organisations.other)).toBe('测试乙公司')
})

test('administrators and auditors are refused the list and its counts', () => {
  for (const actor of [t.actors.admin, t.actors.auditor]) {
    expect(() => page({}, actor)).toThrow('forbidden')
    expect(() => listFacets(actor, {})).toThrow('forbidden')
  }
})

test.each([
  ['水库', 'two signs'],
  ['除险加固', 'a longer word'],
  ['井', 'one sign'],
  ['3-1#05', 'an item code'],
  ['p0007', 'a project code'],
  ['３－１＃０５', 'full-width signs'],
  ['测试甲', 'a unit'],
])('a search for %s (%s) finds exactly the rows that hold it', (q) => {
  const all = page({ limit: 200 }, t.actors.bureau)
  const rows = projectsPage(t.actors.bureau, { limit: 200 }, 200).rows
  const holds = (text: string | null) =>
    (text ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, '').includes(q.normalize('NFKC').toLowerCase())
  const wanted = rows.filter((row) => [row.code, row.name, row.ownerName, row.responsibleName, row.town, ...row.sources].some(holds))
  expect(all.totals.rows).toBe(116)
  expect(projectsPage(t.actors.bureau, { q, limit: 200 }, 200).rows.map((row) => row.code)).toEqual(wanted.map((row) => row.code))
})

test('grams that stand apart are no hit, and signs of SQL mean themselves', () => {
  for (const q of ['加固除险', '%', '_', "'", '水库 没有这个词', '%水库%']) expect(codes({ q })).toEqual([])
})

test('search and filters narrow together, and the counts beside the choices say what each would leave', () => {
  const facets = listFacets(t.actors.bureau, { q: '水库', box: '7-3' })
  for (const { value, rows } of facets.box) expect(page({ q: '水库', box: value }).totals.rows).toBe(rows)
  expect(page({ sector: 'water' }).totals.rows).toBe(listFacets(t.actors.bureau, {}).sector.find((facet) => facet.value === 'water')?.rows)
  expect(page({ owner: 'none' }).totals.rows).toBe(listFacets(t.actors.bureau, {}).noOwner)
  expect(page({ chain: 'unconfirmed' }).totals.rows).toBe(listFacets(t.actors.bureau, {}).unconfirmed)
  expect(page({ report: 'none' }).totals.rows).toBe(listFacets(t.actors.bureau, {}).noReport)
})

test('totals say how much of them is known, and move with the next write', () => {
  const { plan } = page({}).totals
  expect(plan).toEqual({ yuan: 1_483_000_000 - 324_300, known: 4, unknown: 112 })
  expect(page({ box: '5-1' }).totals.plan).toMatchObject({ yuan: null, known: 0 })
  orm().update(projectList).set({ approvedYuan: 1000 }).where(eq(projectList.code, 'P0005')).run()
  expect(page({}).totals.approved).toEqual({ yuan: 2600, known: 3, unknown: 113 })
})
