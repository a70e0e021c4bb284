import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlPage } from '../../app/_paper/html'
import { wordBytes } from '../../app/_paper/word'
import { verifyChain } from '../../db/audit-verify'
import { house, orm } from '../../db/client'
import { approveAnnualPlan, submitAnnualPlan } from '../../db/commands/annual-plans'
import { issueDispatch } from '../../db/commands/dispatch-issue'
import {
  draftDispatch,
  editDispatch,
  proposeDispatch,
  refreshDispatch,
  sendBackDispatch,
  takeBackDispatch,
} from '../../db/commands/dispatches'
import { approveReopening, requestReopening } from '../../db/commands/locks-reopen'
import { approveUpdate } from '../../db/commands/review-updates'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { documentProof } from '../../db/document-proof'
import { sha256 } from '../../db/hash'
import { dispatchFile, dispatchView } from '../../db/queries/dispatch'
import { dispatchesToIssue, dispatchList, monthsToReport } from '../../db/queries/dispatches'
import { conditions, documents } from '../../db/schema'
import { annualPlanInput } from '../../domain/annual-plan'
import { bulletinEdit } from '../../domain/bulletin-input'
import { Refusal } from '../../domain/errors'
import type { Paper } from '../../domain/official-document'
import { monthlyInput } from '../../domain/update-input'
import { plainRender } from '../support/bulletin-house'
import { dispatchIssue, dispatchRow, dispatchStep, issuedDispatch, proposedDispatch } from '../support/dispatches'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { lockRow, publishedLock, totalOf } from '../support/locks'
import { codeOf, issuesIn, typed } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
let lockId = 0
beforeAll(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002', 'P0003'])
    giveWork(t, code, { organisationId: code === 'P0003' ? t.organisations.other : t.organisations.own })
  plan('P0001', '1000')
  plan('P0002', '2000', '2025-03')
  report('P0001', '2025-09', '400')
  report('P0002', '2025-09', '1900')
  lockId = publishedLock(t, '2025-09')
})
afterAll(() => t.close())

function plan(code: string, plannedYuan: string, startMonth = '2025-01'): void {
  const input = typed(annualPlanInput, { code, version: '0', year: '2025', plannedYuan, documentNo: '1号', startMonth })
  approveAnnualPlan(ctxOf(t.actors.bureau2), submitAnnualPlan(ctxOf(t.actors.bureau), input))
}
function report(code: string, period: string, investment: string, revisionReason = ''): void {
  const fields = { code, period, investmentBasis: 'year', investment, remark: '说明', revisionReason }
  approveUpdate(ctxOf(t.actors.bureau), submitMonthlyUpdate(ctxOf(t.actors.owner), typed(monthlyInput, fields)))
}
const bureau = () => ctxOf(t.actors.bureau)
function edit(id: number, fields: Record<string, unknown>, by = t.actors.bureau) {
  const { version, title, texts } = dispatchRow(id)
  const { good: _good, ...said } = texts
  const problems = texts.problems.map(({ key, chosen, words }) => ({ key, ...(chosen ? { chosen: 'on' } : {}), words: words ?? '' }))
  const now = { ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)), problems }
  editDispatch(ctxOf(by), typed(bulletinEdit, { id: String(id), version: String(version), title, ...now, ...fields }))
}
async function refusalFrom(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  throw new Error('nothing was refused')
}
const realRender = async (paper: Paper) => ({ word: await wordBytes(paper), page: htmlPage(paper) })
const textOf = (paper: Paper): string => JSON.stringify(paper)
let draftId = 0

