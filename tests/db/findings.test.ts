import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { approveExtension, returnExtension, withdrawExtension } from '../../db/commands/findings-extensions'
import { insertFinding } from '../../db/inspection/findings'
import { evidenceOf } from '../../db/queries/evidence'
import { findingChoices } from '../../db/queries/finding-choices'
import { findingFigures } from '../../db/queries/finding-figures'
import { findingList } from '../../db/queries/finding-list'
import { findingTasks } from '../../db/queries/finding-tasks'
import { findingView } from '../../db/queries/finding-view'
import { eventBodies, events, users } from '../../db/schema'
import type { Ctx, UserActor } from '../../domain/actor'
import { canMoveFinding, type FindingState, type FindingStep, findingStates } from '../../domain/finding-workflow'
import { extensionRows, finding, findingIn, findingRow, proof, stepRows, toRequest } from '../support/finding'
import { addOrganisation, addUser, ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { codeOf, issuesIn, refusalOf } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
let stranger: UserActor
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
  giveWork(t, 'P0002', { organisationId: t.organisations.other })
  stranger = addUser('test-third', 'owner', addOrganisation('测试丙公司', 'company'), '2025-01-10')
})
afterAll(() => t.close())

let owner: Ctx
let supervisor: Ctx
let second: Ctx
let bureau: Ctx
beforeEach(() => {
  owner = ctxOf(t.actors.owner)
  supervisor = ctxOf(t.actors.supervisor)
  second = ctxOf(t.actors.supervisor2)
  bureau = ctxOf(t.actors.bureau)
})

function lastEvent(number: string) {
  const row = orm()
    .select({ action: events.action, body: eventBodies.body, kind: events.actorKind })
    .from(events)
    .innerJoin(eventBodies, eq(eventBodies.seq, events.seq))
    .where(eq(events.subject, `finding:${number}`))
    .all()
    .at(-1)!
  return { ...row, body: JSON.parse(row.body) as Record<string, unknown> }
}

