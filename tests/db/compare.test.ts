import { afterAll, beforeAll, expect, test } from 'vitest'
import { house, orm } from '../../db/client'
import { beginDayPicture } from '../../db/commands/locks'
import { createProject, editProject } from '../../db/commands/projects'
import { moveStage } from '../../db/commands/stages'
import { chanceOf } from '../../db/demo/chance'
import { type Comparison, comparedSide, comparePeriods } from '../../db/queries/compare'
import { bridgesBetween, type ComparedGroup } from '../../db/queries/compare-sums'
import { projects } from '../../db/schema'
import { addDays } from '../../domain/calendar'
import { comparedMeasures, reconciles } from '../../domain/period-compare'
import { newProjectInput, projectEdit } from '../../domain/project-input'
import { live } from '../support/histories'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { computeAll, publishedLock, worksOf } from '../support/locks'
import { typed } from '../support/typed'
import { giveWork, work } from '../support/work'

const codes = ['P0001', 'P0002', 'P0003', 'P0013']
let t: TestHouse
beforeAll(() => {
  t = openTestHouse({ since: '2024-01-10' })
  for (const code of codes) giveWork(t, code, { since: '2024-02-01' })
  const chance = chanceOf(3)
  for (let at = 0; at < 12; at++) live({ t, codes, today: addDays('2025-10-01', at), chance }, 12)
  publishedLock(t, '2025-08')
  for (let at = 0; at < 12; at++) live({ t, codes, today: testDay, chance }, 12)
  createProject(
    ctxOf(t.actors.bureau),
    typed(newProjectInput, { name: '新增工程', sector: 'water', documentTitle: '文', documentNo: '1号', documentDay: '2025-08-01' }),
  )
  moveStage(ctxOf(t.actors.bureau), { code: 'P0020', version: work('P0020').version, to: 'withdrawn', on: '2025-09-05', reason: '不做了' })
  const moved = work('P0021')
  const sector = moved.sector === 'water' ? 'energy' : 'water'
  editProject(ctxOf(t.actors.bureau), typed(projectEdit, { code: 'P0021', version: String(moved.version), name: moved.name, sector }))
  publishedLock(t, '2025-09')
})
afterAll(() => t.close())

const compared = (by: ComparedGroup = 'sector'): Comparison => {
  const comparison = comparePeriods(t.actors.leader, '2025-08', '2025-09', { by })
  if (!comparison) throw new Error('nothing to compare')
  return comparison
}

test('from + entered − left + changed + moved = to, exactly, for the whole, by sector and by chain', () => {
  const { from, to } = compared()
  for (const group of ['all', 'sector', 'chain'] as const)
    for (const { key, measures } of bridgesBetween(from.id, to.id, group))
      for (const measure of comparedMeasures) expect(reconciles(measures[measure]), `${group} ${key} ${measure}`).toBe(true)
})

test('the ends of the bridge are the locks’ own sums, told by plain SQL', () => {
  const { from, to, totals } = compared()
  const sums = house().sqlite.prepare(
    'select count(*) as works, coalesce(sum(invested_yuan), 0) as yuan, count(invested_yuan) as known from lock_works where lock_id = ?',
  )
  expect(totals.measures.investedYuan.from).toEqual(sums.get(from.id))
  expect(totals.measures.investedYuan.to).toEqual(sums.get(to.id))
})

test('names the works that entered, left and changed, and no others', () => {
  const { from, to, entered, left, changed, counts } = compared()
  expect(entered.map(({ name }) => name)).toEqual(['新增工程'])
  expect(left.map(({ code }) => code)).toEqual(['P0020'])
  const [before, after] = [worksOf(from.id), worksOf(to.id)]
  const fields = [
    'planYuan',
    'yearToDateYuan',
    'investedYuan',
    'stage',
    'sector',
    'chainId',
    'ownerName',
    'approvedMonth',
    'percent',
    'lightLevel',
    'reportState',
  ] as const
  const differing = before.filter((a) => after.some((b) => b.projectId === a.projectId && fields.some((field) => a[field] !== b[field])))
  expect(changed.map(({ projectId }) => projectId).sort()).toEqual(differing.map(({ projectId }) => projectId).sort())
  expect(counts).toEqual({ entered: 1, left: 1, changed: differing.length })
})

test('a work that changed its sector moves between the groups and changes no whole', () => {
  const sectors = compared().groups
  const sum = (part: 'movedIn' | 'movedOut') => sectors.reduce((works, { measures }) => works + measures.planYuan[part].works, 0)
  expect(sum('movedIn')).toBe(sum('movedOut'))
  expect(sum('movedIn')).toBeGreaterThan(0)
})

test('says why: what was recorded between, and the month that only the later one counts', () => {
  const why = compared().changed.find(({ to }) => to.code === 'P0021')
  expect(why?.changes.map(({ field }) => field)).toContain('sector')
  expect(why?.reasons.map((reason) => reason.kind === 'event' && reason.action)).toContain('project.edited')
})

test('two days are compared as two locks are; a period that is not locked is not there', () => {
  expect(comparePeriods(t.actors.leader, '2025-07', '2025-09')).toBeNull()
  expect(comparedSide(t.actors.leader, 'nonsense')).toBeNull()
  for (const day of ['2025-10-02', '2025-10-11']) beginDayPicture(ctxOf(t.actors.leader), { day })
  expect(comparedSide(t.actors.leader, '2025-10-02')?.ready).toBe(false)
  computeAll()
  const days = comparePeriods(t.actors.leader, '2025-10-02', '2025-10-11')
  expect(days?.changed.length).toBeGreaterThan(0)
  expect(days && reconciles(days.totals.measures.investedYuan)).toBe(true)
  // The new work came on the 16th: neither day knows it.
  expect(
    orm()
      .select()
      .from(projects)
      .all()
      .some(({ name }) => name === '新增工程'),
  ).toBe(true)
  expect([days?.entered, worksOf(days?.to.id ?? 0).some(({ name }) => name === '新增工程')]).toEqual([[], false])
})
