import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { loadPlan } from '../../db/commands/plan'
import { plan } from '../../db/plan'
import { lastPlanLoad } from '../../db/plan-standing'
import { canServe } from '../../db/queries/health'
import { chapterTen, indicators, indicators13, planBoxes, planChains, planItem, planProjects, register } from '../../db/queries/plan'
import { assignments, events, planLoads, projectList, projectSources, projects } from '../../db/schema'
import type { Refusal } from '../../domain/errors'
import type { PlanData } from '../../domain/plan-entries'
import { ctxOf, openTestHouse, systemCtx, type TestHouse } from '../support/house'

let house: TestHouse
beforeAll(() => {
  house = openTestHouse()
})
afterAll(() => house.close())

const row = (code: string) => orm().select().from(projects).where(eq(projects.code, code)).get() as typeof projects.$inferSelect
const listed = (code: string) => orm().select().from(projectList).where(eq(projectList.code, code)).get()
const planLoadEvents = () => orm().select().from(events).where(eq(events.action, 'plan.loaded')).all().length

function renamed(code: string, name: string): PlanData {
  return { ...plan, projects: plan.projects.map((project) => (project.code === code ? { ...project, name } : project)) }
}

/** The plan without a work and its only item. */
function without(code: string): PlanData {
  const gone = plan.projects.find((project) => project.code === code)?.items ?? []
  const boxes = plan.boxes.map((box) => ({ ...box, items: box.items.filter((item) => !gone.includes(item.code)) }))
  return { ...plan, boxes, projects: plan.projects.filter((project) => project.code !== code) }
}

function refusal(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    return error as Refusal
  }
  throw new Error('nothing was refused')
}

describe('the plan as loaded', () => {
  it('holds every item of the 18 boxes', () => {
    const counts = Object.fromEntries(planBoxes().map(({ id, items }) => [id, items.length]))
    expect(counts).toEqual({
      '3-1': 12,
      '5-1': 35,
      '5-2': 18,
      '5-3': 6,
      '5-4': 7,
      '6-1': 4,
      '6-2': 7,
      '6-3': 5,
      '7-1': 19,
      '7-2': 8,
      '7-3': 13,
      '7-4': 7,
      '8-1': 5,
      '8-2': 5,
      '8-3': 5,
      '8-4': 2,
      '9-1': 5,
      '9-2': 5,
    })
  })

  it('counts 168 items, 142 of them works, which are 116 projects', () => {
    const items = planBoxes().flatMap((box) => box.items)
    expect(items).toHaveLength(168)
    expect(items.filter(({ kind }) => kind === 'work')).toHaveLength(142)
    expect(planProjects()).toHaveLength(116)
    expect(orm().select().from(projects).all()).toHaveLength(116)
    expect(orm().select().from(projectSources).all()).toHaveLength(142)
    expect(orm().select().from(projectList).all()).toHaveLength(116)
  })

  it('keeps the order of the text', () => {
    expect(planBoxes().map(({ id }) => id)).toEqual(plan.boxes.map(({ id }) => id))
    for (const [index, box] of planBoxes().entries()) expect(box).toEqual(plan.boxes[index])
  })

  it('gives an investment for four works and no other', () => {
    const stated = planBoxes()
      .flatMap((box) => box.items)
      .filter(({ investment }) => investment !== null)
    expect(stated.map(({ code, investment }) => [code, investment?.yuan])).toEqual([
      ['3-1#03', 300_000_000],
      ['3-1#04', 300_000_000],
      ['3-1#05', 300_000_000],
      ['3-1#11', 582_675_700],
    ])
    expect(planItem('3-1#04')?.investment?.parts.map(({ yuan }) => yuan)).toEqual([200_000_000])
  })

  it('holds nine chains, eight with a target, 39 and 28 rows, Chapter 10 and the register', () => {
    expect(planChains()).toHaveLength(9)
    expect(planChains().filter(({ target }) => target === null)).toMatchObject([{ name: '绿色食品生产加工' }])
    expect(indicators()).toHaveLength(39)
    expect(indicators13()).toHaveLength(28)
    expect(chapterTen().length).toBeGreaterThan(50)
    expect(register().length).toBeGreaterThanOrEqual(90)
    expect(register().filter(({ severity }) => severity === 'serious').length).toBeGreaterThanOrEqual(20)
  })

  it('makes a work of two boxes one project with both sources, its stage not known', () => {
    const sources = orm()
      .select()
      .from(projectSources)
      .where(eq(projectSources.projectId, row('P0016').id))
      .all()
    expect(sources.map(({ itemCode }) => itemCode)).toEqual(['5-1#04', '7-3#05'])
    expect(row('P0016')).toMatchObject({ sector: 'water', stage: 'unknown', chainId: null, chainBasis: 'unknown' })
  })

  it('keeps how a work comes to its chain', () => {
    expect(row('P0002')).toMatchObject({ chainId: 'chemicals', chainBasis: 'stated', chainReason: null })
    expect(row('P0001')).toMatchObject({ chainId: 'machinery', chainBasis: 'suggested' })
    expect(row('P0001').chainReason).toContain('湘泵公司')
  })

  it('knows a town only where the words name one', () => {
    const placed = orm()
      .select()
      .from(projects)
      .all()
      .flatMap(({ code, town }) => (town ? [[code, town]] : []))
    expect(placed.map(([, town]) => town).sort()).toEqual(['吴集镇', '新塘镇', '洣水镇', '洣水镇', '白莲镇'])
  })

  it('can serve once there are accounts', () => {
    expect(canServe()).toBe(true)
  })
})

