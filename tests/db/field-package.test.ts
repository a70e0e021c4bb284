import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { addMilestone } from '../../db/commands/milestones'
import { approveUpdate } from '../../db/commands/review-updates'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { fieldPackage, mostTaken } from '../../db/queries/field-package'
import { factSheets, findings, materialReturns, milestones, projects, roundMaterials, rounds, updates } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { blankSheet } from '../../domain/fact-sheet'
import type { FieldPackage } from '../../domain/field-package'
import { monthlyInput } from '../../domain/update-input'
import { addUser, ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { refusalOf } from '../support/refusal'
import { addGroup, addMember, listWork, placeOf, roundOf, started } from '../support/visits'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002', 'P0003']) giveWork(t, code)
})
afterAll(() => t.close())

const at = '2025-10-16T02:00:00.000Z'
const taken = (round: number, actor: UserActor = t.actors.supervisor): FieldPackage =>
  fieldPackage(actor, { round, at, today: testDay, locale: 'zh-CN' })
const codesOf = (round: number, actor?: UserActor) => taken(round, actor).works.map(({ code }) => code)

describe('what is taken along', () => {
  test('is the works of one’s groups, all of them for whoever is in none, and what no group goes to', () => {
    const round = roundOf(['P0001', 'P0002', 'P0003'], { by: t.actors.supervisor })
    addGroup(round, '一组', ['P0001'], [t.actors.supervisor])
    addGroup(round, '二组', ['P0002'], [])
    expect(codesOf(round)).toEqual(['P0001', 'P0003'])
    expect(codesOf(round, t.actors.supervisor2)).toEqual(['P0001', 'P0002', 'P0003'])
    expect(taken(round).works[0]).toMatchObject({ group: '一组', visitOn: null, owner: '测试甲公司', stage: 'construction' })
  })

  test('leaves out what was withdrawn, and says what a phone cannot carry', async () => {
    const round = roundOf(['P0001', 'P0009'], { by: t.actors.supervisor })
    const withdrawn = eq(projects.code, 'P0009')
    orm().update(projects).set({ stage: 'withdrawn' }).where(withdrawn).run()
    expect(codesOf(round)).toEqual(['P0001'])
    orm().update(projects).set({ stage: 'unknown' }).where(withdrawn).run()
    const { code: _, id: __, ...plain } = work('P0001')
    for (let n = 0; n < mostTaken; n++)
      orm()
        .insert(projects)
        .values({ ...plain, code: `P8${String(n).padStart(3, '0')}` })
        .run()
    t.house.sqlite.exec(
      `insert into project_list select p.id, p.code, l.name, l.sources, l.box_id, ${restOfRow()} from projects p, project_list l where p.code like 'P8%' and l.code = 'P0001'`,
    )
    for (let n = 0; n < mostTaken; n++) listWork(round, `P8${String(n).padStart(3, '0')}`)
    expect(await refusalOf(() => taken(round))).toBe('too-many-to-take')
  })

  /** The columns of a list row after its first five, as they are named in the table. */
  function restOfRow(): string {
    const columns = t.house.sqlite.prepare<[], { name: string }>(`select name from pragma_table_info('project_list')`).all()
    return columns
      .slice(5)
      .map(({ name }) => `l.${name}`)
      .join(', ')
  }

  test('is nobody’s before visits are taken, or when they have ended', async () => {
    for (const state of ['drafted', 'visits-ended', 'closed', 'abandoned'] as const) {
      const round = roundOf(['P0001'], { state, by: t.actors.supervisor })
      expect(await refusalOf(() => taken(round)), state).toBe('round-not-there')
    }
    expect(await refusalOf(() => taken(999_999))).toBe('not-found')
  })

  test('of an unannounced round is the supervisors’, until its visits have begun', async () => {
    const member = addUser('package-member', 'bureau', t.organisations.bureau, '2025-01-10')
    const round = roundOf(['P0001', 'P0002'], { kind: 'joint', announced: false, by: t.actors.supervisor })
    addMember(round, member)
    expect(codesOf(round)).toEqual(['P0001', 'P0002'])
    expect(await refusalOf(() => taken(round, member))).toBe('not-found')
    for (const actor of [t.actors.owner, t.actors.leader, t.actors.auditor, t.actors.admin])
      expect(await refusalOf(() => taken(round, actor))).toBe('forbidden')
    orm().update(rounds).set({ openedAt: at }).where(eq(rounds.id, round)).run()
    expect(codesOf(round, member)).toEqual([])
    t.house.sqlite.exec(`update round_works set opened_at = '${at}' where id = ${placeOf(round, 'P0001').id}`)
    expect(codesOf(round, member)).toEqual(['P0001'])
    expect(taken(round, member).user.mayRate).toBe(false)
    expect(await refusalOf(() => taken(round, t.actors.bureau))).toBe('forbidden')
  })

  test('of a joint round leaves out what its member has reviewed', async () => {
    const round = roundOf(['P0002', 'P0003'], { kind: 'joint', by: t.actors.supervisor })
    addMember(round, t.actors.bureau2)
    const month = { code: 'P0003', period: '2025-09', investmentBasis: 'year', investment: '100' }
    approveUpdate(ctxOf(t.actors.bureau2), submitMonthlyUpdate(ctxOf(t.actors.owner), monthlyInput.parse(month)))
    expect(codesOf(round, t.actors.bureau2)).toEqual(['P0002'])
    const special = roundOf(['P0002'], { by: t.actors.supervisor })
    addMember(special, t.actors.bureau2)
    expect(await refusalOf(() => taken(special, t.actors.bureau2))).toBe('forbidden')
  })
})

