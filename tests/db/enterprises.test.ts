import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { tieNamedEnterprise, tiePlanEnterprises, untieEnterprise } from '../../db/commands/enterprises'
import { chainEnterprises, events, organisations } from '../../db/schema'
import type { ChainId } from '../../domain/plan'
import { addOrganisation, ctxOf, openTestHouse, systemCtx, type TestHouse } from '../support/house'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

const tied = (chainId: ChainId) =>
  orm()
    .select({ id: organisations.id, name: organisations.name, basis: chainEnterprises.basis })
    .from(chainEnterprises)
    .innerJoin(organisations, eq(organisations.id, chainEnterprises.organisationId))
    .where(and(eq(chainEnterprises.chainId, chainId), isNull(chainEnterprises.toDay)))
    .all()
const eventCount = () => orm().select().from(events).where(eq(events.action, 'enterprise.tied')).all().length

test('the firms of the plan are tied once, under their full names, and a second start changes nothing', () => {
  const known = addOrganisation('衡阳和富铜业有限公司', 'company')
  expect(() => tiePlanEnterprises(ctxOf(t.actors.bureau))).toThrow('forbidden')
  expect(tiePlanEnterprises(systemCtx())).toBeGreaterThan(20)
  const nonferrous = tied('nonferrous')
  expect(nonferrous.map((row) => row.name)).toContain('湖南创大钒钨有限公司')
  expect(nonferrous.map((row) => row.name)).not.toContain('创大钒钨')
  expect(nonferrous.filter((row) => row.name.includes('和富铜业'))).toEqual([{ id: known, name: '衡阳和富铜业有限公司', basis: 'stated' }])
  expect(nonferrous).toHaveLength(7)
  expect(tied('cuisine')).toEqual([])
  const before = eventCount()
  expect(tiePlanEnterprises(systemCtx())).toBe(0)
  expect(eventCount()).toBe(before)
})

test('a tie the bureau has ended is not made again at the next start', () => {
  const [first] = tied('chemicals')
  untieEnterprise(ctxOf(t.actors.bureau), { chainId: 'chemicals', organisationId: first?.id ?? 0 })
  expect(tiePlanEnterprises(systemCtx())).toBe(0)
  expect(tied('chemicals').map((row) => row.id)).not.toContain(first?.id)
})

test('a firm is tied by its name; one nobody knows only when it is said to be new', () => {
  const named = (organisation: string, isNew = false) =>
    tieNamedEnterprise(ctxOf(t.actors.bureau), { chainId: 'food', organisation, isNew })
  expect(() => named('衡东某某食品有限公司')).toThrow('invalid')
  named('衡东某某食品有限公司', true)
  named('测试甲公司')
  named('测试甲公司', true)
  expect(tied('food').map((row) => row.name)).toEqual(['测试甲公司', '衡东某某食品有限公司'])
  expect(() => tieNamedEnterprise(ctxOf(t.actors.owner), { chainId: 'food', organisation: '测试乙公司', isNew: false })).toThrow(
    'forbidden',
  )
})
