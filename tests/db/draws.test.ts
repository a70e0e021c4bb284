import { desc, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { house, orm } from '../../db/client'
import { commitDraw, drawWorks, freezeDraw } from '../../db/commands/draws'
import { assignWorks, scopeRound } from '../../db/commands/round-scope'
import { abandonRound } from '../../db/commands/rounds'
import { chainHead } from '../../db/events'
import { roundView } from '../../db/queries/round'
import { drawDesk, drawnFile, drawViews } from '../../db/queries/round-draws'
import { draws, eventBodies, events, projectList, rounds } from '../../db/schema'
import { checkDraw } from '../../domain/draw-check'
import { parseDrawFile } from '../../domain/draw-file'
import { assignInput, drawCommit, drawFreeze, roundAbandoning, scopeInput } from '../../domain/round-input'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { beginVisit, codesIn, makeRound, nameWorks, notifiedRound, opened, refOf, roundRow, workIn } from '../support/rounds'
import { codeOf, issuesIn, typed } from '../support/typed'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())
beforeEach(() => house().sqlite.exec('begin'))
afterEach(() => house().sqlite.exec('rollback'))

type Fields = Record<string, string>
const by = () => ctxOf(t.actors.supervisor)
const commit = (round: number, reason = '') => commitDraw(by(), typed(drawCommit, { id: String(round), reason }))
const freeze = (id: number, fields: Fields = {}) =>
  freezeDraw(by(), typed(drawFreeze, { id: String(id), count: '5', stratify: 'none', pool: 'rest', ...fields }))
const row = (id: number) => orm().select().from(draws).where(eq(draws.id, id)).get()!
function drawn(round: number, fields: Fields = {}, reason = ''): number {
  const id = commit(round, reason)
  freeze(id, fields)
  drawWorks(by(), { id })
  return id
}
function takeOut(round: number, code: string, reason = ''): void {
  const works = [{ id: String(workIn(round, code).id), remove: 'on', reason }]
  assignWorks(by(), typed(assignInput, { ...refOf(round), works }))
}
const giveUp = (round: number, reason = '时间冲突') => abandonRound(by(), typed(roundAbandoning, { ...refOf(round), reason }))
const lastBody = () => {
  const { seq, action } = orm().select().from(events).orderBy(desc(events.seq)).limit(1).get()!
  return { action, text: orm().select().from(eventBodies).where(eq(eventBodies.seq, seq)).get()!.body }
}
const fileOf = (round: number, position = 1) => {
  const read = parseDrawFile(drawnFile(t.actors.leader, round, position).text)
  if ('malformed' in read) throw new Error(read.malformed.join())
  return read.file
}