describe('the register', () => {
  it('numbers findings within the quarter in which they were found', () => {
    const before = findingList(t.actors.supervisor, { show: 'all', quarter: '2025Q3' }, 1, testDay).total
    const { number } = finding.register(supervisor, { foundOn: '2025-09-30' })
    expect(number).toBe(`2025Q3-${String(before + 1).padStart(3, '0')}`)
    const next = finding.register(supervisor, { foundOn: '2025-07-01' })
    expect(next.number).toBe(`2025Q3-${String(before + 2).padStart(3, '0')}`)
    expect(finding.register(supervisor, { foundOn: '2025-10-01' }).number).toMatch(/^2025Q4-\d{3}$/)
    expect(lastEvent(number)).toMatchObject({ action: 'finding.registered', body: { quarter: '2025Q3', category: 'safety' } })
  })

  it('takes what a phone found with its own id, and numbers it all the same', () => {
    const clientId = '0d7b2c1e-0000-4000-8000-000000000001'
    const row = {
      clientId,
      roundId: null,
      visitId: null,
      projectId: 1,
      source: 'inspection',
      category: 'quality',
      severity: 'major',
    } as const
    const told = { ...row, basis: null, facts: '裂缝', foundBy: '督查组', foundOn: '2025-12-31' }
    const { id, number } = orm().transaction((tx) => insertFinding(tx, supervisor, told))
    expect(number).toBe('2025Q4-'.concat(number.slice(7)))
    expect(findingRow(id)).toMatchObject({ clientId, state: 'registered', quarter: '2025Q4', registeredBy: t.actors.supervisor.id })
    expect(stepRows(id).map(({ step }) => step)).toEqual(['register'])
  })

  it('asks for a work or a unit, and for a day that has come', () => {
    expect(issuesIn(() => finding.register(supervisor, { code: '' }))).toEqual(['code: work-or-unit'])
    expect(issuesIn(() => finding.register(supervisor, { foundOn: '2025-10-17' }))).toEqual(['foundOn: in-the-future'])
    expect(issuesIn(() => finding.register(supervisor, { unitId: '99999' }))).toEqual(['unitId: not-a-choice'])
    const { id } = finding.register(supervisor, { code: '', unitId: String(t.organisations.other) })
    expect(findingRow(id)).toMatchObject({ projectId: null, unitId: t.organisations.other })
    const quality = { ...{ code: '', category: 'quality' }, unitId: String(stranger.organisationId) }
    finding.register(supervisor, quality)
    // Named in the register is not yet given.
    expect(findingFigures(t.actors.supervisor, { category: 'quality' }, testDay).byUnit.map(({ name }) => name)).not.toContain('测试丙公司')
    expect(findingList(t.actors.supervisor, { unit: String(stranger.organisationId) }, 1, testDay).total).toBe(0)
  })

  it('sets the deadline of the severity and two working days to acknowledge when nothing is said', () => {
    const { id } = finding.register(supervisor)
    finding.assign(supervisor, id, { unitId: String(t.organisations.own), person: '张三' })
    // 2025-10-16 is a Thursday; a serious finding has twenty days.
    expect(findingRow(id)).toMatchObject({ dueOn: '2025-11-05', firstDueOn: '2025-11-05', acknowledgeDueOn: '2025-10-20', person: '张三' })
    const other = finding.register(supervisor).id
    expect(issuesIn(() => finding.assign(supervisor, other, { unitId: String(t.organisations.own), dueOn: '2025-10-15' }))).toEqual([
      'dueOn: deadline-past',
    ])
  })

  it('answers a repeated request once', () => {
    const id = findingIn(t, ['assign'])
    const { version } = findingRow(id)
    const fields = { version: String(version) }
    finding.acknowledge({ ...owner, key: 'twice' }, id, fields)
    finding.acknowledge({ ...owner, key: 'twice' }, id, fields)
    expect(stepRows(id).filter(({ step }) => step === 'acknowledge')).toHaveLength(1)
    expect(refusalOf(() => finding.plan(owner, id, fields))).toMatchObject({ code: 'stale', params: { version: version + 1 } })
  })
})

/** How each state is reached. */
const paths: Record<FindingState, readonly FindingStep[]> = {
  registered: [],
  assigned: ['assign'],
  acknowledged: ['assign', 'acknowledge'],
  planned: ['assign', 'acknowledge', 'plan'],
  rectifying: ['assign', 'acknowledge', 'plan', 'start'],
  'closure-requested': toRequest,
  'sent-back': [...toRequest, 'send-back'],
  'recheck-due': [...toRequest, 'close-with-recheck'],
  closed: [...toRequest, 'close'],
  reopened: [...toRequest, 'close', 'reopen'],
  withdrawn: ['withdraw'],
}
const steps = [
  ...toRequest,
  'close',
  'close-with-recheck',
  'send-back',
  'pass-recheck',
  'reopen',
  'withdraw',
] as const satisfies readonly FindingStep[]

const attempt: Record<FindingStep, (id: number) => unknown> = {
  assign: (id) => finding.assign(supervisor, id, { unitId: String(t.organisations.own), dueOn: '2025-11-20' }),
  acknowledge: (id) => finding.acknowledge(owner, id),
  plan: (id) => finding.plan(owner, id),
  start: (id) => finding.start(owner, id),
  request: (id) => {
    proof(t.actors.owner, id)
    return finding.request(owner, id)
  },
  close: (id) => finding.close(supervisor, id),
  'close-with-recheck': (id) => finding.closeWithRecheck(supervisor, id, { recheckDueOn: '2025-12-01' }),
  'send-back': (id) => finding.sendBack(supervisor, id, { dueOn: '2025-11-20' }),
  'pass-recheck': (id) => finding.passRecheck(supervisor, id),
  reopen: (id) => finding.reopen(supervisor, id),
  withdraw: (id) => finding.propose(supervisor, id),
}

