import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveCensusRow } from '../../db/commands/census'
import { approveFactSheet } from '../../db/commands/fact-sheets'
import { censusGrid, censusPreview } from '../../db/queries/census'
import type { UserActor } from '../../domain/actor'
import { censusRow } from '../../domain/census'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { eventCount, lastEvent, listRow, sheetsOf, unitsOf } from '../support/library'
import { codeOf, issuesIn, refusalOf, typed } from '../support/typed'
import { work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

let code = ''
let number = 20
beforeEach(() => {
  code = `P${String(number++).padStart(4, '0')}`
})

const row = (fields: Record<string, string> = {}) => typed(censusRow, { code, version: String(work(code).version), ...fields })
const save = (fields: Record<string, string> = {}, actor: UserActor = t.actors.bureau) => saveCensusRow(ctxOf(actor), row(fields))

describe('a census row', () => {
  it('sets units, stage and chain at once, with one event', () => {
    const events = eventCount()
    const saved = save({ owner: '测试甲公司', responsible: '测试乙公司', stage: 'construction', chain: 'building' })
    expect(saved).toEqual({ code, version: 2, totalWaits: false })
    expect(listRow(code)).toMatchObject({
      ownerName: '测试甲公司',
      responsibleName: '测试乙公司',
      stage: 'construction',
      chainId: 'building',
      chainBasis: 'confirmed',
    })
    expect(eventCount()).toBe(events + 1)
    expect(lastEvent(code)).toMatchObject({
      action: 'project.censused',
      body: { before: { owner: null, stage: 'unknown' }, after: { owner: '测试甲公司', stage: 'construction' } },
    })
  })

  it('leaves what stands where a cell is empty', () => {
    save({ owner: '测试甲公司', stage: 'construction', chain: 'none' })
    save({ responsible: '测试乙公司' })
    expect(listRow(code)).toMatchObject({
      ownerName: '测试甲公司',
      responsibleName: '测试乙公司',
      stage: 'construction',
      chainBasis: 'confirmed',
    })
  })

  it('that says nothing new changes nothing', () => {
    const said = { owner: '测试甲公司', stage: 'completed', completedOn: '2024-12-31', chain: 'none' }
    const first = save(said)
    const events = eventCount()
    expect(save(said)).toEqual(first)
    expect(save()).toEqual(first)
    expect(eventCount()).toBe(events)
  })

  it('creates a unit that is new', () => {
    save({ owner: `新业主${code}有限公司`, responsible: `衡东县${code}局` })
    expect(unitsOf(code, 'owner')).toHaveLength(1)
    expect(listRow(code)).toMatchObject({ ownerName: `新业主${code}有限公司`, responsibleName: `衡东县${code}局` })
  })

  it('takes a total investment as a fact sheet that another person approves', () => {
    expect(save({ totalYuan: '1,234.5', totalDocument: '初设批复' }).totalWaits).toBe(true)
    const [sheet] = sheetsOf(code)
    expect(sheet).toMatchObject({ status: 'submitted', onBehalf: '初设批复', body: { totalYuan: 12_345_000, contact: null } })
    expect(listRow(code).totalYuan).toBeNull()
    expect(codeOf(() => approveFactSheet(ctxOf(t.actors.bureau), sheet!.id))).toBe('not-self')
    approveFactSheet(ctxOf(t.actors.bureau2), sheet!.id)
    expect(listRow(code).totalYuan).toBe(12_345_000)
  })

  it('hands in the same total once, and another one only when none waits', () => {
    save({ totalYuan: '100', totalDocument: '批复' })
    expect(save({ totalYuan: '100', totalDocument: '批复', owner: '测试甲公司' }).totalWaits).toBe(false)
    expect(issuesIn(() => save({ totalYuan: '200', totalDocument: '批复', responsible: '测试乙公司' }))).toEqual(['totalYuan: one-waiting'])
    expect([sheetsOf(code).length, listRow(code).responsibleName]).toEqual([1, null])
    approveFactSheet(ctxOf(t.actors.bureau2), sheetsOf(code)[0]!.id)
    save({ totalYuan: '200', totalDocument: '批复' })
    expect(save({ totalYuan: '100', totalDocument: '批复' }).totalWaits).toBe(false)
    expect(sheetsOf(code)).toHaveLength(2)
  })

  it('invents no day of completion', () => {
    save({ stage: 'completed' })
    expect(work(code).completedOn).toBeNull()
    save({ completedOn: '2024-05-31' })
    expect(work(code)).toMatchObject({ stage: 'completed', completedOn: '2024-05-31' })
  })

  it('of a finished work begins its stage on the day it was completed', () => {
    save({ stage: 'operation', completedOn: '2023-05-31' })
    expect(work(code)).toMatchObject({ stage: 'operation', stageSince: '2023-05-31', completedOn: '2023-05-31' })
  })

  it('is refused with every field that cannot stand', () => {
    expect(issuesIn(() => save({ stage: 'paused', completedOn: '2024-01-01', totalYuan: '5' }))).toEqual([
      'stage: stage-needs-page',
      'completedOn: not-finished',
      'totalDocument: required',
    ])
    save({ stage: 'completed' })
    expect(issuesIn(() => save({ stage: 'reserve' }))).toEqual(['stage: stage-not-possible'])
    expect(issuesIn(() => save({ completedOn: '2025-10-17' }))).toEqual(['completedOn: in-the-future'])
  })

  it('is refused from a stale grid, with the row as it stands now', () => {
    const stale = row({ owner: '测试乙公司' })
    save({ owner: '测试甲公司' })
    const refusal = refusalOf(() => saveCensusRow(ctxOf(t.actors.bureau2), stale))
    expect(refusal).toMatchObject({ code: 'stale', params: { version: 2 }, current: { owner: '测试甲公司', version: 2 } })
    expect(listRow(code).ownerName).toBe('测试甲公司')
  })

  it('is the bureau’s alone', () => {
    const { bureau: _, bureau2: _2, ...others } = t.actors
    for (const actor of Object.values(others)) {
      expect(codeOf(() => save({ owner: '测试甲公司' }, actor))).toBe('forbidden')
      expect(codeOf(() => censusGrid(actor, { page: 1, unfinished: false }))).toBe('forbidden')
      expect(codeOf(() => censusPreview(actor, 'P0001', testDay))).toBe('forbidden')
    }
  })
})

describe('the census grid', () => {
  it('shows 50 works a page as they stand, with the suggested chain and the total that waits', () => {
    const { rows, total } = censusGrid(t.actors.bureau, { page: 1, unfinished: false })
    expect([rows.length, total]).toEqual([50, 116])
    expect(rows[0]).toMatchObject({ code: 'P0001', chain: null, suggestion: 'machinery', owner: null, totalYuan: null, waitingYuan: null })
    expect(censusGrid(t.actors.bureau, { page: 3, unfinished: false }).rows).toHaveLength(16)
  })

  it('shows what is unfinished on its own', () => {
    const before = censusGrid(t.actors.bureau, { page: 1, unfinished: true }).total
    save({ owner: '测试甲公司', stage: 'construction', chain: 'none' })
    expect(censusGrid(t.actors.bureau, { page: 1, unfinished: true }).total).toBe(before - 1)
  })
})

describe('a pasted list', () => {
  it('is looked at against the library, and its good rows save as they are', () => {
    const text = `编码\t业主\t责任单位\t阶段\t产业链\t总投资（万元）\t依据文件\n${code}\t粘贴公司\t测试乙公司\t在建\t机械制造\t300\t备案\nP0001\t甲\t\t挖土`
    const events = eventCount()
    const { rows } = censusPreview(t.actors.bureau, text, testDay)
    expect(eventCount()).toBe(events)
    expect(rows.map(({ newUnits, issues }) => [newUnits, issues.map(({ code: issue }) => issue)])).toEqual([
      [['owner'], []],
      [['owner'], ['not-a-choice']],
    ])
    const [good] = rows
    saveCensusRow(ctxOf(t.actors.bureau), typed(censusRow, { ...good!.values, code, version: String(good!.work!.version) }))
    expect(listRow(code)).toMatchObject({ ownerName: '粘贴公司', stage: 'construction', chainId: 'machinery' })
  })
})
