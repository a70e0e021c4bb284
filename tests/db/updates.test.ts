import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { saveDraft } from '../../db/commands/drafts'
import { approveUpdate, returnUpdate, withdrawUpdate } from '../../db/commands/review-updates'
import { submitCompletion, submitMilestoneUpdate, submitMonthlyUpdate } from '../../db/commands/updates'
import {
  annualPlans,
  assignments,
  conditions,
  drafts,
  events,
  evidence,
  evidenceLinks,
  factSheets,
  milestones,
  projectList,
  projectStages,
  projects,
  updates,
} from '../../db/schema'
import { refreshProject } from '../../db/summaries'
import type { Ctx } from '../../domain/actor'
import { monthlyDraft } from '../../domain/draft'
import { Refusal } from '../../domain/errors'
import type { Stage } from '../../domain/project'
import { completionInput, milestoneInput, monthlyInput } from '../../domain/update-input'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'

let t: TestHouse
let workId = 0

/** The library's first work, ours, under construction since 2024. */
function open(since = '2025-01-10', stage: Stage = 'construction') {
  t = openTestHouse({ since })
  workId = orm().select().from(projects).where(eq(projects.code, 'P0001')).get()?.id ?? 0
  orm().update(projects).set({ stage }).where(eq(projects.id, workId)).run()
  if (stage !== 'unknown') orm().insert(projectStages).values({ projectId: workId, stage, fromDay: '2024-01-01' }).run()
  orm().insert(assignments).values({ projectId: workId, kind: 'owner', organisationId: t.organisations.own, fromDay: '2024-01-01' }).run()
  orm().transaction((tx) => refreshProject(tx, testDay, workId))
}
beforeEach(() => open())
afterEach(() => t.close())

type Fields = Record<string, string>
const month = (fields: Fields) => monthlyInput.parse({ code: 'P0001', period: '2025-09', investmentBasis: 'year', ...fields })
const owner = (day = testDay, key?: string) => ctxOf(t.actors.owner, day, key)
const clerk = (day = testDay) => ctxOf(t.actors.bureau, day)
const clerk2 = (day = testDay) => ctxOf(t.actors.bureau2, day)
const submit = (fields: Fields, ctx: Ctx = owner()) => submitMonthlyUpdate(ctx, month(fields))
/** Submitted by the owner and approved on the same day. */
function approved(fields: Fields, day = testDay): number {
  const id = submit(fields, owner(day))
  approveUpdate(clerk(day), id)
  return id
}
const row = () => orm().select().from(projectList).where(eq(projectList.projectId, workId)).get()
const update = (id: number) => orm().select().from(updates).where(eq(updates.id, id)).get()
const rows = () => orm().select().from(updates).where(eq(updates.projectId, workId)).all()

function refusal(run: () => unknown): { code: string; fields: string[]; current: unknown } {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal)
      return { code: error.code, fields: error.issues.map(({ field, code }) => `${field}: ${code}`), current: error.current }
    throw error
  }
  throw new Error('it was not refused')
}

function addMilestone(name: string, baselineOn: string | null, position = 1): number {
  const values = { projectId: workId, position, name, definition: '领取施工许可证', proof: '许可证', originalOn: baselineOn, baselineOn }
  return orm().insert(milestones).values(values).returning({ id: milestones.id }).get().id
}
const milestone = (id: number) => orm().select().from(milestones).where(eq(milestones.id, id)).get()

