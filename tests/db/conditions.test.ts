import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerCondition, closeCondition, raiseCondition } from '../../db/commands/conditions'
import type { UserActor } from '../../domain/actor'
import { conditionAnswer, conditionClosing, newConditionInput } from '../../domain/condition-input'
import { addOrganisation, addUser, ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { conditionRow, lastEvent, listRow } from '../support/library'
import { codeOf, issuesIn, refusalOf, typed } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
let stranger: UserActor
beforeAll(() => {
  t = openTestHouse()
  stranger = addUser('test-third', 'owner', addOrganisation('测试丙公司', 'company'), '2025-01-10')
})
afterAll(() => t.close())

let code = ''
let number = 1
beforeEach(() => {
  code = `P${String(number++).padStart(4, '0')}`
  giveWork(t, code)
})

const raise = (actor: UserActor = t.actors.owner, fields: Record<string, string> = {}) =>
  raiseCondition(
    ctxOf(actor),
    typed(newConditionInput, { code, kind: 'land', ask: '请尽快批地', askedOfId: String(t.organisations.other), ...fields }),
  )
const answer = (id: number, actor: UserActor = t.actors.otherOwner, version = conditionRow(id).version) =>
  answerCondition(ctxOf(actor), typed(conditionAnswer, { id: String(id), version: String(version), answer: '月底前批复' }))
const close = (id: number, fields: Record<string, string> = {}, actor: UserActor = t.actors.bureau) =>
  closeCondition(
    ctxOf(actor),
    typed(conditionClosing, { id: String(id), version: String(conditionRow(id).version), outcome: 'solved', ...fields }),
  )

describe('an enabling condition', () => {
  it('is raised, answered by the unit asked, and closed by the bureau', () => {
    const id = raise()
    expect(listRow(code).openConditions).toBe(1)
    answer(id)
    expect(conditionRow(id)).toMatchObject({
      state: 'answered',
      answer: '月底前批复',
      answeredBy: t.actors.otherOwner.id,
      answeredOn: '2025-10-16',
    })
    close(id)
    expect(conditionRow(id)).toMatchObject({ state: 'solved', closedOn: '2025-10-16', answer: '月底前批复' })
    expect(listRow(code).openConditions).toBe(0)
    expect(lastEvent(code)).toMatchObject({
      action: 'condition.closed',
      body: { before: { state: 'answered' }, after: { state: 'solved' } },
    })
  })

  it('may be answered again until it is closed, and then no more', () => {
    const id = raise()
    answer(id)
    answer(id)
    close(id)
    expect(codeOf(() => answer(id))).toBe('condition-closed')
    expect(refusalOf(() => close(id)).current).toEqual({ state: 'solved', closedOn: '2025-10-16' })
  })

  it('that cannot be solved says why', () => {
    const id = raise()
    expect(issuesIn(() => close(id, { outcome: 'cannot' }))).toEqual(['reason: needs-reason'])
    close(id, { outcome: 'cannot', reason: '指标用完' })
    expect(conditionRow(id).state).toBe('cannot')
    expect(lastEvent(code).body).toMatchObject({ after: { state: 'cannot', reason: '指标用完' } })
  })

  it('is answered by the unit asked or the bureau; its own unit may only ask', () => {
    const id = raise()
    expect(codeOf(() => answer(id, t.actors.owner))).toBe('forbidden')
    expect(codeOf(() => answer(id, stranger))).toBe('not-found')
    for (const actor of [t.actors.supervisor, t.actors.leader, t.actors.admin, t.actors.auditor])
      expect(codeOf(() => answer(id, actor))).toBe('forbidden')
    answer(id, t.actors.bureau)
  })

  it('is closed by the bureau alone', () => {
    const id = raise()
    for (const actor of [t.actors.owner, t.actors.otherOwner, t.actors.supervisor, t.actors.leader, t.actors.admin])
      expect(codeOf(() => close(id, {}, actor))).toBe('forbidden')
    expect(codeOf(() => close(id, {}, stranger))).toBe('not-found')
  })

  it('is raised by the work’s unit or the bureau', () => {
    expect(codeOf(() => raise(t.actors.otherOwner))).toBe('not-found')
    for (const actor of [t.actors.supervisor, t.actors.leader, t.actors.admin, t.actors.auditor])
      expect(codeOf(() => raise(actor))).toBe('forbidden')
    raise(t.actors.bureau, { askedOfId: '' })
    expect(issuesIn(() => raise(t.actors.bureau, { askedOfId: '99999' }))).toEqual(['askedOfId: not-a-choice'])
  })

  it('is not overwritten by an answer to an older version', () => {
    const id = raise()
    answer(id)
    expect(refusalOf(() => answer(id, t.actors.bureau, 1))).toMatchObject({
      code: 'stale',
      params: { version: 2 },
      current: { state: 'answered' },
    })
  })
})