describe('every step from every state', () => {
  const cases = findingStates.flatMap((state) => steps.map((step) => [step, state] as const))

  it.each(cases)('%s a finding that is %s', (step, state) => {
    const id = findingIn(t, paths[state])
    expect(findingRow(id).state).toBe(state)
    const before = findingRow(id)
    if (canMoveFinding(state, step)) {
      attempt[step](id)
      expect(findingRow(id).version).toBe(before.version + 1)
      expect(stepRows(id).at(-1)).toMatchObject({ fromState: state, onDay: testDay })
      return
    }
    // The unit does not even find what was not put to it.
    const unknown = ['acknowledge', 'plan', 'start', 'request'].includes(step) && (state === 'registered' || state === 'withdrawn')
    expect(codeOf(() => attempt[step](id))).toBe(unknown ? 'not-found' : 'finding-not-there')
    expect(findingRow(id)).toEqual(before)
  })
})

describe('rectification', () => {
  it('goes from the deadline to verified closure, each step with who, when and words', () => {
    const id = findingIn(t, toRequest)
    finding.sendBack(second, id, { dueOn: '2025-11-10', words: '少一张照片' })
    expect(findingRow(id)).toMatchObject({ state: 'sent-back', dueOn: '2025-11-10', firstDueOn: '2025-10-30', requestedOn: null })
    proof(t.actors.owner, id)
    finding.request(owner, id, { words: '已补' })
    finding.close(second, id, { words: '看过' })
    expect(findingRow(id)).toMatchObject({ state: 'closed', closedOn: testDay })
    const { steps, may } = findingView(t.actors.owner, findingRow(id).number, testDay)
    expect(steps.map(({ step, words, by }) => [step, words, by?.name])).toEqual([
      ['register', null, 'test-supervisor'],
      ['assign', null, 'test-supervisor'],
      ['acknowledge', null, 'test-owner'],
      ['plan', '本月装护栏', 'test-owner'],
      ['start', null, 'test-owner'],
      ['request', '护栏已装', 'test-owner'],
      ['send-back', '少一张照片', 'test-supervisor2'],
      ['request', '已补', 'test-owner'],
      ['close', '看过', 'test-supervisor2'],
    ])
    expect(steps.filter(({ files }) => files.length > 0).map(({ step }) => step)).toEqual(['request', 'request'])
    expect(may).toMatchObject({ steps: [], transfer: false, extend: false })
    expect(lastEvent(findingRow(id).number)).toMatchObject({ action: 'finding.closed', body: { before: { state: 'closure-requested' } } })
  })

  it('needs proof, and of one’s own: without a file nothing is requested', () => {
    const id = findingIn(t, ['assign', 'acknowledge', 'plan', 'start'])
    expect(codeOf(() => finding.request(owner, id))).toBe('needs-evidence')
    proof(stranger, id)
    expect(codeOf(() => finding.request(owner, id))).toBe('needs-evidence')
    expect(findingRow(id).state).toBe('rectifying')
    proof(t.actors.owner, id)
    finding.request(owner, id)
    const step = stepRows(id).at(-1)!
    expect(evidenceOf(t.actors.supervisor, `finding-step:${step.id}`)).toHaveLength(1)
    expect(evidenceOf(stranger, `finding-step:${step.id}`)).toEqual([])
    expect(issuesIn(() => finding.sendBack(supervisor, id, { dueOn: '2025-10-01' }))).toEqual(['dueOn: deadline-past'])
  })

  it('lets a plan be said again until the work begins', () => {
    const id = findingIn(t, ['assign', 'acknowledge', 'plan'])
    finding.plan(owner, id, { words: '改为下周' })
    expect(findingRow(id).plan).toBe('改为下周')
    expect(stepRows(id).filter(({ step }) => step === 'plan')).toHaveLength(2)
  })

  it('is looked at again, and passes or is reopened and assigned anew', () => {
    const passed = findingIn(t, [...toRequest, 'close-with-recheck'])
    expect(findingRow(passed)).toMatchObject({ recheckDueOn: '2025-12-01', closedOn: null })
    finding.passRecheck(second, passed)
    expect(findingRow(passed)).toMatchObject({ state: 'closed', closedOn: testDay })
    finding.reopen(supervisor, passed, { words: '护栏又拆了' })
    finding.assign(supervisor, passed, { unitId: String(t.organisations.other), dueOn: '2025-11-20' })
    expect(findingRow(passed)).toMatchObject({ state: 'assigned', closedOn: null, recheckDueOn: null, plan: null, dueOn: '2025-11-20' })
  })

  it('is transferred with its deadline, and the first unit, whose work it is not, no longer finds it', () => {
    const { id } = finding.register(supervisor, { code: 'P0002' })
    finding.assign(supervisor, id, { unitId: String(t.organisations.own), dueOn: '2025-10-30' })
    finding.acknowledge(owner, id)
    expect(issuesIn(() => finding.transfer(supervisor, id, { unitId: String(t.organisations.own) }))).toEqual(['unitId: same-unit'])
    finding.transfer(supervisor, id, { unitId: String(stranger.organisationId) })
    expect(findingRow(id)).toMatchObject({ state: 'acknowledged', dueOn: '2025-10-30', unitId: stranger.organisationId })
    expect(codeOf(() => finding.plan(owner, id))).toBe('not-found')
    finding.plan(ctxOf(stranger), id)
    finding.plan(ctxOf(t.actors.otherOwner), id)
  })
})