describe('a month', () => {
  test('is submitted once while it is open, and nothing counts before it is approved', () => {
    const id = submit({ investment: '2500', step: '基础', percent: '40' })
    expect(update(id)).toMatchObject({ status: 'submitted', revision: 1, yearToDateYuan: 25_000_000, timing: 'late', dueOn: '2025-10-09' })
    expect(row()).toMatchObject({ approvedYuan: null, step: null, reportState: 'late', lastReportOn: testDay })
    expect(refusal(() => submit({ investment: '2600' }))).toMatchObject({ code: 'one-open', current: { id } })
    expect(rows()).toHaveLength(1)
  })

  test('is one record however often the same request comes, and another content under its key is refused', () => {
    const first = submit({ investment: '2500' }, owner(testDay, 'key-1'))
    expect(submit({ investment: '2500' }, owner(testDay, 'key-1'))).toBe(first)
    expect(refusal(() => submit({ investment: '2600' }, owner(testDay, 'key-1'))).code).toBe('key-reused')
    expect(rows()).toHaveLength(1)
    expect(orm().select().from(events).where(eq(events.action, 'update.submitted')).all()).toHaveLength(1)
  })

  test('with an odd figure goes through with a remark only, and what it answers is kept', () => {
    approved({ period: '2025-08', investment: '1000' })
    expect(refusal(() => submit({ investment: '900' }))).toEqual({
      code: 'needs-remark',
      fields: ['remark: needs-remark'],
      current: { warnings: ['lowered'] },
    })
    const id = submit({ investment: '900', remark: '8月多报了设备款' })
    expect(update(id)).toMatchObject({ warnings: ['lowered'], remark: '8月多报了设备款' })
  })

  test('with something impossible is refused with its field, and nothing is written', () => {
    expect(refusal(() => submit({ period: '2025-11', investment: '1' })).fields).toEqual(['period: in-the-future'])
    expect(refusal(() => submit({ investmentBasis: 'month', investment: '1' })).fields).toEqual(['investment: needs-year-to-date'])
    expect(
      refusal(() => submit({ investment: '1', conditionKind: 'land', conditionAsk: '批复', conditionUnitId: '99999' })).fields,
    ).toEqual(['conditionUnitId: not-a-choice'])
    expect(rows()).toHaveLength(0)
  })

  test('typed as this month’s is stored as this year’s', () => {
    approved({ period: '2025-08', investment: '1000' })
    const id = submit({ investmentBasis: 'month', investment: '250' })
    expect(update(id)?.yearToDateYuan).toBe(12_500_000)
  })

  test('is not another unit’s to report: for them the work does not exist', () => {
    expect(refusal(() => submit({ investment: '1' }, ctxOf(t.actors.otherOwner))).code).toBe('not-found')
    for (const role of ['supervisor', 'leader', 'admin', 'auditor'] as const)
      expect(refusal(() => submit({ investment: '1' }, ctxOf(t.actors[role]))).code).toBe('forbidden')
  })
})