describe('a dispatch', () => {
  it('is drafted from a locked month only, one at a time', () => {
    expect(codeOf(() => draftDispatch(bureau(), { period: '2025-08' }))).toBe('month-not-locked')
    expect(monthsToReport(t.actors.bureau)).toEqual([{ period: '2025-09', revision: 1, issued: false }])
    draftId = draftDispatch(bureau(), { period: '2025-09' })
    expect(codeOf(() => draftDispatch(ctxOf(t.actors.bureau2), { period: '2025-09' }))).toBe('dispatch-open')
    expect(monthsToReport(t.actors.bureau)).toEqual([])
  })

  it('says what the lock holds, each sum with its coverage', () => {
    const { facts, title } = dispatchRow(draftId)
    const whole = totalOf(lockId)!
    expect(title).toBe('关于2025年9月全县重大项目调度情况的通报')
    expect(facts.progress).toMatchObject({
      works: whole.works,
      plan: { yuan: 30_000_000, known: 2, unknown: whole.works - 2 },
      done: { yuan: 23_000_000, known: 2, unknown: whole.works - 2 },
      ...{ both: 2, completion: 76.7, shouldStart: 2, started: 2, dated: 2, startUnknown: 0 },
    })
    expect(facts.progress.plan.yuan).toBe(whole.planYuan)
    expect(facts.progress.done.yuan).toBe(whole.yearToDateYuan)
    expect(facts.progress.lights).toMatchObject({ red: whole.lights.red ?? 0, none: whole.lights.none ?? 0 })
    // 2025-09 is 75 % of the year for the one, 7 months of 10 for the other.
    expect(facts.progress.time).toBe(71.7)
    expect(facts.progress.gap).toBe(5)
    expect(facts.lock).toMatchObject({ id: lockId, revision: 1, digest: lockRow(lockId).digest })
    for (const groups of Object.values(facts.groups)) expect(groups.reduce((sum, { works }) => sum + works, 0)).toBe(whole.works)
    expect(facts.works.map(({ code, gap }) => [code, gap])).toEqual([
      ['P0001', -35],
      ['P0002', 25],
    ])
  })

  it('names the furthest behind and, by unit, who has not reported', () => {
    const { facts, texts } = dispatchRow(draftId)
    expect(facts.worst.map(({ code, gap }) => [code, gap])).toEqual([['P0001', -35]])
    expect(facts.worst[0]?.words).toContain('低 35 个百分点')
    expect(texts.problems).toEqual([{ key: 'P0001', chosen: true, words: null }])
    expect(facts.late.map(({ unit, works }) => [unit, works.map(({ code, state }) => `${code} ${state}`)])).toEqual([
      ['测试乙公司', ['P0003 missing']],
      ['测试甲公司', ['P0001 late', 'P0002 late']],
    ])
    expect(issuesIn(() => edit(draftId, { problems: [{ key: 'P0002', chosen: 'on' }] }))).toEqual(['problems: not-a-choice'])
  })

  it('keeps the figures of the lock whatever is approved afterwards, but wants the open list looked at again', () => {
    report('P0001', '2025-09', '900', '更正')
    orm().insert(conditions).values({ projectId: 1, kind: 'land', ask: '用地批文', state: 'open', raisedOn: testDay }).run()
    expect(codeOf(() => proposeDispatch(bureau(), dispatchStep(draftId)))).toBe('figures-moved')
    const before = dispatchRow(draftId).facts
    expect(refreshDispatch(bureau(), dispatchStep(draftId))).toEqual({ dropped: 0 })
    const { facts } = dispatchRow(draftId)
    expect({ ...facts, asked: [] }).toEqual({ ...before, asked: [] })
    expect(facts.asked).toMatchObject([{ code: 'P0001', problem: '用地批文', measure: null }])
  })
})

describe('four eyes', () => {
  it('let nobody issue or send back what they wrote in', async () => {
    proposeDispatch(bureau(), dispatchStep(draftId))
    expect(await refusalFrom(issueDispatch(bureau(), dispatchIssue(draftId), plainRender))).toBe('not-self')
    expect(codeOf(() => sendBackDispatch(bureau(), { ...dispatchStep(draftId), reason: '改' }))).toBe('not-self')
    expect(dispatchesToIssue(t.actors.bureau)).toEqual([])
    expect(dispatchesToIssue(t.actors.bureau2)).toHaveLength(1)
    sendBackDispatch(ctxOf(t.actors.bureau2), { ...dispatchStep(draftId), reason: '再写具体' })
    expect(dispatchRow(draftId)).toMatchObject({ state: 'drafted', sentBackReason: '再写具体', headHash: null })
    proposeDispatch(bureau(), dispatchStep(draftId))
    takeBackDispatch(bureau(), dispatchStep(draftId))
    edit(draftId, { overall: '总体平稳' })
    proposeDispatch(bureau(), dispatchStep(draftId))
    expect(codeOf(() => edit(draftId, {}))).toBe('bulletin-not-there')
  })

  it('keep drafts from those who read issued ones', () => {
    expect(codeOf(() => dispatchView(t.actors.leader, draftId))).toBe('not-found')
    expect(codeOf(() => dispatchView(t.actors.owner, draftId))).toBe('forbidden')
    expect(dispatchList(t.actors.leader, 1)).toEqual({ rows: [], total: 0 })
  })
})