describe('four eyes', () => {
  const becomes = (actor: UserActor, role: UserActor['role']): UserActor => {
    orm().update(users).set({ role }).where(eq(users.id, actor.id)).run()
    return { ...actor, role }
  }

  it('keeps whoever rectified or requested from verifying, also with a new role in the middle', () => {
    for (const step of ['acknowledge', 'plan', 'start', 'request'] as const) {
      const colleague = addUser(`test-${step}`, 'owner', t.organisations.own, '2025-01-10')
      const { id } = finding.register(supervisor)
      finding.assign(supervisor, id, { unitId: String(t.organisations.own), dueOn: '2025-10-30' })
      const by = (each: string) => (each === step ? ctxOf(colleague) : owner)
      finding.acknowledge(by('acknowledge'), id)
      finding.plan(by('plan'), id)
      finding.start(by('start'), id)
      proof(step === 'request' ? colleague : t.actors.owner, id)
      finding.request(by('request'), id)
      const promoted = ctxOf(becomes(colleague, 'supervisor'))
      expect(codeOf(() => finding.close(promoted, id))).toBe('handled-by-you')
      expect(codeOf(() => finding.closeWithRecheck(promoted, id, { recheckDueOn: '2025-12-01' }))).toBe('handled-by-you')
      expect(codeOf(() => finding.sendBack(promoted, id, { dueOn: '2025-12-01' }))).toBe('handled-by-you')
      const { may } = findingView(promoted.actor as UserActor, findingRow(id).number, testDay)
      expect(may).toMatchObject({ steps: [], handled: true })
      finding.closeWithRecheck(second, id, { recheckDueOn: '2025-12-01' })
      expect(codeOf(() => finding.passRecheck(promoted, id))).toBe('handled-by-you')
      expect(codeOf(() => finding.reopen(promoted, id))).toBe('handled-by-you')
      finding.passRecheck(second, id)
    }
  })

  it('stays so when the finding comes round again', () => {
    const colleague = addUser('test-again', 'owner', t.organisations.own, '2025-01-10')
    const { id } = finding.register(supervisor)
    finding.assign(supervisor, id, { unitId: String(t.organisations.own), dueOn: '2025-10-30' })
    finding.acknowledge(ctxOf(colleague), id)
    for (const step of ['plan', 'start', 'request'] as const) attempt[step](id)
    finding.close(second, id)
    finding.reopen(second, id)
    for (const step of toRequest) attempt[step](id)
    expect(codeOf(() => finding.close(ctxOf(becomes(colleague, 'supervisor')), id))).toBe('handled-by-you')
  })

  it('needs a second supervisor for a withdrawal; until then everything goes on', () => {
    const id = findingIn(t, ['assign'])
    expect(codeOf(() => finding.confirm(second, id))).toBe('withdrawal-not-proposed')
    finding.propose(supervisor, id)
    expect(codeOf(() => finding.propose(second, id))).toBe('withdrawal-proposed')
    expect(codeOf(() => finding.confirm(supervisor, id))).toBe('not-self')
    expect(codeOf(() => finding.refuse(supervisor, id))).toBe('not-self')
    finding.acknowledge(owner, id)
    finding.refuse(second, id)
    expect(findingRow(id)).toMatchObject({ state: 'acknowledged', withdrawalBy: null, withdrawalReason: null })
    finding.propose(second, id)
    finding.confirm(supervisor, id)
    expect(findingRow(id).state).toBe('withdrawn')
    expect(lastEvent(findingRow(id).number)).toMatchObject({
      action: 'finding.withdrawn',
      body: { proposedBy: t.actors.supervisor2.id, reason: '登记有误' },
    })
  })
})