describe('a decision', () => {
  test('returns with a reason; the next try is a new one that names it, and is on time within two working days', () => {
    const first = submit({ investment: '2500' }, owner('2025-10-09'))
    returnUpdate(clerk('2025-10-10'), first, '请附凭证')
    expect(row()?.reportState).toBe('returned')
    const second = submit({ investment: '2600' }, owner('2025-10-13'))
    expect(update(second)).toMatchObject({ replacesId: first, revision: 2, timing: 'on-time' })
    expect(update(first)).toMatchObject({ status: 'returned', decisionReason: '请附凭证', yearToDateYuan: 25_000_000 })
    expect(row()?.reportState).toBe('on-time')
    approveUpdate(clerk('2025-10-13'), second)
    expect(row()).toMatchObject({ approvedYuan: 26_000_000, approvedMonth: '2025-09' })
  })

  test('comes too late for the resubmission after two working days', () => {
    const first = submit({ investment: '2500' }, owner('2025-10-09'))
    returnUpdate(clerk('2025-10-10'), first, '请附凭证')
    expect(update(submit({ investment: '2600' }, owner('2025-10-14')))?.timing).toBe('late')
  })

  test('is never the submitter’s own, whoever it was entered for', () => {
    const id = submit({ investment: '2500', onBehalfSource: '电话', onBehalfOn: '2025-10-15' }, clerk())
    expect(update(id)).toMatchObject({ onBehalfSource: '电话', submittedBy: t.actors.bureau.id })
    expect(refusal(() => approveUpdate(clerk(), id)).code).toBe('not-self')
    expect(refusal(() => returnUpdate(clerk(), id, '错了')).code).toBe('not-self')
    approveUpdate(clerk2(), id)
    expect(row()?.approvedYuan).toBe(25_000_000)
  })

  test('is the bureau’s alone', () => {
    const id = submit({ investment: '2500' })
    for (const role of ['supervisor', 'leader', 'admin', 'auditor'] as const)
      expect(refusal(() => approveUpdate(ctxOf(t.actors[role]), id)).code).toBe('forbidden')
    expect(refusal(() => approveUpdate(ctxOf(t.actors.otherOwner), id)).code).toBe('not-found')
    expect(refusal(() => approveUpdate(owner(), id)).code).toBe('not-self')
  })

  test('by two at once is the first one’s; the second is told who, and nothing changes', () => {
    const id = submit({ investment: '2500' })
    returnUpdate(clerk(), id, '请附凭证')
    expect(refusal(() => approveUpdate(clerk2(), id))).toMatchObject({
      code: 'already-decided',
      current: { status: 'returned', by: 'test-bureau' },
    })
    expect(update(id)).toMatchObject({ status: 'returned', decidedBy: t.actors.bureau.id, current: false })
  })

  test('can be forestalled: the submitter withdraws until it is taken, nobody else does', () => {
    const id = submit({ investment: '2500' })
    expect(refusal(() => withdrawUpdate(clerk(), id)).code).toBe('forbidden')
    withdrawUpdate(owner(), id)
    expect(update(id)?.status).toBe('withdrawn')
    expect(row()?.reportState).toBe('missing')
    expect(refusal(() => approveUpdate(clerk(), id)).code).toBe('already-decided')
    const next = submit({ investment: '2600' })
    expect(update(next)?.replacesId).toBe(id)
    approveUpdate(clerk(), next)
    expect(refusal(() => withdrawUpdate(owner(), next)).code).toBe('already-decided')
  })
})

describe('a correction', () => {
  test('of an approved month needs a reason; the old figure stays, and counts until the new one is approved', () => {
    const old = approved({ investment: '2500' })
    expect(refusal(() => submit({ investment: '2400' })).fields).toEqual(['revisionReason: revision-needs-reason'])
    const next = submit({ investment: '2400', revisionReason: '设备款退回' })
    expect(row()?.yearToDateYuan).toBe(25_000_000)
    approveUpdate(clerk(), next)
    expect(update(old)).toMatchObject({ status: 'approved', current: false, yearToDateYuan: 25_000_000 })
    expect(update(next)).toMatchObject({ current: true, revision: 2, replacesId: old, revisionReason: '设备款退回' })
    expect(row()).toMatchObject({ yearToDateYuan: 24_000_000, reportState: 'late' })
  })

  test('returned leaves the approved figure in force', () => {
    approved({ investment: '2500' })
    returnUpdate(clerk(), submit({ investment: '2400', revisionReason: '重算' }), '不必改')
    expect(row()?.yearToDateYuan).toBe(25_000_000)
  })

  test('without anything to correct is an ordinary first report: its reason does not take it out of the count', () => {
    const id = submit({ investment: '2500', revisionReason: '手误' })
    expect(update(id)?.revisionReason).toBeNull()
    expect(row()?.reportState).toBe('late')
  })
})