describe('a draw', () => {
  it('is committed, frozen and drawn, and its exported file repeats it', () => {
    const round = makeRound(t)
    const id = drawn(round, { stratify: 'sector', count: '12', atLeastOne: 'on' })
    opened(round)
    const file = fileOf(round)
    expect(checkDraw(file).problems).toEqual([])
    expect(file).toMatchObject({
      n: 1,
      reason: null,
      count: 12,
      stratify: 'sector',
      publicSource: 'chain-head',
      round: `2025Q3 round:${round}`,
    })
    expect(codesIn(round)).toEqual(file.drawn.toSorted())
    expect(workIn(round, file.drawn[0]!)).toMatchObject({ route: 'draw', drawId: id })
    expect(roundRow(round).state).toBe('notified')
    expect(new Set(file.candidates.map(({ stratum }) => stratum))).toContain('水利')
  })

  it('says only the hash of its seed until it is drawn, to the supervisors too', () => {
    const round = makeRound(t)
    const id = commit(round)
    const { seed, seedHash } = row(id)
    expect(seed).toMatch(/^[0-9a-f]{64}$/)
    expect(lastBody()).toMatchObject({ action: 'round.draw-committed' })
    expect(lastBody().text).toContain(seedHash)
    const told = () =>
      JSON.stringify([
        drawViews(t.actors.supervisor, round),
        drawDesk(t.actors.supervisor, round),
        roundView(t.actors.supervisor, round, 1),
      ])
    const said = () => [told(), lastBody().text].filter((text) => text.includes(seed))
    expect(said()).toEqual([])
    freeze(id)
    expect(said()).toEqual([])
    expect(codeOf(() => drawnFile(t.actors.supervisor, round, 1))).toBe('not-found')
    drawWorks(by(), { id })
    expect(said()).toHaveLength(2)
  })

  it('mixes in the head of the event chain as it stood when the list was frozen', () => {
    const round = makeRound(t)
    const id = commit(round)
    const head = chainHead(orm())
    freeze(id)
    expect(row(id).file).toMatchObject({ publicValue: head.hash, headSeq: head.seq, publicSource: 'chain-head', drawn: [] })
    const body = JSON.parse(lastBody().text)
    expect(body).toMatchObject({ version: 'draw-1', listHash: row(id).listHash, headSeq: head.seq })
    expect(body.candidates).toHaveLength(row(id).file!.candidates.length)
  })

  it('takes a public value of one’s own with where it was read', () => {
    const id = commit(makeRound(t))
    expect(issuesIn(() => freeze(id, { publicValue: '05 11 23' }))).toEqual(['publicSource: draw-needs-source'])
    expect(issuesIn(() => freeze(id, { publicValue: '05', publicSource: 'chain-head' }))).toEqual(['publicSource: draw-needs-source'])
    expect(issuesIn(() => freeze(id, { publicValue: '05\n11', publicSource: '开奖号' }))).toEqual(['publicValue: unprintable'])
    freeze(id, { publicValue: '05 11 23', publicSource: '双色球 2025120 期' })
    expect(row(id).file).toMatchObject({ publicValue: '05 11 23', publicSource: '双色球 2025120 期' })
  })

  it('chooses from works that are not in the list yet, or from all', () => {
    const round = makeRound(t)
    nameWorks(t, round, ['P0001', 'P0002'])
    const all = orm().select().from(projectList).all().length
    expect(drawDesk(t.actors.supervisor, round).pools).toEqual({ rest: all - 2, all })
    const id = commit(round)
    expect(issuesIn(() => freeze(id, { count: String(all) }))).toEqual(['count: too-large'])
    freeze(id, { count: String(all), pool: 'all' })
    drawWorks(by(), { id })
    expect(codesIn(round)).toHaveLength(all)
    expect(workIn(round, 'P0001')).toMatchObject({ route: 'named', drawId: null })
  })

  it('gives a work that was inspected within a year one ticket, the others three, when it is weighted', () => {
    const earlier = makeRound(t)
    nameWorks(t, earlier, ['P0001', 'P0002'])
    beginVisit(earlier, 'P0001', t.actors.supervisor, '2025-03-01')
    beginVisit(earlier, 'P0002', t.actors.supervisor, '2024-10-01')
    const id = commit(makeRound(t))
    freeze(id, { weighted: 'on' })
    const tickets = new Map(row(id).file!.candidates.map((candidate) => [candidate.code, candidate.tickets]))
    expect([tickets.get('P0001'), tickets.get('P0002'), tickets.get('P0003')]).toEqual([1, 3, 3])
  })

  it('takes its steps once, in order, and one draw at a time', () => {
    const round = makeRound(t)
    const id = commit(round)
    expect(codeOf(() => commit(round, '再抽'))).toBe('draw-open')
    expect(codeOf(() => drawWorks(by(), { id }))).toBe('draw-not-there')
    freeze(id)
    expect(codeOf(() => freeze(id))).toBe('draw-not-there')
    drawWorks(by(), { id })
    expect(codeOf(() => drawWorks(by(), { id }))).toBe('draw-not-there')
    expect(codeOf(() => freeze(id))).toBe('draw-not-there')
  })

  it('needs a reason the second time, and the first with its works stays to be seen', () => {
    const round = makeRound(t)
    drawn(round)
    const first = codesIn(round)
    expect(issuesIn(() => commit(round))).toEqual(['reason: needs-reason'])
    drawn(round, { count: '3' }, '两个项目道路不通')
    expect(codesIn(round)).toEqual(expect.arrayContaining(first))
    expect(codesIn(round)).toHaveLength(8)
    const views = drawViews(t.actors.supervisor, round)
    expect(views.map(({ position, reason, drawn: works }) => [position, reason, works.length])).toEqual([
      [1, null, 5],
      [2, '两个项目道路不通', 3],
    ])
    takeOut(round, first[0]!, '道路不通')
    expect(drawViews(t.actors.supervisor, round)[0]?.drawn.map(({ code }) => code)).toContain(first[0])
    opened(round)
    expect(checkDraw(fileOf(round, 2)).problems).toEqual([])
  })

  it('loses a drawn work only for a reason, which stays beside it; whatever way the work came in', () => {
    const round = makeRound(t)
    nameWorks(t, round, ['P0001'])
    const all = orm().select().from(projectList).all().length
    const id = commit(round)
    freeze(id, { count: String(all), pool: 'all' })
    drawWorks(by(), { id })
    expect(issuesIn(() => takeOut(round, 'P0001'))).toEqual(['works.0.reason: drawn-needs-reason'])
    takeOut(round, 'P0001', '道路不通')
    takeOut(round, 'P0002', '业主不便')
    expect(JSON.parse(lastBody().text).works).toEqual([{ code: 'P0002', removed: true, reason: '业主不便' }])
    const [view] = drawViews(t.actors.supervisor, round)
    expect(view?.removed.map(({ code, reason }) => [code, reason])).toEqual([
      ['P0001', '道路不通'],
      ['P0002', '业主不便'],
    ])
    expect(view?.removed[0]?.name).not.toBe('P0001')
    nameWorks(t, round, ['P0002'])
    expect(row(id).removed).toEqual([{ code: 'P0001', reason: '道路不通' }])
    const other = makeRound(t)
    nameWorks(t, other, ['P0003'])
    takeOut(other, 'P0003')
    expect(codesIn(other)).toEqual([])
  })

  it('is not made once the list stands', async () => {
    const round = await notifiedRound(t, ['P0001'])
    expect(codeOf(() => commit(round))).toBe('round-not-there')
    const other = makeRound(t)
    const id = commit(other)
    scopeRound(by(), typed(scopeInput, { ...refOf(other), how: 'named', list: 'P0001' }))
    opened(other)
    expect(codeOf(() => freeze(id))).toBe('round-not-there')
  })

  it('is shown to others only with the list', () => {
    const round = makeRound(t, { announcement: 'unannounced' })
    drawn(round)
    for (const actor of [t.actors.bureau, t.actors.leader]) {
      expect(codeOf(() => drawnFile(actor, round, 1))).toBe('not-found')
      expect(codeOf(() => drawViews(actor, round))).toBe('not-found')
    }
    beginVisit(round, codesIn(round)[0]!, t.actors.supervisor)
    expect(codeOf(() => drawnFile(t.actors.leader, round, 1))).toBe('not-found')
    expect(roundView(t.actors.leader, round, 1)).toMatchObject({ draws: [], total: 1 })
  })
})

