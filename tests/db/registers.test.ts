import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assignLeader } from '../../db/commands/assignments'
import { createProject, editProject } from '../../db/commands/projects'
import { changeApplication } from '../../db/commands/registers'
import { changePolicyBid } from '../../db/commands/registers-bids'
import { setChainLead } from '../../db/commands/registers-leads'
import { moveStage } from '../../db/commands/stages'
import { projectHead } from '../../db/queries/project'
import { listFacets } from '../../db/queries/project-facets'
import { projectsPage } from '../../db/queries/project-list'
import { applicationList, applicationsOf } from '../../db/queries/register-applications'
import { bidRegister } from '../../db/queries/register-bids'
import { leadRegister, leadsInForce, leadsOfChain } from '../../db/queries/register-leads'
import type { UserActor } from '../../domain/actor'
import { chainLeadInput } from '../../domain/chain-lead'
import { leaderAssignment } from '../../domain/leader'
import { applicationChange } from '../../domain/list-application'
import { policyBidChange } from '../../domain/policy-bid'
import { newProjectInput, projectEdit } from '../../domain/project-input'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { eventCount, lastEvent, listRow } from '../support/library'
import { acceptedFields, applicationFields, applicationRow, bidFields, bidOne, bidRow, recordOne } from '../support/register'
import { codeOf, issuesIn, typed } from '../support/typed'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

let code = ''
let number = 1
beforeEach(() => {
  code = `P${String(number++).padStart(4, '0')}`
})

const change = (id: number, fields: Record<string, string> = {}, version = applicationRow(id).version) =>
  changeApplication(
    ctxOf(t.actors.bureau2),
    typed(applicationChange, { id: String(id), version: String(version), ...applicationFields, ...fields }),
  )

describe('the register of lists applied for', () => {
  it('keeps what was put forward and what came of it; how it stood before is in the history', () => {
    const id = recordOne(t, code)
    expect(lastEvent(code)).toMatchObject({ action: 'application.recorded', body: { application: id, after: { result: 'pending' } } })
    change(id, acceptedFields)
    expect(applicationRow(id)).toMatchObject({ result: 'accepted', resultOn: '2025-06-01', version: 2 })
    expect(lastEvent(code)).toMatchObject({
      action: 'application.changed',
      body: { application: id, before: { result: 'pending', resultOn: null }, after: { result: 'accepted', resultOn: '2025-06-01' } },
    })
  })

  it('raises the level of the work only when somebody says so', () => {
    const id = recordOne(t, code)
    change(id, acceptedFields)
    expect(work(code).level).toBeNull()
    change(id, { ...acceptedFields, raiseLevel: 'on' })
    expect(work(code).level).toBe('province')
    expect(listRow(code).level).toBe('province')
    expect(lastEvent(code)).toMatchObject({
      action: 'project.edited',
      body: { before: { level: null }, after: { level: 'province', application: id } },
    })
    expect(issuesIn(() => change(id, { ...acceptedFields, raiseLevel: 'on' }))).toEqual(['level: level-not-higher'])
  })

  it('takes one entry a list and year, and another once that was turned down', () => {
    const first = recordOne(t, code)
    expect(issuesIn(() => recordOne(t, code))).toEqual(['listName: application-exists'])
    expect(recordOne(t, code, { year: '2024' })).toBeGreaterThan(first)
    change(first, { result: 'rejected', resultOn: '2025-05-01' })
    const second = recordOne(t, code)
    expect(second).toBeGreaterThan(first)
    expect(issuesIn(() => change(first))).toEqual(['listName: application-exists'])
  })

  it('refuses an old version, a withdrawn work and what does not fit together, and records nothing', () => {
    const id = recordOne(t, code)
    change(id)
    const events = eventCount()
    expect(codeOf(() => change(id, {}, 1))).toBe('stale')
    expect(issuesIn(() => change(id, { resultOn: '2025-06-01' }))).toEqual(['result: result-missing'])
    expect(codeOf(() => recordOne(t, 'P9999'))).toBe('not-found')
    expect(eventCount()).toBe(events)
    moveStage(ctxOf(t.actors.bureau), { code, version: work(code).version, to: 'withdrawn', on: '2025-10-01', reason: '不做了' })
    expect(codeOf(() => recordOne(t, code, { year: '2023' }))).toBe('withdrawn-work')
  })

  it('is counted by level and result, filtered, and read by those who read all works', () => {
    const before = applicationList(t.actors.leader, { year: 2022 }).counts
    expect(before.every(({ all }) => all === 0)).toBe(true)
    recordOne(t, code, { year: '2022' })
    recordOne(t, code, { year: '2022', level: 'city', ...acceptedFields })
    const list = applicationList(t.actors.supervisor, { year: 2022 })
    expect(list.total).toBe(2)
    expect(list.counts).toEqual([
      { level: 'national', pending: 0, accepted: 0, rejected: 0, all: 0 },
      { level: 'province', pending: 1, accepted: 0, rejected: 0, all: 1 },
      { level: 'city', pending: 0, accepted: 1, rejected: 0, all: 1 },
    ])
    expect(list.years).toContain(2022)
    expect(applicationList(t.actors.leader, { year: 2022, result: 'accepted' }).rows.map(({ level }) => level)).toEqual(['city'])
    expect(applicationList(t.actors.leader, { project: code, page: 2 }).rows).toEqual([])
    expect(codeOf(() => applicationList(t.actors.owner, {}))).toBe('forbidden')
  })

  it('shows a unit those of its own works and no other', () => {
    giveWork(t, code)
    recordOne(t, code)
    expect(applicationsOf(t.actors.owner, code)).toMatchObject([{ code, mayChange: false, mayRaise: true }])
    expect(codeOf(() => applicationsOf(t.actors.otherOwner, code))).toBe('not-found')
    expect(applicationsOf(t.actors.bureau, code)).toMatchObject([{ mayChange: true }])
  })
})