describe('an issued dispatch', () => {
  it('is the same bytes for ever, and the chain proves them', async () => {
    const { number } = await issueDispatch(ctxOf(t.actors.bureau2), dispatchIssue(draftId), realRender)
    expect(number).toBe('2025-09-调度通报-1')
    const row = dispatchRow(draftId)
    const kept = orm().select().from(documents).where(eq(documents.id, row.documentId!)).get()!
    expect(kept).toMatchObject({ kind: 'dispatch', subject: `dispatch:${draftId}`, sha256: sha256(kept.word!), headHash: row.headHash })
    expect(documentProof(house().sqlite, kept)).toMatchObject({ number, word: sha256(kept.word!), page: sha256(kept.page!) })
    expect(kept.page).toContain(row.headHash!)
    for (const words of ['用地批文', '测试乙公司', '总体平稳', '演示甲', lockRow(lockId).digest]) expect(kept.page).toContain(words)
    for (const part of ['word', 'page'] as const) {
      const [once, again] = [1, 2].map(() => dispatchFile(t.actors.leader, draftId, part, '2026-01-01'))
      expect(once).toEqual(again)
      expect(once).toMatchObject({ kept: { sha256: part === 'word' ? kept.sha256 : sha256(kept.page!) } })
    }
    expect(verifyChain(house().sqlite)).toMatchObject({ broken: null })
  })

  it('can neither be changed nor deleted', () => {
    for (const sql of [`update dispatches set title = 'x' where id = ${draftId}`, `delete from dispatches where id = ${draftId}`])
      expect(() => house().sqlite.exec(sql)).toThrow(/dispatch/)
  })

  it('stays as it was when the month is opened again, and a correction names it and both revisions', async () => {
    const first = dispatchView(t.actors.leader, draftId)
    approveReopening(ctxOf(t.actors.bureau2), requestReopening(bureau(), { id: lockId, reason: '数据更正' }))
    expect(codeOf(() => draftDispatch(bureau(), { period: '2025-09' }))).toBe('month-not-locked')
    publishedLock(t, '2025-09')
    expect(monthsToReport(t.actors.bureau)).toEqual([{ period: '2025-09', revision: 2, issued: true }])
    const id = await issuedDispatch(t, '2025-09', plainRender)
    const { facts, title } = dispatchView(t.actors.leader, id)
    expect(title).toContain('（更正）')
    expect(facts.lock.revision).toBe(2)
    expect(facts.progress.done.yuan).toBe(28_000_000)
    expect(facts.replaces).toMatchObject({ number: '2025-09-调度通报-1', revision: 1, before: { done: { yuan: 23_000_000 } } })
    const paper = textOf(JSON.parse(Buffer.from(keptWord(id)).toString()) as Paper)
    for (const words of ['2025-09-调度通报-1', first.document!.sha256, '第1次月度锁定', '第2次', '与原通报对照'])
      expect(paper).toContain(words)
    expect(dispatchView(t.actors.leader, draftId)).toMatchObject({ facts: first.facts, texts: first.texts, document: first.document })
    expect(dispatchView(t.actors.bureau, draftId)).toMatchObject({ outdated: true, may: { correct: false } })
  })

  it('is corrected in its words only by saying which', () => {
    const id = draftDispatch(bureau(), { period: '2025-09' })
    expect(codeOf(() => proposeDispatch(bureau(), dispatchStep(id)))).toBe('erratum-empty')
    edit(id, { corrections: [{ at: '第一段', was: '甲', now: '乙' }] })
    proposeDispatch(bureau(), dispatchStep(id))
    expect(dispatchRow(id).state).toBe('proposed')
  })
})

const keptWord = (id: number): Buffer =>
  orm()
    .select()
    .from(documents)
    .where(eq(documents.id, dispatchRow(id).documentId!))
    .get()!.word!

it('a dispatch of a month in which nothing is known says so and counts nothing as nought', () => {
  publishedLock(t, '2024-05')
  const { facts } = dispatchRow(proposedDispatch(t, '2024-05'))
  expect(facts.progress).toMatchObject({ plan: { yuan: null }, done: { yuan: null }, completion: null, gap: null })
  const file = dispatchFile(t.actors.bureau, dispatchRow(proposedId()).id, 'page', testDay)
  expect('paper' in file && textOf(file.paper)).toContain('尚不掌握')
})
const proposedId = (): number => dispatchesToIssue(t.actors.bureau2).at(-1)!.id