describe('a reload', () => {
  it('of the same data changes nothing and leaves no event', () => {
    const before = orm().select().from(events).all().length
    expect(loadPlan(systemCtx(), plan)).toMatchObject({ loaded: false })
    expect(orm().select().from(events).all()).toHaveLength(before)
    expect(orm().select().from(planLoads).all()).toHaveLength(1)
  })

  it('is refused to everybody but the system', () => {
    for (const actor of Object.values(house.actors)) {
      expect(refusal(() => loadPlan(ctxOf(actor), renamed('P0003', '别名'))).code).toBe('forbidden')
    }
  })

  it('of a correction moves the name and the list row, says how much, and keeps stage, version and units', () => {
    orm().update(projects).set({ stage: 'construction' }).where(eq(projects.code, 'P0003')).run()
    const loads = planLoadEvents()
    expect(loadPlan(systemCtx(), renamed('P0003', '数字化采选工程（更正）'))).toMatchObject({
      loaded: true,
      added: 0,
      changed: 1,
      removed: 0,
    })
    expect(row('P0003')).toMatchObject({ name: '数字化采选工程（更正）', stage: 'construction', version: 2 })
    expect(listed('P0003')?.name).toBe('数字化采选工程（更正）')
    expect(lastPlanLoad(orm())).toMatchObject({ changed: 1 })
    expect(planLoadEvents()).toBe(loads + 1)
    loadPlan(systemCtx(), plan)
    expect(row('P0003').name).toBe('数字化采选工程建设项目')
  })

  it("leaves the bureau's name and confirmed chain alone", () => {
    const edited = { name: '发改局定的名称', chainId: 'food', chainBasis: 'confirmed' } as const
    orm().update(projects).set(edited).where(eq(projects.code, 'P0005')).run()
    const reloaded = renamed('P0005', '又一个名称')
    loadPlan(systemCtx(), reloaded)
    expect(row('P0005')).toMatchObject(edited)
    loadPlan(systemCtx(), plan)
    expect(row('P0005')).toMatchObject(edited)
  })

  it('shows corrected figures of an item in the list', () => {
    const boxes = plan.boxes.map((box) => ({
      ...box,
      items: box.items.map((item) =>
        item.code === '3-1#11' ? { ...item, investment: { text: '改', yuan: 7, qualifier: null, parts: [] } } : item,
      ),
    }))
    loadPlan(systemCtx(), { ...plan, boxes })
    expect(listed('P0011')?.planYuan).toBe(7)
    loadPlan(systemCtx(), plan)
    expect(listed('P0011')?.planYuan).toBe(582_675_700)
  })

  it('lets a work without history go, and brings it back under its own code', () => {
    expect(loadPlan(systemCtx(), without('P0116'))).toMatchObject({ removed: 2 })
    expect(row('P0116')).toBeUndefined()
    expect(loadPlan(systemCtx(), plan)).toMatchObject({ added: 2, created: 1 })
    expect(row('P0116').name).toBe('家庭教育支持服务计划')
  })

  it('refuses to remove a work that somebody has been given, and changes nothing at all', () => {
    const values = { projectId: row('P0115').id, kind: 'owner', organisationId: house.organisations.own, fromDay: '2025-01-01' } as const
    orm().insert(assignments).values(values).run()
    const hash = lastPlanLoad(orm())?.dataHash
    const refused = refusal(() => loadPlan(systemCtx(), without('P0115')))
    expect(refused.code).toBe('plan-refused')
    expect(refused.issues).toMatchObject([{ field: 'P0115', code: 'plan-work-has-history' }])
    expect(row('P0115')).toBeDefined()
    expect(planItem('9-2#04')).not.toBeNull()
    expect(lastPlanLoad(orm())?.dataHash).toBe(hash)
  })

  it('refuses to give a landed item to another work', () => {
    const projectsMoved = plan.projects.map((project) =>
      project.code === 'P0112' ? { ...project, items: [...project.items, '9-2#02'] } : project,
    )
    const refused = refusal(() => loadPlan(systemCtx(), { ...plan, projects: projectsMoved.filter(({ code }) => code !== 'P0113') }))
    expect(refused.issues).toMatchObject([{ field: '9-2#02', code: 'plan-item-moved' }])
  })
})