describe('the register of policy bids', () => {
  const changeBid = (id: number, fields: Record<string, string> = {}, version = bidRow(id).version) =>
    changePolicyBid(ctxOf(t.actors.bureau), typed(policyBidChange, { id: String(id), version: String(version), ...bidFields, ...fields }))

  it('holds the four that the plan names, tried or not', () => {
    const { planned } = bidRegister(t.actors.leader, {})
    expect(planned.map(({ code: bid }) => bid)).toEqual(['C10-21', 'C10-22', 'C10-23', 'C10-24'])
    expect(planned[3]).toMatchObject({ tried: 0, accepted: 0, amount: { yuan: null, known: 0, unknown: 0 } })
    expect(issuesIn(() => bidOne(t, { bidCode: 'C10-20' }))).toEqual(['bidCode: not-a-choice'])
    expect(issuesIn(() => bidOne(t, { unit: '没有这个局' }))).toEqual(['unit: organisation-unknown'])
  })

  it('adds up what was won and says of how many it knows', () => {
    const won = { bidCode: 'C10-22', ...acceptedFields }
    bidOne(t, { ...won, amountYuan: '120.5' })
    bidOne(t, won)
    bidOne(t, { bidCode: 'C10-22' })
    const bid = bidRegister(t.actors.bureau, {}).planned.find(({ code: each }) => each === 'C10-22')
    expect(bid).toMatchObject({ tried: 3, accepted: 2, amount: { yuan: 1_205_000, known: 1, unknown: 1 } })
    expect(bidRegister(t.actors.bureau, { bid: 'C10-22', result: 'pending' }).total).toBe(1)
  })

  it('is changed over the version that was seen, and keeps what stood before', () => {
    const id = bidOne(t, { unit: '测试发改局' })
    changeBid(id, { ...acceptedFields, unit: '测试发改局', amountYuan: '50' })
    expect(bidRow(id)).toMatchObject({ result: 'accepted', amountYuan: 500_000, version: 2, unitId: t.organisations.bureau })
    expect(codeOf(() => changeBid(id, {}, 1))).toBe('stale')
    expect(codeOf(() => changeBid(9999, {}, 1))).toBe('not-found')
  })
})

describe('the lead of a chain', () => {
  const lead = (fields: Record<string, string>, version: number, actor: UserActor = t.actors.bureau) =>
    setChainLead(ctxOf(actor), typed(chainLeadInput, { chain: 'machinery', fromDay: '2025-03-01', version: String(version), ...fields }))
      .version

  it('stands from a day, ends where the next begins, and stays on record', () => {
    const first = lead({ person: '张某', post: '副县长', fromDay: '2024-01-01' }, 0)
    expect(leadsInForce(t.actors.owner).get('machinery')).toMatchObject({ person: '张某', post: '副县长' })
    const second = lead({ person: '李某' }, first)
    expect(leadsOfChain(t.actors.leader, 'machinery')).toMatchObject([
      { person: '李某', post: null, fromDay: '2025-03-01', toDay: null },
      { person: '张某', post: '副县长', fromDay: '2024-01-01', toDay: '2025-03-01' },
    ])
    expect(lead({ person: '李某' }, second)).toBe(second)
    expect(lead({}, second)).toBe(0)
    const machinery = leadRegister(t.actors.supervisor).find(({ id }) => id === 'machinery')
    expect(machinery).toMatchObject({ now: null, mayChange: false })
    expect(machinery?.earlier).toHaveLength(2)
  })

  it('is set over the one that was shown, not from the future, not before the one in force', () => {
    const set = (fields: Record<string, string>, version: number) => lead({ chain: 'food', person: '王某', ...fields }, version)
    const now = set({}, 0)
    expect(codeOf(() => set({ person: '赵某' }, 0))).toBe('stale')
    expect(issuesIn(() => set({ person: '赵某', fromDay: '2025-10-17' }, now))).toEqual(['fromDay: in-the-future'])
    expect(issuesIn(() => set({ person: '赵某', fromDay: '2025-02-01' }, now))).toEqual(['fromDay: before-previous'])
    expect(leadsOfChain(t.actors.bureau, 'food')).toHaveLength(1)
  })
})

