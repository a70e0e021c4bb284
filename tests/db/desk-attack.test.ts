import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { approveFunds } from '../../db/commands/funds'
import { beginDayPicture, beginLock } from '../../db/commands/locks'
import { changeApplication } from '../../db/commands/registers'
import { approveRules } from '../../db/commands/rules'
import { reasonsBetween } from '../../db/queries/compare-why'
import { fundTotals } from '../../db/queries/fund-totals'
import { holidays, lightRules } from '../../db/queries/rules'
import { loadReference } from '../../db/reference/load'
import { eventBodies, events, fundSources, locks, ruleSets } from '../../db/schema'
import { addDays } from '../../domain/calendar'
import { Refusal } from '../../domain/errors'
import { applicationChange } from '../../domain/list-application'
import { handedIn } from '../support/funds'
import { ctxOf, openTestHouse, systemCtx, type TestHouse, testDay } from '../support/house'
import { lockRow } from '../support/locks'
import { acceptedFields, applicationFields, applicationRow, recordOne } from '../support/register'
import { submitRule } from '../support/rules'
import { typed } from '../support/typed'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
})
afterEach(() => t.close())

const refusal = (call: () => unknown): Refusal => {
  try {
    call()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('a rule that is approved for a later day', () => {
  const later = '2025-12-01'
  const approved = (...rule: Parameters<typeof submitRule>) => approveRules(ctxOf(t.actors.bureau2), submitRule(...rule))

  test('is not undone by another one that takes effect before it', () => {
    approved(t.actors.bureau, 'lights', { 'progress.yellowFrom': '7' }, { effectiveFrom: later })
    const sooner = refusal(() => submitRule(t.actors.bureau, 'lights', { 'start.redFromMonths': '9' }))
    expect(sooner.issues).toMatchObject([{ field: 'effectiveFrom', code: 'before-previous', params: { day: later } }])
    expect(lightRules(orm(), later).body.progress.yellowFrom).toBe(7)
  })

  test('may be taken back to the rule in force', () => {
    const now = String(lightRules(orm(), testDay).body.progress.yellowFrom)
    approved(t.actors.bureau, 'lights', { 'progress.yellowFrom': '7' }, { effectiveFrom: later })
    approved(t.actors.bureau, 'lights', {}, { effectiveFrom: later })
    expect(String(lightRules(orm(), later).body.progress.yellowFrom)).toBe(now)
  })

  test('may be replaced from its own day on', () => {
    approved(t.actors.bureau, 'lights', { 'progress.yellowFrom': '7' }, { effectiveFrom: later })
    approved(t.actors.bureau, 'lights', { 'progress.yellowFrom': '8' }, { effectiveFrom: later })
    expect(lightRules(orm(), later).body.progress.yellowFrom).toBe(8)
  })

  test('keeps its year of holidays when those of another year are corrected', () => {
    approved(t.actors.bureau, 'holidays', { year: '2026', off: '2026-01-01', work: '' }, { effectiveFrom: later })
    approved(t.actors.bureau, 'holidays', { year: '2025', off: '2025-12-31', work: '' }, { effectiveFrom: later })
    const body = holidays(orm(), later).body as unknown as Record<string, { off: string[] }>
    expect(body['2026']?.off).toEqual(['2026-01-01'])
    expect(body['2025']?.off).toEqual(['2025-12-31'])
  })
})

describe('holidays that the bureau entered', () => {
  const year = (of: string) => (holidays(orm(), testDay).body as unknown as Record<string, { off: string[] } | undefined>)[of]?.off
  const enter = () => submitRule(t.actors.bureau, 'holidays', { year: '2027', off: '2027-01-01', work: '' })

  test('stand after the server starts again: what came with it takes nothing back', () => {
    approveRules(ctxOf(t.actors.bureau2), enter())
    const before = [holidays(orm(), testDay).version, year('2025'), year('2027')]
    loadReference(systemCtx())
    expect([holidays(orm(), testDay).version, year('2025'), year('2027')]).toEqual(before)
    expect(year('2027')).toEqual(['2027-01-01'])
  })

  test('can still be approved where the server started again while they waited', () => {
    const id = enter()
    loadReference(systemCtx())
    approveRules(ctxOf(t.actors.bureau2), id)
    expect(year('2027')).toEqual(['2027-01-01'])
  })

  test('are joined by a year that only the house knows', () => {
    approveRules(ctxOf(t.actors.bureau2), enter())
    const { 2025: _, ...rest } = holidays(orm(), testDay).body
    orm()
      .update(ruleSets)
      .set({ body: rest })
      .where(eq(ruleSets.version, holidays(orm(), testDay).version))
      .run()
    loadReference(systemCtx())
    const rows = orm().select().from(ruleSets).where(eq(ruleSets.kind, 'holidays')).all()
    const body = rows.at(-1)?.body as Record<string, { off: string[] }>
    expect(body['2025']?.off.length).toBeGreaterThan(5)
    expect(body['2027']?.off).toEqual(['2027-01-01'])
  })
})

describe('the register of lists', () => {
  test('raises a work to the level the entry is corrected to, not to the one it had', () => {
    const id = recordOne(t, 'P0001', { ...applicationFields, level: 'province' })
    const fields = { ...applicationFields, ...acceptedFields, level: 'city', raiseLevel: 'on' }
    changeApplication(ctxOf(t.actors.bureau2), typed(applicationChange, { id: String(id), version: '1', ...fields }))
    expect(applicationRow(id).level).toBe('city')
    expect(work('P0001').level).toBe('city')
  })
})

describe('pictures of days', () => {
  test('are bounded though none is computed yet, so that nobody fills the library by asking', () => {
    for (let at = 1; at <= 30; at++) beginDayPicture(ctxOf(t.actors.leader), { day: addDays(testDay, -at) })
    const rows = orm().select().from(locks).where(eq(locks.kind, 'day')).all()
    expect(rows.filter(({ state }) => state !== 'abandoned')).toHaveLength(12)
  })

  test('name the approval of a return of money among the reasons of a change, as the light of money follows it', () => {
    const before = beginDayPicture(ctxOf(t.actors.bureau), { day: addDays(testDay, -1) })
    approveFunds(ctxOf(t.actors.bureau), handedIn(t))
    const after = beginDayPicture(ctxOf(t.actors.bureau, addDays(testDay, 2)), { day: addDays(testDay, 1) })
    const reasons = reasonsBetween(lockRow(before), lockRow(after), [{ id: work('P0001').id, code: 'P0001' }])
    expect(reasons.get(work('P0001').id)?.at(-1)).toMatchObject({ kind: 'event', action: 'funds.approved' })
  })
})

describe('the precheck of a lock', () => {
  test('says nothing of who has not reported a month of which nobody knows it yet: not that nobody is missing', () => {
    const [known, unknown] = ['2025-09', '2025-06'].map((period) => beginLock(ctxOf(t.actors.bureau), { period }))
    expect(lockRow(known ?? 0).checks.missing).toEqual(expect.any(Number))
    expect(lockRow(unknown ?? 0).checks).toMatchObject({ missing: null, waiting: 0 })
    const told = orm().select({ body: eventBodies.body }).from(events).innerJoin(eventBodies, eq(eventBodies.seq, events.seq))
    expect(JSON.parse(told.where(eq(events.subject, 'period:2025-06')).get()?.body ?? '{}')).toMatchObject({ checks: { missing: null } })
  })
})

describe('money by source', () => {
  test('a retired source that only ever told of payments is not left out of the table', () => {
    approveFunds(ctxOf(t.actors.bureau), handedIn(t, { 5: ['', '', '300'] }))
    orm().update(fundSources).set({ active: false }).where(eq(fundSources.id, 5)).run()
    const { sources, all } = fundTotals(t.actors.bureau, { quarter: '2025Q3' })
    expect(all.paid.yuan).toBe(3_000_000)
    expect(sources.find(({ id }) => id === 5)?.paid.yuan).toBe(3_000_000)
  })
})
