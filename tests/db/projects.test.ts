import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assignUnit } from '../../db/commands/assignments'
import { confirmChain, createProject, editProject, refreshPause } from '../../db/commands/projects'
import { moveStage } from '../../db/commands/stages'
import { canMoveStage, stageNeedsReason, stages } from '../../domain/project'
import { chainConfirmation, newProjectInput, pauseRefresh, projectEdit, stageMove, unitAssignment } from '../../domain/project-input'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { eventCount, lastEvent, listRow, unitsOf } from '../support/library'
import { codeOf, issuesIn, refusalOf, typed } from '../support/typed'
import { work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

/** Every test has a work of its own. */
let code = ''
let number = 80
beforeEach(() => {
  code = `P${String(number++).padStart(4, '0')}`
})

const bureau = (today?: string, key?: string) => ctxOf(t.actors.bureau, today, key)
const at = (fields: Record<string, string>) => ({ code, version: String(work(code).version), ...fields })

const beyond = (fields: Record<string, string> = {}) =>
  typed(newProjectInput, {
    name: '县城排水管网改造',
    sector: 'water',
    documentTitle: '可研批复',
    documentNo: '东发改〔2025〕12号',
    documentDay: '2025-09-01',
    ...fields,
  })

describe('a project beyond the plan', () => {
  it('gets the next permanent code and its document as source', () => {
    expect(createProject(bureau(), beyond())).toEqual({ code: 'P0117', version: 1 })
    expect(createProject(bureau(), beyond({ name: '另一个项目' })).code).toBe('P0118')
    expect(work('P0117')).toMatchObject({
      stage: 'unknown',
      chainBasis: 'unknown',
      sourceDocument: '东发改〔2025〕12号（2025-09-01）可研批复',
    })
    expect(listRow('P0117')).toMatchObject({ name: '县城排水管网改造', sources: [], planYuan: null })
    expect(lastEvent('P0117').action).toBe('project.created')
  })

  it('is one project however often the same request comes', () => {
    const ctx = bureau(undefined, 'key-1')
    const same = beyond({ name: '只有一个' })
    expect(createProject(ctx, same)).toEqual(createProject(ctx, same))
    expect(codeOf(() => createProject(ctx, beyond({ name: '别的项目' })))).toBe('key-reused')
  })

  it('is refused under a name that is there, or with a document of tomorrow', () => {
    expect(issuesIn(() => createProject(bureau(), beyond({ name: work(code).name })))).toEqual(['name: work-exists'])
    expect(issuesIn(() => createProject(bureau(), beyond({ documentDay: '2025-10-17' })))).toEqual(['documentDay: in-the-future'])
  })
})

describe('editing', () => {
  it('changes the identity, counts the version and keeps before and after', () => {
    const before = work(code)
    const saved = editProject(
      bureau(),
      typed(projectEdit, at({ name: '改过的名', sector: 'rural', town: '大浦镇', category: 'livelihood', level: 'province' })),
    )
    expect(saved).toEqual({ code, version: before.version + 1 })
    expect(listRow(code)).toMatchObject({ name: '改过的名', sector: 'rural', town: '大浦镇', category: 'livelihood' })
    expect(work(code).level).toBe('province')
    expect(lastEvent(code)).toMatchObject({
      action: 'project.edited',
      body: { before: { name: before.name }, after: { name: '改过的名' } },
    })
  })

  it('refuses a stale version with what stands now, and writes nothing', () => {
    const first = at({ name: '第一个', sector: 'water' })
    editProject(bureau(), typed(projectEdit, first))
    const events = eventCount()
    const refusal = refusalOf(() => editProject(ctxOf(t.actors.bureau2), typed(projectEdit, { ...first, name: '第二个' })))
    expect(refusal).toMatchObject({ code: 'stale', params: { version: 2 }, current: { name: '第一个', version: 2 } })
    expect([work(code).name, eventCount()]).toEqual(['第一个', events])
  })

  it('is the bureau’s alone, and says so before it says what exists', () => {
    const { bureau: _, bureau2: _2, ...others } = t.actors
    for (const actor of Object.values(others)) {
      expect(codeOf(() => editProject(ctxOf(actor), typed(projectEdit, at({ name: '名', sector: 'water' }))))).toBe('forbidden')
      expect(codeOf(() => editProject(ctxOf(actor), { ...typed(projectEdit, at({ name: '名', sector: 'water' })), code: 'P9999' }))).toBe(
        'forbidden',
      )
    }
    expect(codeOf(() => editProject(bureau(), { ...typed(projectEdit, at({ name: '名', sector: 'water' })), code: 'P9999' }))).toBe(
      'not-found',
    )
  })
})

describe('assigning a unit', () => {
  const assign = (fields: Record<string, string>) =>
    assignUnit(bureau(), typed(unitAssignment, at({ kind: 'owner', organisation: '测试甲公司', fromDay: '2025-03-01', ...fields })))

  it('ends the previous unit on the day the next one begins', () => {
    assign({})
    assign({ organisation: '测试乙公司', fromDay: '2025-06-01' })
    expect(unitsOf(code, 'owner').map(({ organisationId, fromDay, toDay }) => [organisationId, fromDay, toDay])).toEqual([
      [t.organisations.own, '2025-03-01', '2025-06-01'],
      [t.organisations.other, '2025-06-01', null],
    ])
    expect(listRow(code)).toMatchObject({ ownerName: '测试乙公司' })
    expect(lastEvent(code).body).toMatchObject({ before: { unit: '测试甲公司' }, after: { unit: '测试乙公司', fromDay: '2025-06-01' } })
  })

  it('keeps 业主 and 责任单位 apart', () => {
    assign({})
    assign({ kind: 'responsible', organisation: '测试乙公司' })
    expect(listRow(code)).toMatchObject({ ownerName: '测试甲公司', responsibleName: '测试乙公司' })
  })

  it('creates a unit that is new, once', () => {
    assign({ organisation: '衡东县某某局' })
    assignUnit(
      bureau(),
      typed(unitAssignment, { code: 'P0001', version: '1', kind: 'owner', organisation: '衡东县某某局', fromDay: '2025-03-01' }),
    )
    expect(listRow('P0001').ownerId).toBe(listRow(code).ownerId)
  })

  it('takes the unit off when no name is given', () => {
    assign({})
    assign({ organisation: '', fromDay: '2025-05-01' })
    expect(listRow(code).ownerId).toBeNull()
  })

  it('says nothing twice', () => {
    const saved = assign({})
    expect(assign({ fromDay: '2025-04-01' })).toEqual(saved)
  })

  it('refuses tomorrow, and a day before the unit in force began', () => {
    expect(issuesIn(() => assign({ fromDay: '2025-10-17' }))).toEqual(['fromDay: in-the-future'])
    assign({})
    expect(issuesIn(() => assign({ organisation: '测试乙公司', fromDay: '2025-02-01' }))).toEqual(['fromDay: before-previous'])
  })
})

describe('confirming a chain', () => {
  it('puts the bureau’s decision in the place of a suggestion, or of nothing', () => {
    expect(work('P0001').chainBasis).toBe('suggested')
    confirmChain(
      bureau(),
      typed(chainConfirmation, { code: 'P0001', version: String(work('P0001').version), chain: 'machinery', reason: '企业来函' }),
    )
    expect(listRow('P0001')).toMatchObject({ chainId: 'machinery', chainBasis: 'confirmed' })
    confirmChain(bureau(), typed(chainConfirmation, at({ chain: 'none', reason: '水利工程' })))
    expect(work(code)).toMatchObject({ chainId: null, chainBasis: 'confirmed', chainReason: '水利工程' })
  })

  it('needs a reason and a chain that exists', () => {
    const fields = (chain: string, reason: string) => chainConfirmation.safeParse(at({ chain, reason }))
    expect(fields('machinery', '').success).toBe(false)
    expect(fields('rockets', '因').success).toBe(false)
  })
})

describe('moving the stage', () => {
  const move = (to: string, fields: Record<string, string> = {}) =>
    moveStage(bureau(), typed(stageMove, at({ to, on: '2025-09-01', reason: '资金未到位', ...fields })))

  it('follows the transition table from every stage to every stage', () => {
    const path: Record<string, string[]> = {
      unknown: [],
      reserve: ['reserve'],
      preparatory: ['preparatory'],
      construction: ['construction'],
      completed: ['construction', 'completed'],
      operation: ['construction', 'operation'],
      paused: ['paused'],
      withdrawn: ['withdrawn'],
    }
    let next = 14
    for (const from of stages)
      for (const to of stages) {
        const other = `P${String(next++).padStart(4, '0')}`
        const step = (stage: string) =>
          moveStage(
            bureau(),
            typed(stageMove, { code: other, version: String(work(other).version), to: stage, on: '2025-09-01', reason: '因' }),
          )
        for (const stage of path[from] ?? []) step(stage)
        if (canMoveStage(from, to)) expect([from, to, step(to) && work(other).stage]).toEqual([from, to, to])
        else expect([from, to, issuesIn(() => step(to))]).toEqual([from, to, ['to: stage-not-possible']])
      }
  })

  it('keeps a reason for pausing, and drops it when building goes on', () => {
    move('construction')
    move('paused')
    expect(work(code)).toMatchObject({ stage: 'paused', pauseReason: '资金未到位', pauseRefreshedOn: '2025-09-01' })
    move('construction', { on: '2025-09-20' })
    expect(work(code)).toMatchObject({ pauseReason: null, pauseRefreshedOn: null, stageSince: '2025-09-20' })
  })

  it('asks why a work is paused or withdrawn', () => {
    for (const to of stages.filter(stageNeedsReason)) expect(issuesIn(() => move(to, { reason: '' }))).toEqual(['reason: needs-reason'])
  })

  it('refuses tomorrow and a day before the present stage began', () => {
    move('preparatory')
    expect(issuesIn(() => move('construction', { on: '2025-10-17' }))).toEqual(['on: in-the-future'])
    expect(issuesIn(() => move('construction', { on: '2025-08-31' }))).toEqual(['on: before-previous'])
  })

  it('takes the day of completion from the move, and forgets it when building starts again', () => {
    move('construction')
    move('completed', { on: '2025-10-01' })
    expect(work(code).completedOn).toBe('2025-10-01')
    move('operation', { on: '2025-10-10' })
    expect(work(code).completedOn).toBe('2025-10-01')
    move('completed', { on: '2025-10-11' })
    move('construction', { on: '2025-10-12' })
    expect(work(code).completedOn).toBeNull()
    expect(lastEvent(code)).toMatchObject({
      action: 'project.stage-moved',
      body: { before: { stage: 'completed' }, after: { stage: 'construction' } },
    })
  })

  it('explains a pause anew, and only a pause', () => {
    const again = () => refreshPause(bureau('2025-10-16'), typed(pauseRefresh, at({ reason: '仍待批复' })))
    expect(codeOf(again)).toBe('not-paused')
    move('paused')
    again()
    expect(work(code)).toMatchObject({ pauseReason: '仍待批复', pauseRefreshedOn: '2025-10-16' })
    expect(lastEvent(code).body).toMatchObject({ before: { reason: '资金未到位' }, after: { reason: '仍待批复' } })
  })

  it('refuses a stale version', () => {
    const stale = typed(stageMove, at({ to: 'reserve', on: '2025-09-01' }))
    move('construction')
    expect(codeOf(() => moveStage(ctxOf(t.actors.bureau2), stale))).toBe('stale')
  })
})
