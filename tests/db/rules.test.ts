import { desc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { rerateProjects } from '../../db/commands/rerate'
import { approveUpdate } from '../../db/commands/review-updates'
import { approveRules, returnRules, submitRules, withdrawRules } from '../../db/commands/rules'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { worksByLight } from '../../db/queries/decisions'
import { ruleDesk, ruleView } from '../../db/queries/rule-desk'
import { tryRules } from '../../db/queries/rule-trial'
import { lightRules } from '../../db/queries/rules'
import { events, projectList, ruleSets } from '../../db/schema'
import { Refusal } from '../../domain/errors'
import { rulesInput } from '../../domain/rules'
import { monthlyInput } from '../../domain/update-input'
import { ctxOf, openTestHouse, systemCtx, type TestHouse, testDay } from '../support/house'
import { submitRule, typedRule } from '../support/rules'
import { giveWork } from '../support/work'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
})
afterEach(() => t.close())

function refusal(call: () => unknown): Refusal {
  try {
    call()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}

const row = (id: number) => orm().select().from(ruleSets).where(eq(ruleSets.id, id)).get()
const lastAction = () => orm().select().from(events).orderBy(desc(events.seq)).limit(1).get()?.action
const limits = { 'progress.yellowFrom': '1', 'progress.redAbove': '2' }
const levelOf = (code: string) => orm().select().from(projectList).where(eq(projectList.code, code)).get()?.lightLevel

describe('a changed rule', () => {
  test('is in force only once another person of the bureau approved it, and from its date on', () => {
    const id = submitRule(t.actors.bureau, 'lights', limits, { effectiveFrom: '2025-11-01' })
    expect(lightRules(orm(), '2025-11-02').version).toBe(1)
    expect(refusal(() => approveRules(ctxOf(t.actors.bureau), id)).code).toBe('not-self')
    approveRules(ctxOf(t.actors.bureau2), id)
    expect(lastAction()).toBe('rules.approved')
    expect(lightRules(orm(), '2025-10-31').version).toBe(1)
    expect(lightRules(orm(), '2025-11-01')).toMatchObject({ version: 2, body: { progress: { yellowFrom: 1, redAbove: 2 } } })
    expect(row(id)).toMatchObject({ status: 'approved', approvedBy: t.actors.bureau2.id })
    expect(refusal(() => returnRules(ctxOf(t.actors.bureau2), id, '晚了')).code).toBe('already-decided')
  })

  test('keeps what it does not speak of: the weights of output stay those of the rule in force', () => {
    const id = submitRule(t.actors.bureau, 'lights', limits)
    expect(row(id)?.body).toMatchObject({ expected: lightRules(orm(), testDay).body.expected })
  })

  test('is refused when it is the same, waits already, is stale, or would reach back', () => {
    expect(refusal(() => submitRule(t.actors.bureau, 'lights', {})).code).toBe('rules-same')
    const back = refusal(() => submitRule(t.actors.bureau, 'lights', limits, { effectiveFrom: '2025-09-01' }))
    expect(back.issues).toMatchObject([{ field: 'effectiveFrom', code: 'rules-effective' }])
    expect(refusal(() => submitRule(t.actors.bureau, 'lights', limits, { version: '7' })).code).toBe('stale')
    submitRule(t.actors.bureau, 'lights', limits, { effectiveFrom: '2025-10-01' })
    expect(refusal(() => submitRule(t.actors.bureau2, 'lights', limits)).code).toBe('one-waiting')
  })

  test('may wait too long: once its date has gone by with its month it can only be returned', () => {
    const id = submitRule(t.actors.bureau, 'duty', { dueDay: '8' })
    expect(refusal(() => approveRules(ctxOf(t.actors.bureau2, '2025-11-20'), id)).code).toBe('rules-effective')
    returnRules(ctxOf(t.actors.bureau2, '2025-11-20'), id, '请改生效日期')
    expect(row(id)).toMatchObject({ status: 'returned', decisionReason: '请改生效日期', approvedAt: null })
  })

  test('goes back to whoever submitted it, who alone withdraws it; the next one is a new version', () => {
    const id = submitRule(t.actors.bureau, 'escalation', { unit: '6' })
    expect(refusal(() => withdrawRules(ctxOf(t.actors.bureau2), id)).code).toBe('forbidden')
    withdrawRules(ctxOf(t.actors.bureau), id)
    const again = submitRule(t.actors.bureau2, 'escalation', { unit: '7' })
    expect([row(id)?.version, row(again)?.version]).toEqual([2, 3])
    expect(ruleView(t.actors.leader, 'escalation', testDay).waiting).toMatchObject({
      changes: [{ name: 'unit', before: '5', after: '7' }],
      mayDecide: false,
      mayWithdraw: false,
    })
  })

  test('stands on the desk with its document, or marked as an example', () => {
    const id = submitRule(t.actors.bureau, 'duty', { dueDay: '8' }, { document: '东发改〔2025〕9号', effectiveFrom: '2025-12-01' })
    const duty = () => ruleDesk(t.actors.supervisor, testDay).find(({ kind }) => kind === 'duty')
    expect(duty()).toMatchObject({ inForce: { version: 1, document: null }, upcoming: null, waiting: true })
    approveRules(ctxOf(t.actors.bureau2), id)
    expect(duty()).toMatchObject({ inForce: { version: 1 }, upcoming: { version: 2, document: '东发改〔2025〕9号' }, waiting: false })
  })

  test('nobody else drafts one', () => {
    const input = rulesInput.parse(typedRule('duty', { dueDay: '8' }))
    for (const actor of [t.actors.leader, t.actors.supervisor, t.actors.owner])
      expect(refusal(() => submitRules(ctxOf(actor), input)).code).toBe('forbidden')
  })
})

describe('a trial', () => {
  test('says which works would change, and writes nothing', async () => {
    giveWork(t, 'P0001')
    const before = { rows: orm().select().from(projectList).all(), seq: orm().select().from(events).all().length }
    const { body } = ruleView(t.actors.bureau, 'lights', testDay).inForce
    const none = await tryRules(t.actors.bureau, 'lights', body, testDay)
    expect(none).toMatchObject({ works: before.rows.length, changed: 0, rows: [] })
    const { statistics: _, funds: __, ...without } = body as Record<string, unknown>
    const trial = await tryRules(t.actors.bureau, 'lights', without, testDay)
    expect(trial.changed).toBe(
      before.rows.filter(({ lights }) => lights.some(({ reason }) => reason === 'no-funds-return' || reason === 'registration-unknown'))
        .length,
    )
    expect(trial.rows[0]?.lights[0]).toMatchObject({ before: { kind: 'funds' }, after: { reason: 'no-rule', level: 'none' } })
    expect(orm().select().from(projectList).all()).toEqual(before.rows)
    expect(orm().select().from(events).all().length).toBe(before.seq)
  })

  test('says the same as the rows do once the rule is approved and rated', async () => {
    giveWork(t, 'P0001')
    const month = { code: 'P0001', period: '2025-09', investmentBasis: 'year', investment: '100', remark: '数' }
    approveUpdate(ctxOf(t.actors.bureau), submitMonthlyUpdate(ctxOf(t.actors.owner), monthlyInput.parse(month)))
    const stages = Object.fromEntries(['reserve', 'unknown', 'preparatory'].map((stage) => [`byStage.${stage}`, 'monthly']))
    const { form } = rulesInput.parse(typedRule('duty', stages))
    const trial = await tryRules(t.actors.bureau, 'duty', form, testDay)
    const states = () =>
      new Map(
        orm()
          .select()
          .from(projectList)
          .all()
          .map((work) => [work.code, work.reportState]),
      )
    const before = states()
    approveRules(ctxOf(t.actors.bureau2), submitRule(t.actors.bureau, 'duty', stages))
    while (rerateProjects(systemCtx()) > 0);
    const changed = [...states()].filter(([code, state]) => before.get(code) !== state).map(([code]) => code)
    expect(trial.rows.filter(({ report }) => report !== null).map(({ code }) => code)).toEqual(changed)
  })
})

test('an approved rule of today re-rates every row; one of later waits for its day', () => {
  expect(rerateProjects(systemCtx())).toBe(0)
  approveRules(ctxOf(t.actors.bureau2), submitRule(t.actors.bureau, 'lights', limits, { effectiveFrom: '2025-12-01' }))
  expect(rerateProjects(systemCtx())).toBe(0)
  approveRules(ctxOf(t.actors.bureau2), submitRule(t.actors.bureau, 'duty', { dueDay: '8' }))
  expect(rerateProjects(systemCtx())).toBe(100)
  while (rerateProjects(systemCtx('2025-12-01')) > 0);
  expect(
    new Set(
      orm()
        .select()
        .from(projectList)
        .all()
        .map(({ ruleVersion }) => ruleVersion),
    ),
  ).toEqual(new Set([2]))
})

test('works by their light come by how late they are, without a limit on how many are looked through', () => {
  orm().update(projectList).set({ lightLevel: 'red', lateness: 1 }).run()
  orm().update(projectList).set({ lateness: 90 }).where(eq(projectList.code, 'P0110')).run()
  const plan = t.house.sqlite
    .prepare('explain query plan select * from project_list where light_level = ? order by lateness desc, code limit 8')
    .all('red') as { detail: string }[]
  expect(worksByLight(t.actors.leader, ['red'], 2).rows.map((work) => work.row.code)).toEqual(['P0110', 'P0001'])
  expect(plan[0]?.detail).toContain('project_list_lateness')
  expect(levelOf('P0110')).toBe('red')
})
