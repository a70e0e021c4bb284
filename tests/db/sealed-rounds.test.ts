import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { house, orm } from '../../db/client'
import { carryOver } from '../../db/commands/carry'
import { commitDraw } from '../../db/commands/draws'
import { announcePhoto, takePhotoPiece } from '../../db/commands/photos'
import { abandonRound } from '../../db/commands/rounds'
import { addFieldFinding, finishVisit, startVisit } from '../../db/commands/visits'
import { listEvents } from '../../db/queries/events'
import { evidenceFile } from '../../db/queries/evidence'
import { logState } from '../../db/queries/home-house'
import { projectHead } from '../../db/queries/project'
import { projectHistory } from '../../db/queries/project-history'
import { roundView } from '../../db/queries/round'
import { roundList } from '../../db/queries/rounds'
import { events, visitPhotos } from '../../db/schema'
import { eventActions } from '../../domain/events'
import { carryInput, roundAbandoning } from '../../domain/round-input'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { beginVisit, findingIn, makeRound, move, nameTeam, nameWorks, notifiedRound, refOf, roundRow, sendNotice } from '../support/rounds'
import { codeOf, typed } from '../support/typed'
import { finished, photoTaken, problemFound, started } from '../support/visits'
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

  it('that was given up is read in the log once a later one of its quarter and kind has opened its list', async () => {
    const { id: first, finding } = await secretRound()
    abandonRound(ctxOf(t.actors.supervisor), typed(roundAbandoning, { ...refOf(first), reason: '抽得不好' }))
    const [otherKind, next] = [makeRound(t, { kind: 'joint' }), makeRound(t, { title })]
    for (const id of [otherKind, next]) nameWorks(t, id, ['P0001'])
    for (const id of [otherKind, next]) nameTeam(t, id)
    await sendNotice(t, otherKind)
    expect(log({ subject: `round:${first}` })).toEqual([])
    await sendNotice(t, next)
    expect(log({ subject: `round:${first}` }).map(({ action }) => action)).toEqual([
      'round.abandoned',
      'round.draw-committed',
      'round.scoped',
      'round.team-set',
      'round.scoped',
      'round.created',
    ])
    expect(log({ subject: `finding:${finding}` }).map(({ action }) => action)).toContain('finding.carried')
    expect(codeOf(() => roundView(t.actors.leader, first, 1))).toBe('not-found')
  })

  it('stays so when somebody went to a work that is not in it: no log, file, list or history tells', async () => {
    const id = makeRound(t, { title, announcement: 'unannounced' }, t.actors.supervisor2)
    nameWorks(t, id, ['P0001'])
    const [ctx, at] = [() => ctxOf(t.actors.supervisor2), '2025-10-16T00:30:00.000Z']
    const before = orm().select().from(events).orderBy(desc(events.seq)).limit(1).get()!.seq
    const start = started(id, 'P0002', at)
    expect(startVisit(ctx(), start)).toMatchObject({ status: 'conflict' })
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer()
    const photo = photoTaken(start.visit, at, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    announcePhoto(ctx(), photo)
    await takePhotoPiece(ctx(), { clientId: photo.id, offset: 0, piece: bytes })
    finishVisit(ctx(), finished(start.visit, at, { words: '走错了工地' }))
    addFieldFinding(ctx(), problemFound(start.visit, at))
    expect(roundRow(id)).toMatchObject({ state: 'scoped', openedAt: null, listOpenedAt: null })
    const rows = log().filter(({ seq }) => seq > before)
    expect(rows.length).toBeGreaterThan(4)
    for (const row of rows) expect(row).toMatchObject({ sealed: true, actor: null, action: '', subject: '', body: null })
    for (const question of [{ subject: 'project:P0002', action: 'visit.started' as const }, { username: 'test-supervisor2' }])
      expect(log(question).filter(({ seq }) => seq > before)).toEqual([])
    const stored = orm().select().from(visitPhotos).where(eq(visitPhotos.clientId, photo.id)).get()!
    expect(stored.storedSha256).not.toBeNull()
    expect(evidenceFile(t.actors.supervisor, stored.storedSha256 ?? '')).not.toBeNull()
    for (const actor of [t.actors.bureau, t.actors.leader, t.actors.owner]) {
      expect(evidenceFile(actor, stored.storedSha256 ?? '')).toBeNull()
      expect(JSON.stringify(projectHistory(projectHead(actor, 'P0002'), null))).not.toMatch(/visit\.|photo\./)
    }
    expect(codeOf(() => roundView(t.actors.leader, id, 1))).toBe('not-found')
    expect(JSON.stringify(roundList(t.actors.leader, 1))).not.toContain(title)
    // Once somebody stands at a work of its list it is known; the other place only with the list.
    const there = started(id, 'P0001', at)
    startVisit(ctx(), there)
    expect(roundRow(id)).toMatchObject({ state: 'under-way', listOpenedAt: null })
    expect(log({ action: 'visit.started' }).map(({ subject }) => subject)).toEqual(['project:P0001'])
    expect(log({ action: 'finding.registered' }).filter(({ seq }) => seq > before)).toHaveLength(1)
    move(t, id, 'end')
    expect(log().some((row) => row.sealed)).toBe(false)
  })
})