describe('“no change this month”', () => {
  test('is one tap that repeats what is approved', () => {
    approved({ period: '2025-08', investment: '1000', step: '主体', percent: '40', progressText: '二层封顶' })
    const id = submit({ noChange: 'on' })
    expect(update(id)).toMatchObject({ noChange: true, yearToDateYuan: 10_000_000, step: '主体', percent: 40, progressText: '二层封顶' })
  })

  test('in a new year means nothing invested yet, not last year’s sum', () => {
    approved({ period: '2025-12', investment: '1000', percent: '40' }, '2026-01-05')
    const id = submitMonthlyUpdate(owner('2026-02-05'), month({ period: '2026-01', noChange: 'on' }))
    expect(update(id)).toMatchObject({ yearToDateYuan: 0, percent: 40 })
    approveUpdate(clerk('2026-02-05'), id)
    expect(row()).toMatchObject({ yearToDateYuan: 0, approvedYuan: 10_000_000, approvedMonth: '2026-01' })
  })

  test('keeps an unknown unknown', () => {
    approved({ period: '2025-08', step: '征拆' })
    expect(update(submit({ noChange: 'on' }))?.yearToDateYuan).toBeNull()
  })

  test('asks for a sentence at the third month of nothing', () => {
    for (const period of ['2025-05', '2025-06', '2025-07', '2025-08']) approved({ period, investment: '1000', remark: '停工待料' })
    expect(refusal(() => submit({ noChange: 'on' })).current).toEqual({ warnings: ['three-zeros'] })
    expect(submit({ noChange: 'on', remark: '停工待料' })).toBeGreaterThan(0)
  })
})

describe('back-filling', () => {
  test('of a month from before there was an account is marked and never late', () => {
    t.close()
    open('2026-11-24')
    const id = submit({ period: '2021-05', investment: '300' }, owner('2026-11-24'))
    expect(update(id)).toMatchObject({ timing: 'back-filled', backfilled: true })
    approveUpdate(clerk('2026-11-24'), id)
    expect(row()).toMatchObject({ yearToDateYuan: 3_000_000, approvedMonth: '2021-05' })
  })

  test('changes its own month only: the later forecast and figure stand', () => {
    const id = addMilestone('开工', '2025-12-01')
    approved({ period: '2025-09', investment: '900', forecastOn: '2025-12-20' })
    approved({ period: '2025-07', investment: '700', forecastOn: '2025-11-11' })
    expect(milestone(id)?.forecastOn).toBe('2025-12-20')
    expect(row()).toMatchObject({ yearToDateYuan: 9_000_000, approvedMonth: '2025-09' })
  })

  test('of a finished work is one entry; it is complete from that day on', () => {
    const input = completionInput.parse({ code: 'P0001', completedOn: '2023-06-30', final: '4200', documentNo: '东发改〔2023〕9号' })
    const id = submitCompletion(owner(), input)
    expect(update(id)).toMatchObject({ kind: 'completion', timing: 'back-filled', backfilled: true })
    approveUpdate(clerk(), id)
    expect(row()).toMatchObject({ stage: 'completed', approvedYuan: 42_000_000, approvedPartial: false })
    const stages = orm().select().from(projectStages).where(eq(projectStages.projectId, workId)).all()
    expect(stages.map(({ stage, fromDay }) => [stage, fromDay])).toEqual([['completed', '2023-06-30']])
    const again = completionInput.parse({ ...input, completedOn: '2023-07-31', final: '4300' })
    expect(refusal(() => submitCompletion(owner(), again)).fields).toEqual(['revisionReason: revision-needs-reason'])
  })

  test('of a finish before its start, or in the future, is refused', () => {
    const completion = (completedOn: string) => completionInput.parse({ code: 'P0001', completedOn, documentNo: '文号' })
    expect(refusal(() => submitCompletion(owner(), completion('2025-10-17'))).fields).toEqual(['completedOn: in-the-future'])
    const body = { startMonth: '2024-03' } as typeof factSheets.$inferInsert.body
    const sheet = { projectId: workId, revision: 1, status: 'approved' as const, current: true, body, submittedBy: t.actors.owner.id }
    orm()
      .insert(factSheets)
      .values({ ...sheet, submittedAt: '2025-01-01T00:00:00.000Z' })
      .run()
    expect(refusal(() => submitCompletion(owner(), completion('2024-02-29'))).fields).toEqual(['completedOn: finish-before-start'])
  })

  test.each([
    ['2021-03-01', '2021-02', 'on-time'],
    ['2025-12-31', '2025-11', 'late'],
    ['2026-11-24', '2026-10', 'late'],
    ['2027-02-28', '2027-01', 'late'],
  ])('does not stop the calendar: on %s the month %s is %s', (today, period, timing) => {
    t.close()
    open('2021-01-10')
    orm().update(projectStages).set({ fromDay: '2021-01-01' }).run()
    orm().update(assignments).set({ fromDay: '2021-01-01' }).run()
    const id = submit({ period, investment: '300' }, owner(today))
    expect(update(id)?.timing).toBe(timing)
    approveUpdate(clerk(today), id)
    expect(row()).toMatchObject({ approvedMonth: period, reportMonth: period, reportState: timing })
  })
})

