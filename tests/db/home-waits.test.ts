import { afterEach, beforeEach, expect, test } from 'vitest'
import { proposeEvaluation } from '../../db/commands/evaluations'
import { approvePlanSource, undoImport } from '../../db/commands/imports-decide'
import { approveIndicatorValue } from '../../db/commands/indicators'
import { deskWaits } from '../../db/queries/home-waits'
import type { UserActor } from '../../domain/actor'
import { proposedDispatch } from '../support/dispatches'
import { draftedEvaluation, enteredValue, evaluationStep } from '../support/evaluation'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { importNow, type Ledger, preview, refTo } from '../support/import-house'
import { publishedLock } from '../support/locks'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
})
afterEach(() => t.close())

const annex: Ledger = { fields: ['name', 'totalYuan'], rows: [['从未听说过的项目', '100']], about: { purpose: 'plan-source' } }
const waits = (actor: UserActor) => deskWaits(actor).map(({ what, own }) => [what, own])

test('an indicator value waits for the other one, and is told to who entered it as their own', () => {
  const id = enteredValue(t)
  expect(deskWaits(t.actors.bureau2)).toMatchObject([{ what: 'indicator', no: '3', year: 2024, own: false }])
  expect(waits(t.actors.bureau)).toEqual([['indicator', true]])
  approveIndicatorValue(ctxOf(t.actors.bureau2), id)
  expect([waits(t.actors.bureau), waits(t.actors.bureau2)]).toEqual([[], []])
})

test('a proposed evaluation and a proposed dispatch wait for somebody who did not write in them', () => {
  const evaluation = draftedEvaluation(t)
  expect(waits(t.actors.bureau2)).toEqual([])
  proposeEvaluation(ctxOf(t.actors.bureau), evaluationStep(evaluation))
  publishedLock(t, '2002-01')
  expect(waits(t.actors.bureau)).toContainEqual(['month-report', false])
  const dispatch = proposedDispatch(t, '2002-01')
  expect(deskWaits(t.actors.bureau2).filter(({ own }) => !own)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: 'evaluation', id: evaluation }),
      expect.objectContaining({ what: 'dispatch', id: dispatch }),
    ]),
  )
  expect(waits(t.actors.bureau).toSorted()).toEqual([
    ['dispatch', true],
    ['evaluation', true],
  ])
})

test('an import that is compared waits for anybody; a plan source for who did not write in it; undoing it for another one again', () => {
  preview(t, { ...annex, rows: [['另一个没听说过的项目', '5']], fileName: '别的.xlsx' })
  expect([waits(t.actors.bureau), waits(t.actors.bureau2)]).toEqual([[['import-staged', false]], [['import-staged', false]]])
  const id = importNow(t, annex)
  expect(waits(t.actors.bureau)).toContainEqual(['import', true])
  expect(waits(t.actors.bureau2)).toContainEqual(['import', false])
  approvePlanSource(ctxOf(t.actors.bureau2), refTo(id))
  expect(waits(t.actors.bureau)).toEqual([['import-staged', false]])
  undoImport(ctxOf(t.actors.bureau2), refTo(id))
  expect(waits(t.actors.bureau)).toContainEqual(['import-undo', false])
  expect(waits(t.actors.bureau2)).toContainEqual(['import-undo', true])
})

test('nobody but the bureau has a desk of these', () => {
  for (const actor of [t.actors.owner, t.actors.leader, t.actors.supervisor]) expect(() => deskWaits(actor)).toThrow('forbidden')
})