describe('the leader of a work', () => {
  const assign = (fields: Record<string, string>) =>
    assignLeader(
      ctxOf(t.actors.bureau),
      typed(leaderAssignment, { code, version: String(work(code).version), fromDay: '2025-01-10', ...fields }),
    )

  it('stands in the list row from a day on, and the one before stays in the history', () => {
    assign({ person: '张某（副县长）', fromDay: '2024-01-10' })
    assign({ person: '李某' })
    expect(listRow(code)).toMatchObject({ leaderName: '李某', ownerName: null })
    const leaders = projectHead(t.actors.leader, code).units.filter(({ kind }) => kind === 'leader')
    expect(leaders.map(({ name, fromDay, toDay }) => [name, fromDay, toDay])).toEqual([
      ['李某', '2025-01-10', null],
      ['张某（副县长）', '2024-01-10', '2025-01-10'],
    ])
    expect(lastEvent(code)).toMatchObject({
      action: 'project.assigned',
      body: { before: { kind: 'leader', person: '张某（副县长）' }, after: { kind: 'leader', person: '李某', fromDay: '2025-01-10' } },
    })
    assign({})
    expect(listRow(code).leaderName).toBeNull()
  })

  it('changes nothing when the same is said again, and refuses a day before the present one or ahead', () => {
    assign({ person: '张某' })
    const version = work(code).version
    expect(assign({ person: '张某', fromDay: '2025-05-01' }).version).toBe(version)
    expect(issuesIn(() => assign({ person: '李某', fromDay: '2025-01-01' }))).toEqual(['fromDay: before-previous'])
    expect(issuesIn(() => assign({ person: '李某', fromDay: '2025-10-17' }))).toEqual(['fromDay: in-the-future'])
  })

  it('gives nobody’s unit a right to the work', () => {
    assign({ person: '测试甲公司' })
    expect(codeOf(() => projectHead(t.actors.owner, code))).toBe('not-found')
  })
})

describe('level, industry class and leader', () => {
  it('are kept, filtered by and counted', () => {
    const identity = { name: '产业类别试验项目', sector: 'industry', level: 'city', industryClass: 'emerging' }
    const document = { documentTitle: '批复', documentNo: '1号', documentDay: '2025-10-01' }
    const made = createProject(ctxOf(t.actors.bureau), typed(newProjectInput, { ...identity, ...document }))
    assignLeader(
      ctxOf(t.actors.bureau),
      typed(leaderAssignment, { code: made.code, version: '1', person: '独一位领导', fromDay: '2025-01-10' }),
    )
    expect(listRow(made.code)).toMatchObject({ level: 'city', industryClass: 'emerging', leaderName: '独一位领导' })
    const codes = (filter: Parameters<typeof projectsPage>[1]) => projectsPage(t.actors.leader, filter).rows.map((row) => row.code)
    expect(codes({ industryClass: 'emerging' })).toEqual([made.code])
    expect(codes({ industryClass: 'leading' })).toEqual([])
    expect(codes({ leader: '独一位领导' })).toEqual([made.code])
    expect(codes({ level: 'city' })).toContain(made.code)
    const facets = listFacets(t.actors.leader, {})
    expect(facets.industryClass).toEqual([{ value: 'emerging', rows: 1 }])
    expect(facets.leader).toContainEqual({ value: '独一位领导', rows: 1 })
    const version = String(work(made.code).version)
    editProject(ctxOf(t.actors.bureau), typed(projectEdit, { ...identity, code: made.code, version, industryClass: '' }))
    expect(listRow(made.code).industryClass).toBeNull()
    expect(lastEvent(made.code)).toMatchObject({ body: { before: { industryClass: 'emerging' }, after: { industryClass: null } } })
  })
})
