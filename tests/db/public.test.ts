import { afterEach, beforeEach, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { tieEnterprise } from '../../db/commands/enterprises'
import { approveOutput, submitOutput } from '../../db/commands/outputs'
import { publishedMonths } from '../../db/locks/published-months'
import { publicFile, publicPage } from '../../db/queries/public'
import { publications, settings } from '../../db/schema'
import type { Month } from '../../domain/calendar'
import { outputInput } from '../../domain/output-input'
import { issuedDispatch, proposedDispatch } from '../support/dispatches'
import { addOrganisation, ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { lockRow, publishedLock, totalOf, worksOf } from '../support/locks'
import { refusalOf } from '../support/refusal'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
})
afterEach(() => t.close())

const switched = (value: 'on' | 'off') => {
  const row = { key: 'public-page' as const, value, changedBy: t.actors.bureau.id, changedAt: '2025-10-16T00:00:00.000Z' }
  orm().insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row }).run()
}
const open = (subject: 'dispatch' | 'bulletin', subjectId: number) =>
  orm().insert(publications).values({ subject, subjectId, publishedBy: t.actors.bureau.id, publishedAt: '2025-10-16T00:00:00.000Z' }).run()

function told(names: readonly string[]): void {
  for (const [index, name] of names.entries()) {
    const organisationId = addOrganisation(name, 'company')
    tieEnterprise(ctxOf(t.actors.bureau, '2025-01-20'), { chainId: 'digital', organisationId })
    const typed = { organisationId: String(organisationId), chainId: 'digital', quarter: '2025Q3', yearToDate: `${(index + 1) * 1111}` }
    const id = submitOutput(ctxOf(t.actors.bureau), outputInput.parse({ ...typed, onBehalfSource: '电话', onBehalfOn: testDay }))
    approveOutput(ctxOf(t.actors.bureau2), id)
  }
}

test('the page is not there for anybody until the bureau switches it on, nor after it is switched off, and its papers with it', async () => {
  publishedLock(t, '2025-08')
  const id = await issuedDispatch(t, '2025-08')
  open('dispatch', id)
  expect(await refusalOf(() => publicPage())).toBe('not-found')
  expect(await refusalOf(() => publicFile('dispatch', id, 'page'))).toBe('not-found')
  switched('on')
  expect(publicPage().chains).toHaveLength(9)
  expect(publicFile('dispatch', id, 'page').kept?.bytes.length).toBeGreaterThan(100)
  switched('off')
  expect(await refusalOf(() => publicPage())).toBe('not-found')
  expect(await refusalOf(() => publicFile('dispatch', id, 'page'))).toBe('not-found')
})

test('a chain is told only as published, of three enterprises, and no enterprise’s name or figure is on the page', () => {
  switched('on')
  told(['甲厂', '乙厂', '丙厂'])
  const chain = () => publicPage().chains.find(({ chain: { id } }) => id === 'digital')
  expect(chain()?.published).toBeNull()
  publishedLock(t, '2025-09')
  expect(chain()?.published).toMatchObject({ period: '2025-09', output: { yuan: 66_660_000, known: 3 } })
})

test('a paper that is not marked, not issued or not there has no file', async () => {
  switched('on')
  for (const month of ['2025-07', '2025-08']) publishedLock(t, month)
  const [issued, waiting] = [await issuedDispatch(t, '2025-07'), proposedDispatch(t, '2025-08')]
  expect(await refusalOf(() => publicFile('dispatch', issued, 'word'))).toBe('not-found')
  open('dispatch', waiting)
  expect(await refusalOf(() => publicFile('dispatch', waiting, 'page'))).toBe('not-found')
  expect(await refusalOf(() => publicFile('bulletin', issued, 'page'))).toBe('not-found')
  expect(await refusalOf(() => publicFile('dispatch', 99, 'page'))).toBe('not-found')
})

/** Sets what a confirmed lock says of its first works' investment, as if it had been reported so. */
function figures(lockId: number, shares: readonly (readonly [unit: string, yuan: number | null])[]): void {
  const { sqlite } = t.house
  // A confirmed lock never changes; here it is made to say what months of reports would have made it say.
  for (const { name } of sqlite.prepare(`select name from sqlite_master where type = 'trigger' and tbl_name like 'lock_%'`).all() as {
    name: string
  }[])
    sqlite.exec(`drop trigger ${name}`)
  const works = worksOf(lockId)
  const say = sqlite.prepare('update lock_works set owner_name = ?, year_to_date_yuan = ? where lock_id = ? and project_id = ?')
  for (const [index, [unit, yuan]] of shares.entries()) say.run(unit, yuan, lockId, works[index]!.projectId)
  const known = shares.filter(([, yuan]) => yuan !== null)
  sqlite.prepare(`update lock_totals set year_to_date_yuan = ?, year_to_date_known = ? where lock_id = ? and dimension = 'all'`).run(
    known.reduce((sum, [, yuan]) => sum + (yuan ?? 0), 0),
    known.length,
    lockId,
  )
}

test('a month’s investment is held back until three units’ figures differ from what was told, whoever owns how many works', () => {
  const months: Month[] = ['2025-06', '2025-07', '2025-08', '2025-09']
  const ids = months.map((month) => publishedLock(t, month))
  figures(ids[0]!, [
    ['甲', 1],
    ['甲', 2],
    ['乙', 3],
  ])
  figures(ids[1]!, [
    ['甲', 10],
    ['甲', 2],
    ['乙', 3],
    ['丙', 4],
  ])
  figures(ids[2]!, [
    ['甲', 11],
    ['甲', 2],
    ['乙', 3],
    ['丙', 4],
  ])
  figures(ids[3]!, [
    ['甲', 11],
    ['甲', 2],
    ['乙', 30],
    ['丙', 40],
    ['丁', null],
  ])
  const told = publishedMonths().map(({ period, works, invested }) => [period, works, invested?.yuan ?? null])
  const all = totalOf(ids[0]!)?.works
  expect(told).toEqual([
    ['2025-09', all, 83],
    ['2025-08', all, null],
    ['2025-07', all, 19],
    ['2025-06', all, null],
  ])
  expect(publishedMonths()[0]?.invested).toEqual({ yuan: 83, known: 4, unknown: (all ?? 0) - 4 })
  expect(lockRow(ids[0]!).state).toBe('confirmed')
})