describe('on behalf', () => {
  test('names source and date, is the bureau’s only, and another person approves it', () => {
    expect(refusal(() => submit({ investment: '1' }, clerk())).fields).toEqual(['onBehalfSource: on-behalf-needs-source'])
    expect(refusal(() => submit({ investment: '1', onBehalfSource: '电话' }, clerk())).fields).toEqual([
      'onBehalfOn: on-behalf-needs-source',
    ])
    expect(refusal(() => submit({ investment: '1', onBehalfSource: '电话', onBehalfOn: '2025-10-17' }, clerk())).fields).toEqual([
      'onBehalfOn: in-the-future',
    ])
    expect(refusal(() => submit({ investment: '1', onBehalfSource: '电话', onBehalfOn: '2025-10-15' })).code).toBe('forbidden')
  })
})

describe('a milestone', () => {
  const about = (milestoneId: number, fields: Fields) =>
    milestoneInput.parse({ code: 'P0001', milestoneId: String(milestoneId), ...fields })

  test('met on a day moves its pointer and the list’s light in the same transaction', () => {
    const id = addMilestone('开工', '2025-07-08')
    orm().transaction((tx) => refreshProject(tx, testDay, workId))
    expect(row()?.lightLevel).toBe('red')
    const met = submitMilestoneUpdate(owner(), about(id, { metOn: '2025-10-10' }))
    expect(milestone(id)?.metOn).toBeNull()
    approveUpdate(clerk(), met)
    expect(milestone(id)).toMatchObject({ metOn: '2025-10-10', metUpdateId: met })
    expect(row()?.lights[0]).toMatchObject({ kind: 'milestone', level: 'green' })
  })

  test('gets a new forecast with its reason, again and again, and is then met without any', () => {
    const id = addMilestone('开工', '2025-11-08')
    expect(refusal(() => submitMilestoneUpdate(owner(), about(id, { forecastOn: '2025-12-15' }))).fields).toEqual(['reason: needs-reason'])
    for (const forecastOn of ['2025-12-15', '2025-12-20'])
      approveUpdate(clerk(), submitMilestoneUpdate(owner(), about(id, { forecastOn, reason: '用地批次未下' })))
    expect(milestone(id)).toMatchObject({ forecastOn: '2025-12-20', metOn: null })
    approveUpdate(clerk(), submitMilestoneUpdate(owner(), about(id, { metOn: '2025-10-15' })))
    expect(milestone(id)?.metOn).toBe('2025-10-15')
    expect(refusal(() => submitMilestoneUpdate(owner(), about(id, { metOn: '2025-10-14' }))).fields).toEqual([
      'revisionReason: revision-needs-reason',
    ])
  })

  test('is refused without an approved date, met in the future, both or neither', () => {
    const id = addMilestone('开工', '2025-11-08')
    const undated = addMilestone('主体', null, 2)
    const why = (milestoneId: number, fields: Fields) => refusal(() => submitMilestoneUpdate(owner(), about(milestoneId, fields))).fields
    expect(why(undated, { metOn: '2025-10-10' })).toEqual(['milestoneId: wrong-milestone'])
    expect(why(id, { metOn: '2025-10-17' })).toEqual(['metOn: in-the-future'])
    expect(why(id, {})).toEqual(['metOn: choose-one'])
    expect(why(id, { metOn: '2025-10-10', forecastOn: '2025-12-10', reason: '雨' })).toEqual(['metOn: choose-one'])
  })

  test('that was met meanwhile is not forecast by an older month, nor is the next one', () => {
    const first = addMilestone('开工', '2025-11-08')
    const second = addMilestone('主体', '2026-11-08', 2)
    const monthly = submit({ investment: '10', forecastOn: '2025-11-20' })
    approveUpdate(clerk(), submitMilestoneUpdate(owner(), about(first, { metOn: '2025-10-16' })))
    approveUpdate(clerk(), monthly)
    expect(milestone(first)?.forecastOn).toBeNull()
    expect(milestone(second)?.forecastOn).toBeNull()
  })
})