describe('more time', () => {
  it('is asked for with a later day and a reason, and given by somebody else', () => {
    const id = findingIn(t, ['assign', 'acknowledge'])
    expect(issuesIn(() => finding.askTime(owner, id, { dueOn: '2025-10-30' }))).toEqual(['dueOn: deadline-not-later'])
    const asked = finding.askTime(owner, id, { dueOn: '2025-11-15' })
    expect(findingRow(id).dueOn).toBe('2025-10-30')
    expect(codeOf(() => finding.askTime(owner, id, { dueOn: '2025-11-16' }))).toBe('one-waiting')
    expect(codeOf(() => approveExtension(owner, { id: asked }))).toBe('not-self')
    expect(codeOf(() => approveExtension(bureau, { id: asked }))).toBe('forbidden')
    approveExtension(supervisor, { id: asked })
    expect(findingRow(id)).toMatchObject({ dueOn: '2025-11-15', firstDueOn: '2025-10-30' })
    expect(codeOf(() => returnExtension(second, { id: asked, words: '不行' }))).toBe('already-decided')
  })

  it('is not given by who asked, whatever their role is now', () => {
    const colleague = addUser('test-asks', 'owner', t.organisations.own, '2025-01-10')
    const id = findingIn(t, ['assign'])
    const asked = finding.askTime(ctxOf(colleague), id, { dueOn: '2025-11-15' })
    expect(codeOf(() => approveExtension(ctxOf({ ...colleague, role: 'supervisor' }), { id: asked }))).toBe('not-self')
  })

  it('is returned with a reason or taken back, and may be asked for again', () => {
    const id = findingIn(t, ['assign'])
    returnExtension(supervisor, { id: finding.askTime(owner, id, { dueOn: '2025-11-15' }), words: '理由不足' })
    const again = finding.askTime(owner, id, { dueOn: '2025-11-15' })
    expect(codeOf(() => withdrawExtension(supervisor, { id: again }))).toBe('forbidden')
    withdrawExtension(owner, { id: again })
    expect(extensionRows(id).map(({ status, decisionReason }) => [status, decisionReason])).toEqual([
      ['returned', '理由不足'],
      ['withdrawn', null],
    ])
    expect(findingRow(id).dueOn).toBe('2025-10-30')
  })

  it('is not given once closure is requested', () => {
    const id = findingIn(t, ['assign', 'acknowledge', 'plan', 'start'])
    const asked = finding.askTime(owner, id, { dueOn: '2025-11-15' })
    attempt.request(id)
    expect(codeOf(() => approveExtension(supervisor, { id: asked }))).toBe('finding-not-there')
    expect(codeOf(() => finding.askTime(owner, id, { dueOn: '2025-11-15' }))).toBe('finding-not-there')
  })
})