describe('a round made anew after one was given up', () => {
  it('goes on with its draws: the next one is the second, and says why', () => {
    const first = makeRound(t)
    drawn(first)
    giveUp(first)
    const second = makeRound(t)
    expect(issuesIn(() => commit(second))).toEqual(['reason: needs-reason'])
    const id = drawn(second, { count: '3' }, '第一次的项目太远')
    expect(row(id)).toMatchObject({ position: 2, reason: '第一次的项目太远', file: { n: 2 } })
    const views = drawViews(t.actors.supervisor, second)
    expect(
      views.map(({ roundId, position, abandoned, drawn: works }) => [roundId, position, abandoned?.reason ?? null, works.length]),
    ).toEqual([
      [first, 1, '时间冲突', 5],
      [second, 2, null, 3],
    ])
    giveUp(second)
    expect(row(drawn(makeRound(t), {}, '又一次'))).toMatchObject({ position: 3 })
  })

  it('also when the seed was sealed and nothing drawn, or when it stood beside the other one', () => {
    const [first, second] = [makeRound(t), makeRound(t)]
    commit(first)
    giveUp(first)
    expect(issuesIn(() => commit(second))).toEqual(['reason: needs-reason'])
    expect(drawViews(t.actors.supervisor, second)).toMatchObject([{ position: 1, drawnAt: null, seed: null, drawn: [] }])
    expect(row(commit(second, '上一轮没有抽')).position).toBe(2)
  })

  it('but begins with its own where the other was of another quarter or kind, or lives', () => {
    const others: Fields[] = [{ quarter: '2025Q2' }, { kind: 'joint' }]
    for (const fields of others) {
      const other = makeRound(t, fields)
      drawn(other)
      giveUp(other)
    }
    drawn(makeRound(t))
    expect(row(commit(makeRound(t)))).toMatchObject({ position: 1, reason: null })
  })

  it('shows the first draw to others once its own list is open, with the file to repeat it', () => {
    const first = makeRound(t, { announcement: 'unannounced' })
    drawn(first)
    giveUp(first)
    const second = makeRound(t, { announcement: 'unannounced' })
    nameWorks(t, second, ['P0001'])
    drawn(second, {}, '再抽')
    expect(codeOf(() => drawnFile(t.actors.leader, first, 1))).toBe('not-found')
    opened(second)
    orm().update(rounds).set({ listOpenedAt: by().at }).where(eq(rounds.id, second)).run()
    expect(drawViews(t.actors.leader, second).map(({ roundId }) => roundId)).toEqual([first, second])
    expect(checkDraw(fileOf(first)).problems).toEqual([])
    expect(codeOf(() => drawViews(t.actors.leader, first))).toBe('not-found')
    // What is given up after that may still be used by the next one.
    const third = makeRound(t, { announcement: 'unannounced' })
    nameWorks(t, third, ['P0002'])
    orm().update(rounds).set({ listOpenedAt: '2020-01-01T00:00:00.000Z' }).where(eq(rounds.id, second)).run()
    drawn(third, {}, '另一轮')
    giveUp(third)
    expect(codeOf(() => drawnFile(t.actors.leader, third, 2))).toBe('not-found')
  })
})
