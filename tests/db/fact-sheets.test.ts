import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assignUnit } from '../../db/commands/assignments'
import { approveFactSheet, returnFactSheet, submitFactSheet, withdrawFactSheet } from '../../db/commands/fact-sheets'
import type { UserActor } from '../../domain/actor'
import { factSheetInput } from '../../domain/fact-sheet-input'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { lastEvent, listRow, sheetsOf } from '../support/library'
import { codeOf, issuesIn, refusalOf, typed } from '../support/typed'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

/** Every test has a work of its own. */
let code = ''
let number = 1
beforeEach(() => {
  code = `P${String(number++).padStart(4, '0')}`
  giveWork(t, code)
})

const sheet = (fields: Record<string, unknown> = {}) =>
  typed(factSheetInput, {
    code,
    version: '0',
    totalYuan: '5000',
    totalDocument: '备案证明',
    contact: '张三',
    telephone: '0734-5222000',
    ...fields,
  })
const phone = { onBehalfSource: '电话', onBehalfOn: '2025-10-10' }
const submit = (actor: UserActor = t.actors.owner, fields: Record<string, unknown> = {}) => submitFactSheet(ctxOf(actor), sheet(fields))

describe('a fact sheet', () => {
  it('counts only once another person has approved it', () => {
    const id = submit()
    expect(listRow(code).totalYuan).toBeNull()
    approveFactSheet(ctxOf(t.actors.bureau), id)
    expect(listRow(code).totalYuan).toBe(50_000_000)
    expect(sheetsOf(code)).toMatchObject([
      { id, status: 'approved', current: true, revision: 1, decidedBy: t.actors.bureau.id, onBehalf: null },
    ])
  })

  it('is revised by a new row; the old one stays, no longer in force', () => {
    approveFactSheet(ctxOf(t.actors.bureau), submit())
    approveFactSheet(ctxOf(t.actors.bureau), submit(t.actors.owner, { version: '1', totalYuan: '6000' }))
    expect(sheetsOf(code).map(({ revision, current, body }) => [revision, current, body.totalYuan])).toEqual([
      [1, false, 50_000_000],
      [2, true, 60_000_000],
    ])
    expect(lastEvent(code)).toMatchObject({
      action: 'fact-sheet.approved',
      body: { before: { totalYuan: 50_000_000 }, after: { totalYuan: 60_000_000 } },
    })
  })

  it('keeps contact and telephone out of the history', () => {
    const id = submit()
    expect(JSON.stringify(lastEvent(code))).not.toMatch(/张三|5222000/)
    approveFactSheet(ctxOf(t.actors.bureau), id)
    expect(JSON.stringify(lastEvent(code))).not.toMatch(/张三|5222000/)
    expect(sheetsOf(code)[0]?.body).toMatchObject({ contact: '张三', telephone: '0734-5222000' })
  })

  it('is refused from a stale form, with what is in force', () => {
    approveFactSheet(ctxOf(t.actors.bureau), submit())
    expect(refusalOf(() => submit())).toMatchObject({ code: 'stale', params: { version: 1 }, current: { totalYuan: 50_000_000 } })
  })

  it('is refused while one waits', () => {
    const id = submit()
    expect(refusalOf(() => submit())).toMatchObject({ code: 'one-waiting', current: { id, submittedBy: t.actors.owner.id } })
  })

  it('is refused with a figure that has no source', () => {
    expect(issuesIn(() => submit(t.actors.owner, { totalDocument: '' }))).toEqual(['totalDocument: required'])
  })

  it('may be entered by the bureau with source and date, and then waits for another person', () => {
    expect(issuesIn(() => submit(t.actors.bureau))).toEqual(['onBehalfSource: on-behalf-needs-source'])
    expect(issuesIn(() => submit(t.actors.bureau, { ...phone, onBehalfOn: '2025-10-17' }))).toEqual(['onBehalfOn: in-the-future'])
    const id = submit(t.actors.bureau, phone)
    expect(sheetsOf(code)[0]?.onBehalf).toBe('电话（2025-10-10）')
    expect(codeOf(() => approveFactSheet(ctxOf(t.actors.bureau), id))).toBe('not-self')
    approveFactSheet(ctxOf(t.actors.bureau2), id)
  })

  it('is a unit’s own word: it enters nothing on behalf', () => {
    expect(codeOf(() => submit(t.actors.owner, phone))).toBe('forbidden')
  })

  it('is not to be found by another unit, and refused to the rest', () => {
    const id = submit()
    const tries = [
      submit,
      (actor: UserActor) => approveFactSheet(ctxOf(actor), id),
      (actor: UserActor) => withdrawFactSheet(ctxOf(actor), id),
    ]
    for (const attempt of tries) {
      expect(codeOf(() => attempt(t.actors.otherOwner))).toBe('not-found')
      for (const actor of [t.actors.supervisor, t.actors.leader, t.actors.admin, t.actors.auditor])
        expect(codeOf(() => attempt(actor))).toBe('forbidden')
    }
    expect(codeOf(() => approveFactSheet(ctxOf(t.actors.owner), id))).toBe('not-self')
    expect(codeOf(() => approveFactSheet(ctxOf(t.actors.bureau), 9999))).toBe('not-found')
  })

  it('is closed for good once returned or withdrawn; the next try names it', () => {
    const first = submit()
    returnFactSheet(ctxOf(t.actors.bureau), first, '文号不全')
    const second = submit()
    withdrawFactSheet(ctxOf(t.actors.owner), second)
    submit()
    expect(sheetsOf(code).map(({ status, replacesId, decisionReason }) => [status, replacesId, decisionReason])).toEqual([
      ['returned', null, '文号不全'],
      ['withdrawn', first, null],
      ['submitted', second, null],
    ])
    for (const id of [first, second])
      for (const decide of [approveFactSheet, (ctx: ReturnType<typeof ctxOf>, row: number) => returnFactSheet(ctx, row, '因')])
        expect(codeOf(() => decide(ctxOf(t.actors.bureau2), id))).toBe('already-decided')
    expect(codeOf(() => withdrawFactSheet(ctxOf(t.actors.owner), second))).toBe('already-decided')
  })

  it('is withdrawn by its submitter alone', () => {
    const id = submit(t.actors.bureau, phone)
    expect(codeOf(() => withdrawFactSheet(ctxOf(t.actors.owner), id))).toBe('forbidden')
    expect(codeOf(() => withdrawFactSheet(ctxOf(t.actors.bureau2), id))).toBe('forbidden')
  })

  it('assigns the 责任单位 it declares when approved, and does not undo a later assignment', () => {
    const id = submit(t.actors.owner, { responsible: '衡东县某某局' })
    expect(listRow(code).responsibleName).toBeNull()
    approveFactSheet(ctxOf(t.actors.bureau), id)
    expect(listRow(code).responsibleName).toBe('衡东县某某局')
    const version = work(code).version
    assignUnit(ctxOf(t.actors.bureau), { code, version, kind: 'responsible', organisation: '测试乙公司', fromDay: '2025-10-16' })
    approveFactSheet(ctxOf(t.actors.bureau), submit(t.actors.owner, { version: '1', responsible: '衡东县某某局', totalYuan: '7000' }))
    expect(listRow(code)).toMatchObject({ responsibleName: '测试乙公司', totalYuan: 70_000_000 })
  })
})
