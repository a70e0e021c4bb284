import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { approveExtension } from '../../db/commands/findings-extensions'
import { abandonRound } from '../../db/commands/rounds'
import { factsAhead, factsIn } from '../../db/inspection/bulletin-ahead'
import { factsNow, saysTheSame } from '../../db/inspection/bulletin-facts'
import { roundById } from '../../db/inspection/bulletin-row'
import { ownExtract } from '../../db/queries/bulletin-extract'
import { draws, projectList } from '../../db/schema'
import type { Day } from '../../domain/calendar'
import type { DrawFile } from '../../domain/draw-file'
import { roundAbandoning } from '../../domain/round-input'
import { endedRound, issued, finding as registered } from '../support/bulletin-house'
import { extensionRows, finding, findingIn, proof } from '../support/finding'
import { addOrganisation, ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { makeRound, refOf } from '../support/rounds'
import { typed } from '../support/typed'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

const factsOf = (roundId: number, today: Day = testDay) => factsNow(orm(), roundById(orm(), roundId), today)

describe('what units are told of the county', () => {
  const yi = 100_000_000
  const owners = (codes: readonly string[]) => {
    for (const code of codes) giveWork(t, code, { organisationId: addOrganisation(`测试${code}公司`, 'company') })
    giveWork(t, 'P0001')
  }
  /** As if approved fact sheets said so: only these works have a total. */
  const totals = (codes: readonly string[]) => {
    orm().update(projectList).set({ totalYuan: null }).run()
    for (const code of codes)
      orm()
        .update(projectList)
        .set({ totalYuan: yi })
        .where(eq(projectList.projectId, work(code).id))
        .run()
  }
  const total = (id: number) => ownExtract(t.actors.owner, id).figures.find(({ name }) => name === 'totalYuan')!

  it('is no sum that gives away one unit beside what an earlier bulletin said', async () => {
    owners(['P0002', 'P0003', 'P0004', 'P0005', 'P0006'])
    totals(['P0001', 'P0002', 'P0003'])
    const first = await issued(t, endedRound(t, '2024Q1', ['P0001']))
    expect(total(first)).toMatchObject({ figure: { value: 3 * yi }, hidden: null })
    totals(['P0001', 'P0002', 'P0003', 'P0004'])
    const second = await issued(t, endedRound(t, '2024Q2', ['P0001']))
    expect(total(second)).toEqual({ name: 'totalYuan', figure: null, hidden: 'turnover' })
    totals(['P0001', 'P0002', 'P0003', 'P0004', 'P0005', 'P0006'])
    const third = await issued(t, endedRound(t, '2024Q3', ['P0001']))
    expect(total(third)).toMatchObject({ figure: { value: 6 * yi }, hidden: null })
    totals(['P0001', 'P0002'])
    expect(total(await issued(t, endedRound(t, '2024Q4', ['P0001'])))).toMatchObject({ figure: null, hidden: 'few' })
    expect(total(first).figure?.value).toBe(3 * yi)
  })
})

describe('rectification in the facts', () => {
  it('keeps a finding in the quarter of each of its deadlines, sent back or extended, and knows what was closed in time', () => {
    const { supervisor, owner } = t.actors
    const july = '2027-07-01'
    const by = (dueOn: Day) => ({ today: july, dueOn })
    const extended = findingIn(t, ['assign', 'acknowledge', 'plan', 'start'], by('2027-09-20'))
    finding.askTime(ctxOf(owner, '2027-09-01'), extended, { dueOn: '2027-11-20' })
    const asked = extensionRows(extended)[0]!
    approveExtension(ctxOf(supervisor, '2027-09-02'), { id: asked.id })
    const back = findingIn(t, ['assign', 'acknowledge', 'plan', 'start', 'request'], by('2027-09-10'))
    finding.sendBack(ctxOf(supervisor, '2027-09-12'), back, { dueOn: '2027-10-20' })
    const inTime = findingIn(t, ['assign', 'acknowledge', 'plan', 'start', 'request', 'close'], by('2027-08-01'))
    const late = findingIn(t, ['assign', 'acknowledge', 'plan', 'start'], by('2027-08-01'))
    proof(owner, late)
    finding.request(ctxOf(owner, '2027-08-10'), late)
    finding.close(ctxOf(supervisor, '2027-08-11'), late)
    expect(inTime).toBeGreaterThan(0)
    const { due, dueClosed, closed } = factsOf(endedRound(t, '2027Q3', ['P0001']), '2027-10-16').figures
    expect([due.value, dueClosed.value, closed.value]).toEqual([4, 1, 2])
    expect(factsOf(endedRound(t, '2027Q4', ['P0001']), '2027-12-31').figures.due.value).toBe(2)
  })
})

describe('figures reckoned before the transaction', () => {
  it('hold while nothing was recorded, and are reckoned again when something was', () => {
    const ctx = ctxOf(t.actors.supervisor)
    const round = roundById(orm(), endedRound(t, '2029Q1', ['P0001']))
    const ahead = factsAhead(ctx, round.id)
    const inside = () => orm().transaction((tx) => factsIn(tx, ctx, round, ahead))
    expect(inside()).toBe(ahead)
    registered(t, round.id, 'P0001')
    expect(inside().figures.found.value).toBe(1)
    expect(ahead?.figures.found.value).toBe(0)
    expect(factsAhead(ctxOf(t.actors.bureau), round.id)).toBeNull()
  })

  it('say the same in whatever order they were written', () => {
    const now = factsOf(endedRound(t, '2029Q2', ['P0001']))
    const { figures, ...rest } = now
    expect(saysTheSame(now, { figures, ...rest })).toBe(true)
    expect(saysTheSame(now, { ...now, figures: { ...figures, found: { ...figures.found, value: 9 } } })).toBe(false)
  })
})

describe('draws in the facts', () => {
  const drawnFile = (n: number, drawn: string[], reason: string | null): DrawFile => ({
    ...{ version: 'draw-1', title: '测试', round: '测试', n, reason, seed: 'a'.repeat(64), seedHash: 'b'.repeat(64) },
    ...{ seedCommittedAt: '2025-10-01T00:00:00.000Z', publicValue: 'v', publicSource: 'chain-head', headSeq: 1 },
    ...{ frozenAt: '2025-10-01T00:00:00.000Z', stratify: 'none', weighted: false, atLeastOne: false, count: 1 },
    ...{ candidates: [{ code: 'P0001', stratum: '', tickets: 1 }], listHash: 'c'.repeat(64), drawn },
  })
  function draw(roundId: number, file: DrawFile, more: Partial<typeof draws.$inferInsert> = {}): void {
    const { seed, seedHash, reason, n: position } = file
    const at = file.frozenAt
    const by = { committedBy: t.actors.supervisor.id, committedAt: at, drawnBy: t.actors.supervisor.id }
    orm()
      .insert(draws)
      .values({ roundId, position, reason, seed, seedHash, ...by, frozenAt: at, drawnAt: at, file, ...more })
      .run()
  }

  it('are all that led to the list: those of a round given up before it too, and what was taken out with its reason', () => {
    const before = makeRound(t, { quarter: '2025Q1', title: '一季度专项督查' })
    draw(before, drawnFile(1, ['P0002'], null))
    draw(before, drawnFile(2, ['P0003'], '没有抽'), { drawnAt: null })
    abandonRound(ctxOf(t.actors.supervisor, '2025-10-02'), typed(roundAbandoning, { ...refOf(before), reason: '重来' }))
    const roundId = endedRound(t, '2025Q1', ['P0001'], 'special')
    draw(roundId, drawnFile(3, ['P0001', 'P0004'], '轮次重开'), { removed: [{ code: 'P0004', reason: '停建' }] })
    expect(factsOf(roundId).draws.map(({ n, abandoned, drawn, removed }) => [n, abandoned, drawn, removed])).toEqual([
      [1, '一季度专项督查', ['P0002'], []],
      [3, null, ['P0001', 'P0004'], [{ code: 'P0004', reason: '停建' }]],
    ])
  })
})