describe('whose it is to know', () => {
  it('is nobody’s but the supervisors’ readers’ before it is put to a unit', () => {
    const { id, number } = finding.register(supervisor)
    expect(codeOf(() => findingView(t.actors.owner, number, testDay))).toBe('not-found')
    expect(codeOf(() => finding.acknowledge(owner, id))).toBe('not-found')
    const numbers = () => findingList(t.actors.owner, { show: 'all' }, 1, testDay).rows.map((row) => row.number)
    expect(numbers()).not.toContain(number)
    finding.assign(supervisor, id, { unitId: String(t.organisations.own) })
    expect(findingView(t.actors.owner, number, testDay).may.steps).toEqual(['acknowledge'])
    expect(findingList(t.actors.owner, { unit: String(t.organisations.own) }, 1, testDay).total).toBeGreaterThan(0)
  })

  it('stays unknown to the unit when it is withdrawn before', () => {
    const id = findingIn(t, ['withdraw'])
    expect(codeOf(() => findingView(t.actors.owner, findingRow(id).number, testDay))).toBe('not-found')
    expect(findingView(t.actors.supervisor, findingRow(id).number, testDay).state).toBe('withdrawn')
  })

  it('is the work’s unit and the unit it is put to, and no other unit', () => {
    const foreign = addUser('test-foreign', 'owner', addOrganisation('测试丁公司', 'company'), '2025-01-10')
    const { id, number } = finding.register(supervisor, { code: 'P0002' })
    finding.assign(supervisor, id, { unitId: String(t.organisations.own) })
    expect(findingView(t.actors.owner, number, testDay).work).toMatchObject({ code: 'P0002', own: false })
    expect(findingView(t.actors.otherOwner, number, testDay).work).toMatchObject({ code: 'P0002', own: true })
    expect(codeOf(() => findingView(foreign, number, testDay))).toBe('not-found')
    for (const step of steps) {
      const code = codeOf(() => strangeAttempt(ctxOf(foreign))[step](id))
      expect([step, code]).toEqual([step, 'not-found'])
    }
    expect(findingList(foreign, { show: 'all' }, 1, testDay).counts).toEqual({ all: 0, open: 0, overdue: 0, closed: 0 })
    expect(findingChoices(foreign)).toEqual({ units: [], quarters: [], rounds: [] })
    expect(findingFigures(foreign, {}, testDay)).toMatchObject({ open: 0, closed: 0, medianDays: null, repeats: [], byUnit: [] })
    expect(findingTasks(foreign, testDay)).toEqual([])
    for (const actor of [t.actors.admin, t.actors.auditor]) expect(codeOf(() => findingView(actor, number, testDay))).toBe('forbidden')
  })

  const strangeAttempt = (ctx: Ctx): Record<FindingStep, (id: number) => unknown> => ({
    assign: (id) => finding.assign(ctx, id, { unitId: String(t.organisations.own) }),
    acknowledge: (id) => finding.acknowledge(ctx, id),
    plan: (id) => finding.plan(ctx, id),
    start: (id) => finding.start(ctx, id),
    request: (id) => finding.request(ctx, id),
    close: (id) => finding.close(ctx, id),
    'close-with-recheck': (id) => finding.closeWithRecheck(ctx, id, { recheckDueOn: '2025-12-01' }),
    'send-back': (id) => finding.sendBack(ctx, id, { dueOn: '2025-12-01' }),
    'pass-recheck': (id) => finding.passRecheck(ctx, id),
    reopen: (id) => finding.reopen(ctx, id),
    withdraw: (id) => finding.propose(ctx, id),
  })

  it('lets the bureau’s people act only for what is assigned to the bureau', () => {
    const id = findingIn(t, ['assign'])
    expect(codeOf(() => finding.acknowledge(bureau, id))).toBe('forbidden')
    const own = finding.register(supervisor).id
    finding.assign(supervisor, own, { unitId: String(t.organisations.bureau) })
    finding.acknowledge(bureau, own)
    expect(codeOf(() => finding.plan(ctxOf(t.actors.leader), own))).toBe('forbidden')
  })
})

