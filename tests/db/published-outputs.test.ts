import { afterEach, beforeEach, expect, test } from 'vitest'
import { chainDocument } from '../../app/api/v1/chains/documents'
import { tieEnterprise } from '../../db/commands/enterprises'
import { approveReopening, requestReopening } from '../../db/commands/locks-reopen'
import { approveOutput, submitOutput } from '../../db/commands/outputs'
import { approveStatistics, submitStatistics } from '../../db/commands/statistics'
import { chainDetail } from '../../db/queries/chain'
import { chainOverview, chainSum, outputRef } from '../../db/queries/chains'
import { messagesFor } from '../../domain/messages'
import { outputInput, statisticsInput } from '../../domain/output-input'
import { type ChainId, chainIds } from '../../domain/plan'
import { addOrganisation, ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { publishedLock } from '../support/locks'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
})
afterEach(() => t.close())

function firm(name: string, chainId: ChainId = 'digital'): number {
  const organisationId = addOrganisation(name, 'company')
  tieEnterprise(ctxOf(t.actors.bureau, '2025-01-20'), { chainId, organisationId })
  return organisationId
}

function returned(organisationId: number, yearToDate: string, more: { quarter?: string; revisionReason?: string; today?: string } = {}) {
  const { quarter = '2025Q3', revisionReason = '', today = testDay } = more
  const typed = { organisationId: String(organisationId), chainId: 'digital', quarter, yearToDate, revisionReason }
  const input = outputInput.parse({ ...typed, onBehalfSource: '电话', onBehalfOn: today })
  approveOutput(ctxOf(t.actors.bureau2, today), submitOutput(ctxOf(t.actors.bureau, today), input))
}

/** Everything a project unit can read of any chain: page, one chain's page, its sum, the API's answer in both languages. */
function readable(): string {
  const actor = t.actors.owner
  const rows = chainOverview(actor, testDay)
  const details = chainIds.map((id) => chainDetail(actor, id, testDay, 1))
  const documents = (['zh-CN', 'en'] as const).map((locale) =>
    rows.map((row) => chainDocument(row, outputRef(actor, row), messagesFor(locale))),
  )
  return JSON.stringify([rows, chainSum(rows), details, documents])
}

const published = () => {
  const row = chainOverview(t.actors.owner, testDay).find(({ chain }) => chain.id === 'digital')
  return row?.output ? [row.published?.period, row.output.yuan, row.output.known] : null
}

const yi = (count: number) => count * 10_000

test('whatever a unit can read of a chain is byte for byte the same before and after one firm’s output is approved', () => {
  const firms = ['甲厂', '乙厂', '丙厂', '丁厂'].map((name) => firm(name))
  const before = readable()
  returned(firms[0]!, '100')
  expect(readable()).toBe(before)
  returned(firms[1]!, '200')
  returned(firms[2]!, '300')
  expect(readable()).toBe(before)
  publishedLock(t, '2025-09')
  const then = readable()
  expect(then).not.toBe(before)
  expect(published()).toEqual(['2025-09', yi(600), 3])
  returned(firms[3]!, '400')
  returned(firms[0]!, '90', { revisionReason: '更正' })
  firm('戊厂')
  expect(readable()).toBe(then)
})

test('a revision in which one firm’s figure was corrected is not told; one in which three were is', () => {
  const firms = ['甲厂', '乙厂', '丙厂'].map((name) => firm(name))
  for (const [index, id] of firms.entries()) returned(id, `${(index + 1) * 100}`)
  let lock = publishedLock(t, '2025-09')
  const again = () => {
    approveReopening(ctxOf(t.actors.bureau2), requestReopening(ctxOf(t.actors.bureau), { id: lock, reason: '更正' }))
    lock = publishedLock(t, '2025-09')
  }
  returned(firms[0]!, '150', { revisionReason: '更正' })
  again()
  expect(published()).toEqual(['2025-09', yi(600), 3])
  for (const id of firms.slice(1)) returned(id, '500', { revisionReason: '更正' })
  again()
  expect(published()).toEqual(['2025-09', yi(1150), 3])
})

test('statistics after a sum of the same year are not told beside it, and a whole chain without three enterprises never', () => {
  const firms = ['甲厂', '乙厂', '丙厂', '丁厂'].map((name) => firm(name))
  for (const id of firms.slice(1)) returned(id, '100')
  publishedLock(t, '2025-09')
  const typed = { chainId: 'digital', year: '2025', throughMonth: '2025-10', output: '1000', source: '县统计局' }
  const today = '2025-11-20'
  approveStatistics(ctxOf(t.actors.bureau2, today), submitStatistics(ctxOf(t.actors.bureau, today), statisticsInput.parse(typed)))
  publishedLock(t, '2025-10', today)
  expect(published()).toEqual(['2025-09', yi(300), 3])
  expect(chainOverview(t.actors.leader, testDay).find(({ chain }) => chain.id === 'digital')?.output).toMatchObject({ yuan: yi(1000) })
})