describe('a work that is taken along', () => {
  test('shows each figure as approved and as waiting, and is known by both', () => {
    const round = roundOf(['P0001'], { by: t.actors.supervisor })
    const milestone = addMilestone(ctxOf(t.actors.bureau), { code: 'P0001', name: '封顶', definition: '主体封顶', proof: '照片' })
    const month = (period: string, more: Record<string, string>) =>
      submitMonthlyUpdate(
        ctxOf(t.actors.owner),
        monthlyInput.parse({ code: 'P0001', period, investmentBasis: 'year', remark: '-', ...more }),
      )
    const approved = month('2025-08', { investment: '2500', percent: '40', progressText: '基础施工' })
    approveUpdate(ctxOf(t.actors.bureau), approved)
    const waiting = month('2025-09', { investment: '3000', percent: '55' })
    const [own] = taken(round).works
    const figure = (name: string) => own!.figures.find((one) => one.figure === name)
    expect(figure('percent')).toMatchObject({
      approved: { value: 40, month: '2025-08', on: testDay },
      reported: { value: 55, month: '2025-09', on: testDay },
    })
    expect(figure('investment')).toMatchObject({ approved: { value: 25_000_000 }, reported: { value: 30_000_000 } })
    expect(figure('step')).toMatchObject({ approved: { value: '基础施工' }, reported: null })
    expect(figure('stage')).toMatchObject({ approved: { value: 'construction', on: '2025-01-10' }, reported: null })
    expect(figure('people')).toEqual({ figure: 'people', name: null, unit: null, approved: null, reported: null })
    expect(figure(`milestone:${milestone}`)).toMatchObject({ name: '封顶', approved: { value: '' }, reported: null })
    expect(own).toMatchObject({
      basis: { packagedAt: at, version: work('P0001').version, approvedUpdateId: approved, reportedUpdateId: waiting },
    })
    expect(started(round, 'P0001', at).basis).toMatchObject({ approvedUpdateId: approved, reportedUpdateId: waiting })
    expect(own!.clauses[0]).toMatchObject({ item: expect.stringMatching(/#/), text: expect.any(String) })
    expect(own!.milestones).toEqual([{ id: milestone, name: '封顶', baselineOn: null, forecastOn: null, metOn: null }])
  })

  test('carries what is still open of it, and whether what was asked for has come', () => {
    const round = roundOf(['P0002'], { by: t.actors.supervisor })
    const asked = orm()
      .insert(roundMaterials)
      .values([
        { roundId: round, position: 1, name: '施工许可证' },
        { roundId: round, position: 2, name: '监理月报' },
      ])
      .returning({ id: roundMaterials.id })
      .all()
    const handedIn = { handedInBy: t.actors.owner.id, handedInAt: at, handedInOn: testDay }
    orm()
      .insert(materialReturns)
      .values({ materialId: asked[1]!.id, roundWorkId: placeOf(round, 'P0002').id, ...handedIn })
      .run()
    addFindings('P0002', 2, '临边无防护')
    orm().update(findings).set({ state: 'closed' }).where(eq(findings.number, '2025Q3-P0002-1')).run()
    const [own] = taken(round).works
    expect(own!.materials).toEqual([
      { name: '施工许可证', handedIn: false },
      { name: '监理月报', handedIn: true },
    ])
    expect(own!.findings).toEqual([
      { number: '2025Q3-P0002-0', state: 'rectifying', category: 'safety', severity: 'general', facts: '临边无防护', dueOn: '2025-11-01' },
    ])
  })
})

function addFindings(code: string, count: number, facts: string): void {
  const coded = { source: 'inspection', category: 'safety', severity: 'general', state: 'rectifying' } as const
  const found = { foundBy: '张三', foundOn: testDay, registeredBy: t.actors.supervisor.id, dueOn: '2025-11-01', createdAt: at }
  const row = { quarter: '2025Q3', projectId: work(code).id, facts, ...coded, ...found }
  for (let n = 0; n < count; n++)
    orm()
      .insert(findings)
      .values({ ...row, number: `2025Q3-${code}-${n}` })
      .run()
}

test('forty works with long texts are taken along in 150 ms and weigh less than 5 MB', () => {
  const codes = Array.from({ length: 40 }, (_, n) => `P${String(n + 10).padStart(4, '0')}`)
  const round = roundOf(codes, { by: t.actors.supervisor })
  for (const code of codes) fill(code)
  taken(round)
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    taken(round)
    return performance.now() - begun
  })
  const bytes = Buffer.byteLength(JSON.stringify(taken(round)))
  expect(taken(round).works).toHaveLength(40)
  expect(bytes).toBeGreaterThan(2_000_000)
  expect(bytes).toBeLessThan(5 * 1024 * 1024)
  expect(Math.min(...times)).toBeLessThan(150)
  console.log(`40 works: ${(bytes / 1024 / 1024).toFixed(1)} MB in ${Math.min(...times).toFixed(0)} ms`)
})

/** Five years of months, thirty milestones, forty open findings and every text as long as it may be. */
function fill(code: string): void {
  const { id: projectId } = work(code)
  const sheet = { projectId, revision: 1, current: true, body: { ...blankSheet, content: '长'.repeat(2000) } }
  const said = { submittedBy: t.actors.owner.id, submittedAt: at, status: 'approved' as const }
  orm()
    .insert(factSheets)
    .values({ ...sheet, ...said })
    .run()
  const months = Array.from({ length: 57 }, (_, n) => `${2021 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)
  const monthly = { projectId, kind: 'monthly', current: true, revision: 1, timing: 'on-time', submittedOn: testDay } as const
  for (const period of months)
    orm()
      .insert(updates)
      .values({ ...monthly, ...said, warnings: [], period, percent: 50, yearToDateYuan: 1_000_000, progressText: '步'.repeat(200) })
      .run()
  const milestone = { projectId, definition: '定', proof: '证', baselineOn: testDay }
  for (let position = 1; position <= 30; position++)
    orm()
      .insert(milestones)
      .values({ ...milestone, position, name: '里'.repeat(40) })
      .run()
  addFindings(code, 40, '事'.repeat(1000))
}