describe('what it adds up to', () => {
  it('counts by group, and finds each filter’s own', () => {
    const house = findingList(t.actors.supervisor, { show: 'all' }, 1, testDay)
    expect(house.counts.all).toBe(house.counts.open + house.counts.closed)
    expect(house.rows.length).toBe(50)
    const inWater = findingList(t.actors.supervisor, { show: 'all', project: 'P0002', category: 'safety' }, 1, testDay)
    expect(inWater.rows.every(({ work, category }) => work?.code === 'P0002' && category === 'safety')).toBe(true)
    expect(inWater.total).toBeGreaterThan(0)
    expect(findingList(t.actors.supervisor, { age: 'older', show: 'all' }, 1, '2026-01-31').total).toBeGreaterThan(0)
    expect(findingList(t.actors.supervisor, { age: 'older', show: 'all', quarter: '2025Q4' }, 1, testDay).total).toBe(0)
    expect(findingList(t.actors.supervisor, { chain: 'none', show: 'all', project: undefined }, 1, testDay).total).toBeGreaterThan(0)
  })

  it('says the median time to close, and where the same kind comes again', () => {
    const { id } = finding.register(supervisor, { foundOn: '2025-10-06', category: 'land', code: 'P0002' })
    finding.assign(supervisor, id, { unitId: String(t.organisations.other), dueOn: '2025-10-30' })
    const other = ctxOf(t.actors.otherOwner)
    finding.acknowledge(other, id)
    finding.plan(other, id)
    finding.start(other, id)
    proof(t.actors.otherOwner, id)
    finding.request(other, id)
    finding.close(supervisor, id)
    const figures = () => findingFigures(t.actors.supervisor, { category: 'land' }, testDay)
    expect(figures()).toMatchObject({ open: 0, closed: 1, medianDays: 10, repeats: [] })
    finding.register(supervisor, { category: 'land', code: 'P0002', severity: 'major' })
    expect(figures()).toMatchObject({ open: 1, bySeverity: { major: 1 }, repeats: [{ code: 'P0002', category: 'land', rows: 2 }] })
    expect(findingView(t.actors.supervisor, findingRow(id).number, testDay).alike).toHaveLength(1)
    expect(findingView(t.actors.otherOwner, findingRow(id).number, testDay).alike).toEqual([])
  })

  it('says what waits for whom', () => {
    const kinds = (actor: UserActor, day = testDay) => findingTasks(actor, day).map(({ kind }) => kind)
    const withdrawals = (actor: UserActor) => findingTasks(actor, testDay).find(({ kind }) => kind === 'withdrawal')?.total ?? 0
    const before = [withdrawals(t.actors.supervisor), withdrawals(t.actors.supervisor2)] as const
    findingIn(t, toRequest)
    findingIn(t, [...toRequest, 'send-back'])
    findingIn(t, [...toRequest, 'close-with-recheck'])
    finding.askTime(owner, findingIn(t, ['assign']), { dueOn: '2025-11-15' })
    finding.propose(second, findingIn(t, ['assign', 'acknowledge']))
    expect(kinds(t.actors.owner)).toEqual(['sent-back', 'acknowledge', 'plan', 'rectify'])
    expect(kinds(t.actors.supervisor)).toEqual(['verify', 'assign', 'extension', 'withdrawal'])
    expect([withdrawals(t.actors.supervisor), withdrawals(t.actors.supervisor2)]).toEqual([before[0] + 1, before[1]])
    expect(kinds(t.actors.supervisor, '2025-11-25')).toContain('recheck')
    expect(kinds(t.actors.leader)).toEqual([])
  })
})