test('a quantity done is counted in the list once approved', () => {
  approved({ period: '2025-08', quantityDone: '3' })
  approved({ quantityDone: '5.5' })
  expect(row()?.quantityDone).toBe(5.5)
})

test('a condition is raised by approval, once, however many months repeat it', () => {
  const ask = { conditionKind: 'land', conditionAsk: '二期 120 亩报批', conditionUnitId: String(t.organisations.bureau) }
  const first = submit({ period: '2025-08', investment: '1000', ...ask })
  expect(orm().select().from(conditions).all()).toHaveLength(0)
  approveUpdate(clerk(), first)
  approved({ investment: '1100', ...ask })
  expect(orm().select().from(conditions).all()).toMatchObject([
    { kind: 'land', state: 'open', askedOfId: t.organisations.bureau, updateId: first, raisedOn: testDay },
  ])
  expect(row()?.openConditions).toBe(1)
})

test('handing in takes the draft’s files along and leaves no draft behind', () => {
  const subject = monthlyDraft('P0001', '2025-09')
  saveDraft(owner(), { subject, version: 0, body: { investment: '2500' } })
  const sha256 = 'a'.repeat(64)
  orm().insert(evidence).values({ sha256, mime: 'image/png', bytes: 1, createdAt: '2025-10-16T00:00:00.000Z' }).run()
  const link = { sha256, name: '现场.png', addedBy: t.actors.owner.id, addedAt: '2025-10-16T00:00:00.000Z' }
  orm()
    .insert(evidenceLinks)
    .values({ ...link, subject: `draft:${subject}` })
    .run()
  const id = submit({ investment: '2500' })
  expect(orm().select().from(evidenceLinks).all()).toMatchObject([{ subject: `update:${id}`, name: '现场.png' }])
  expect(orm().select().from(drafts).all()).toEqual([])
  expect(refusal(() => saveDraft(owner(), { subject, version: 1, body: {} })).code).toBe('stale')
})

test('a draft saved over a newer one is refused with what stands there', () => {
  const subject = monthlyDraft('P0001', '2025-09')
  expect(saveDraft(owner(), { subject, version: 0, body: { step: '基础' } }).version).toBe(1)
  saveDraft(owner(), { subject, version: 1, body: { step: '主体' } })
  expect(refusal(() => saveDraft(owner(), { subject, version: 1, body: { step: '征拆' } }))).toMatchObject({
    code: 'stale',
    current: { step: '主体' },
  })
})

test('a figure below the plan goes through with a remark', () => {
  const plan = {
    projectId: workId,
    year: 2025,
    status: 'approved' as const,
    current: true,
    plannedYuan: 360_000_000,
    submittedBy: t.actors.bureau.id,
  }
  orm()
    .insert(annualPlans)
    .values({ ...plan, submittedAt: '2025-03-01T00:00:00.000Z' })
    .run()
  approved({ period: '2025-08', investment: '20000' })
  expect(refusal(() => submit({ investmentBasis: 'month', investment: '1000' })).current).toEqual({ warnings: ['below-plan'] })
  approved({ investmentBasis: 'month', investment: '1000', remark: '雨季' })
  expect(row()?.lights.find((light) => light.kind === 'progress')).toMatchObject({ level: 'yellow', params: { month: '2025-09' } })
  expect(
    orm()
      .select()
      .from(updates)
      .where(and(eq(updates.period, '2025-09'), eq(updates.current, true)))
      .all(),
  ).toHaveLength(1)
})
