import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sectorDocument } from '../../app/api/v1/sectors/documents'
import { orm } from '../../db/client'
import { projectsPage } from '../../db/queries/project-list'
import { boxDetail, sectorDetail, sectorOverview } from '../../db/queries/sectors'
import { assignments, projectList, projects } from '../../db/schema'
import { refreshProject } from '../../db/summaries'
import { sectorsShape } from '../../domain/api/rollups'
import { messagesFor } from '../../domain/messages'
import { openTestHouse, type TestHouse, testDay } from '../support/house'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  const id = orm().select().from(projects).where(eq(projects.code, 'P0018')).get()?.id ?? 0
  orm().insert(assignments).values({ projectId: id, kind: 'owner', organisationId: t.organisations.own, fromDay: '2024-01-01' }).run()
  orm().transaction((tx) => refreshProject(tx, testDay, id))
  orm().update(projectList).set({ approvedYuan: 700, quantityDone: 21 }).where(eq(projectList.code, 'P0018')).run()
})
afterAll(() => t.close())

const count = (filter: Parameters<typeof projectsPage>[1]) => projectsPage(t.actors.leader, filter).totals.rows

test('every work is in exactly one sector, and each count is the one its link would show', () => {
  const rows = sectorOverview(t.actors.leader)
  expect(rows.reduce((sum, { rollup }) => sum + rollup.works, 0)).toBe(116)
  for (const { sector, rollup } of rows) {
    expect(rollup.works).toBe(count({ sector }))
    expect(rollup.lights.none).toBe(count({ sector, light: 'none' }))
    expect(rollup.byStage.unknown).toBe(count({ sector, stage: 'unknown' }))
  }
})

test('a box counts every work it names, and says how many stand first in another box', () => {
  const water = sectorOverview(t.actors.leader).find(({ sector }) => sector === 'water')
  const boxes = water?.boxes.map(({ box, rollup }) => [box.id, rollup.works, rollup.first])
  expect(boxes).toEqual([
    ['5-1', 35, 35],
    ['7-2', 8, 0],
    ['7-3', 13, 2],
    ['7-4', 7, 0],
  ])
})

test('one approved work of many is a lower bound in its sector, its box and its class; the others are unknown, never 0', () => {
  const approved = { yuan: 700, known: 1, partial: 1 }
  const sector = sectorDetail(t.actors.leader, 'water')
  expect(sector.rollup.approved).toEqual({ ...approved, unknown: 36 })
  const box = boxDetail(t.actors.leader, 'water', '5-1')
  expect(box.rollup.approved).toEqual({ ...approved, unknown: 34 })
  expect(box.classes.map(({ rollup }) => rollup.works).reduce((a, b) => a + b, 0)).toBe(35)
  expect(box.classes.filter(({ rollup }) => rollup.approved.yuan !== null)).toHaveLength(1)
})

test('a quantity is told in each box that counts the work, beside what its first box says', () => {
  const rows = boxDetail(t.actors.leader, 'water', '5-1').quantities
  expect(rows.find((row) => row.code === 'P0018')).toMatchObject({ item: '5-1#06', done: 21, elsewhere: null, quantity: { value: 28 } })
  const again = boxDetail(t.actors.leader, 'water', '7-3').quantities.find((row) => row.code === 'P0018')
  expect(again).toMatchObject({ item: '7-3#07', done: 21, quantity: { value: 65 }, elsewhere: { item: '5-1#06' } })
  expect(rows.filter((row) => row.code !== 'P0018').every((row) => row.done === null)).toBe(true)
})

test('a project unit adds up its own works only; who sees no works is refused', () => {
  const rows = sectorOverview(t.actors.owner)
  expect(rows.reduce((sum, { rollup }) => sum + rollup.works, 0)).toBe(1)
  expect(boxDetail(t.actors.owner, 'water', '5-1').works.map(({ row }) => row.code)).toEqual(['P0018'])
  for (const actor of [t.actors.admin, t.actors.auditor]) expect(() => sectorOverview(actor)).toThrow('forbidden')
})

test('a sector or box that is not there is not found, nor a box under another sector', () => {
  expect(() => sectorDetail(t.actors.leader, 'steel')).toThrow('not-found')
  expect(() => boxDetail(t.actors.leader, 'water', '99-1')).toThrow('not-found')
  expect(() => boxDetail(t.actors.leader, 'energy', '5-1')).toThrow('not-found')
})

test('the API says the same in the shape that is published', () => {
  const items = sectorOverview(t.actors.leader).map((row) => sectorDocument(row, messagesFor('zh-CN')))
  const { items: parsed } = sectorsShape.parse({ items })
  expect(parsed.find(({ id }) => id === 'industry')?.investment.plan).toMatchObject({ known: 4, unknown: 8, text: '≥ 14.83 亿元' })
  expect(parsed.find(({ id }) => id === 'energy')?.investment.approved).toEqual({
    yuan: null,
    known: 0,
    unknown: 9,
    text: '—',
    source: null,
  })
})
