import { desc } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { house, orm } from '../../db/client'
import { carryOver } from '../../db/commands/carry'
import { commitDraw } from '../../db/commands/draws'
import { abandonRound } from '../../db/commands/rounds'
import { listEvents } from '../../db/queries/events'
import { logState } from '../../db/queries/home-house'
import { projectHead } from '../../db/queries/project'
import { projectHistory } from '../../db/queries/project-history'
import { roundView } from '../../db/queries/round'
import { roundList } from '../../db/queries/rounds'
import { events } from '../../db/schema'
import { eventActions } from '../../domain/events'
import { carryInput, roundAbandoning } from '../../domain/round-input'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { beginVisit, findingIn, makeRound, move, nameTeam, nameWorks, notifiedRound, refOf, sendNotice } from '../support/rounds'
import { codeOf, typed } from '../support/typed'
import { giveWork } from '../support/work'

const title = '绝密名称'
let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
  giveWork(t, 'P0002')
})
afterAll(() => t.close())
beforeEach(() => house().sqlite.exec('begin'))
afterEach(() => house().sqlite.exec('rollback'))

/** Everything the auditor can be told, page by page. */
function log(filter: Parameters<typeof listEvents>[1] = {}): ReturnType<typeof listEvents>['rows'] {
  const { rows, next } = listEvents(t.actors.auditor, filter)
  return next === null ? rows : [...rows, ...log({ ...filter, before: next })]
}

/** An unannounced round with two works, a team, a draw begun and a finding carried into it. */
async function secretRound(): Promise<{ id: number; finding: string }> {
  const before = await notifiedRound(t, ['P0002'], { quarter: '2025Q2', title: '二季度' })
  move(t, before, 'begin')
  const finding = findingIn(t, before, 'P0002')
  move(t, before, 'end')
  const id = makeRound(t, { title, announcement: 'unannounced' }, t.actors.supervisor2)
  nameWorks(t, id, ['P0001', 'P0002'])
  nameTeam(t, id)
  carryOver(ctxOf(t.actors.supervisor2), typed(carryInput, { ...refOf(id), findings: [String(finding.id)] }))
  commitDraw(ctxOf(t.actors.supervisor2), { id, reason: null })
  return { id, finding: finding.number }
}

describe('until its list is open, a round', () => {
  it('is not in the auditor’s log by name, subject, action, person or body', async () => {
    const started = orm().select().from(events).orderBy(desc(events.seq)).limit(1).get()!.seq
    const { id } = await secretRound()
    const rows = log().filter(({ seq }) => seq > started)
    const sealed = rows.filter((row) => row.sealed)
    // created, scoped, team, carried (finding and round), committed
    expect(sealed).toHaveLength(6)
    for (const row of sealed) expect(row).toEqual({ ...row, actor: null, action: '', subject: '', body: null, erased: false })
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${title}|P0001|round:${id}"|test-supervisor2`))
    expect(JSON.stringify(logState(t.actors.auditor))).not.toMatch(new RegExp(`${title}|P0001|round:${id}"|test-supervisor2`))
  })

  it('answers to no filter of the log, and no count of it changes', async () => {
    const questions = [...eventActions.map((action) => ({ action })), { username: 'test-supervisor2' }, { username: 'test-supervisor' }]
    const known = await notifiedRound(t, ['P0002'], { quarter: '2025Q2', title: '二季度' })
    move(t, known, 'begin')
    const finding = findingIn(t, known, 'P0002')
    move(t, known, 'end')
    const counts = () => questions.map((question) => log(question).length)
    const before = counts()
    const id = makeRound(t, { title, announcement: 'unannounced' }, t.actors.supervisor2)
    nameWorks(t, id, ['P0001'])
    carryOver(ctxOf(t.actors.supervisor2), typed(carryInput, { ...refOf(id), findings: [String(finding.id)] }))
    expect(counts()).toEqual(before)
    expect(log({ subject: `round:${id}` })).toEqual([])
    expect(log({ subject: `finding:${finding.number}` }).map(({ action }) => action)).toEqual(['finding.registered'])
    expect(log({ subject: `round:${known}` }).length).toBeGreaterThan(3)
  })

  it('is nobody’s but the supervisors’: not listed, not counted, not found', async () => {
    const total = roundList(t.actors.leader, 1).total
    const { id } = await secretRound()
    const draft = makeRound(t, { title })
    nameWorks(t, draft, ['P0001'])
    for (const actor of [t.actors.bureau, t.actors.leader]) {
      const list = roundList(actor, 1)
      expect(list.total).toBe(total + 1)
      expect(JSON.stringify(list)).not.toContain(title)
      for (const round of [id, draft]) expect(codeOf(() => roundView(actor, round, 1))).toBe('not-found')
      expect(codeOf(() => roundView(actor, 99_999, 1))).toBe('not-found')
    }
    for (const actor of [t.actors.owner, t.actors.admin, t.actors.auditor]) expect(codeOf(() => roundView(actor, id, 1))).toBe('forbidden')
    expect(roundView(t.actors.supervisor, id, 1).total).toBe(2)
    const history = projectHistory(projectHead(t.actors.owner, 'P0001'), null)
    expect(history.rows.filter(({ action }) => /^(round|finding|visit)/.test(action))).toEqual([])
  })

  it('shows of an unannounced list only the works whose visit has begun, and not how it was made', async () => {
    const { id, finding } = await secretRound()
    beginVisit(id, 'P0001', t.actors.supervisor)
    for (const actor of [t.actors.bureau, t.actors.leader]) {
      const view = roundView(actor, id, 1)
      expect(view.works.map(({ code, route, group }) => [code, route, group])).toEqual([['P0001', null, null]])
      expect(view).toMatchObject({ whole: false, total: 1, members: [], groups: [], draws: [], materials: [], findings: [], notice: null })
      expect(JSON.stringify(view)).not.toMatch(new RegExp(`P0002|${finding}`))
      expect(roundList(actor, 1).rows.find((row) => row.id === id)).toMatchObject({ works: 1, findingsOpen: 0, whole: false })
    }
    expect(log({ subject: `round:${id}` })).toEqual([])
    move(t, id, 'end')
    expect(roundView(t.actors.leader, id, 1)).toMatchObject({ whole: true, total: 2, findings: [{ number: finding, carried: true }] })
    expect(log({ subject: `round:${id}` }).map(({ action }) => action)).toContain('round.draw-committed')
    expect(log().some((row) => row.sealed)).toBe(false)
  })

  it('is sealed while an announced one is drafted, opens with the notice, and stays sealed when it is abandoned', async () => {
    const id = makeRound(t, { title })
    nameWorks(t, id, ['P0001'])
    nameTeam(t, id)
    expect(log().filter((row) => row.sealed)).toHaveLength(3)
    await sendNotice(t, id)
    expect(log().filter((row) => row.sealed)).toHaveLength(0)
    expect(log({ subject: `round:${id}` })).toHaveLength(4)
    const other = makeRound(t, { title })
    abandonRound(ctxOf(t.actors.supervisor), typed(roundAbandoning, { ...refOf(other), reason: '泄露' }))
    expect(JSON.stringify(log())).not.toContain('泄露')
    expect(codeOf(() => roundView(t.actors.leader, other, 1))).toBe('not-found')
  })
})
