import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { house, orm } from '../../db/client'
import { carryOver } from '../../db/commands/carry'
import { notifyRound } from '../../db/commands/round-notice'
import { assignWorks, scopeRound } from '../../db/commands/round-scope'
import { saveGroups, saveTeam } from '../../db/commands/round-team'
import { abandonRound, editRound } from '../../db/commands/rounds'
import { roundView } from '../../db/queries/round'
import { scopeView } from '../../db/queries/round-scope'
import { groupsOf, membersOf } from '../../db/queries/round-team'
import { documents, findingSteps, findings, projectList, rounds } from '../../db/schema'
import { assignInput, carryInput, groupsInput, roundAbandoning, roundEdit, scopeInput, teamInput } from '../../domain/round-input'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import {
  askFor,
  beginVisit,
  codesIn,
  findingIn,
  makeRound,
  move,
  nameTeam,
  nameWorks,
  notifiedRound,
  plainPaper,
  refOf,
  roundRow,
  sendNotice,
  workIn,
} from '../support/rounds'
import { codeOf, issuesIn, refusalOf, typed } from '../support/typed'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002', 'P0003']) giveWork(t, code)
})
afterAll(() => t.close())
beforeEach(() => house().sqlite.exec('begin'))
afterEach(() => house().sqlite.exec('rollback'))

type Fields = Record<string, unknown>
const by = () => ctxOf(t.actors.supervisor)
const scope = (id: number, fields: Fields) => scopeRound(by(), typed(scopeInput, { ...refOf(id), ...fields }))
const groups = (id: number, rows: Fields[]) => saveGroups(by(), typed(groupsInput, { ...refOf(id), groups: rows }))
const team = (id: number, members: Fields[]) => saveTeam(by(), typed(teamInput, { ...refOf(id), members }))
const assign = (id: number, works: Fields[]) => assignWorks(by(), typed(assignInput, { ...refOf(id), works }))
const abandon = (id: number) => abandonRound(by(), typed(roundAbandoning, { ...refOf(id), reason: '改期' }))
const lightUp = (code: string, lightLevel: string) => orm().update(projectList).set({ lightLevel }).where(eq(projectList.code, code)).run()

describe('a round', () => {
  it('is the only quarterly one of its quarter until it is abandoned', () => {
    const quarterly = { kind: 'quarterly' }
    const first = makeRound(t, quarterly)
    expect(issuesIn(() => makeRound(t, quarterly))).toEqual(['quarter: quarterly-exists'])
    makeRound(t, { ...quarterly, quarter: '2025Q4' })
    makeRound(t, { kind: 'joint' })
    makeRound(t, { kind: 'joint' })
    abandon(first)
    expect(roundRow(first)).toMatchObject({ state: 'abandoned', abandonReason: '改期' })
    makeRound(t, quarterly)
  })

  it('is edited from the version that was shown, and no more once its notice is out', async () => {
    const id = makeRound(t)
    const edit = (fields: Fields = {}) => editRound(by(), typed(roundEdit, { ...refOf(id), title: '改名', ...fields }))
    edit({ fromDay: '2025-10-20', toDay: '2025-10-22', requirements: '请准备资料' })
    expect(roundRow(id)).toMatchObject({ title: '改名', requirements: '请准备资料', version: 2 })
    expect(refusalOf(() => edit({ version: '1' }))).toMatchObject({ code: 'stale', params: { version: 2 } })
    expect(issuesIn(() => edit({ fromDay: '2025-10-20', toDay: '2025-10-19' }))).toEqual(['toDay: to-before-from'])
    const sent = await notifiedRound(t, ['P0001'])
    expect(codeOf(() => editRound(by(), typed(roundEdit, { ...refOf(sent), title: '改' })))).toBe('round-not-there')
  })

  it('moves only along its table, and an unannounced one is not begun by hand', async () => {
    const id = makeRound(t)
    for (const step of ['begin', 'end', 'rectify', 'close'])
      expect(
        codeOf(() => move(t, id, step)),
        step,
      ).toBe('round-not-there')
    const sent = await notifiedRound(t, ['P0001'])
    move(t, sent, 'begin')
    expect(codeOf(() => abandon(sent))).toBe('round-not-there')
    move(t, sent, 'end')
    expect(roundRow(sent).state).toBe('visits-ended')
    expect(codeOf(() => move(t, sent, 'close'))).toBe('round-not-there')
    const secret = makeRound(t, { announcement: 'unannounced' })
    nameWorks(t, secret, ['P0001'])
    expect(codeOf(() => move(t, secret, 'begin'))).toBe('round-not-there')
    expect(roundRow(secret).openedAt).toBeNull()
  })

  it('opens its whole list when an unannounced one has ended its visits', () => {
    const id = makeRound(t, { announcement: 'unannounced' })
    nameWorks(t, id, ['P0001', 'P0002'])
    beginVisit(id, 'P0001', t.actors.supervisor)
    expect(roundRow(id).listOpenedAt).toBeNull()
    move(t, id, 'end')
    expect(roundRow(id).listOpenedAt).not.toBeNull()
  })
})

describe('its list', () => {
  it('is named by codes or names, several at once, and says which lines it cannot read', () => {
    const id = makeRound(t)
    const name = work('P0003').name
    expect(scope(id, { how: 'named', list: `p0001，P0002\n${name}`, codes: ['P0004'] })).toBe(4)
    expect(codesIn(id)).toEqual(['P0001', 'P0002', 'P0003', 'P0004'])
    expect(workIn(id, 'P0001')).toMatchObject({ route: 'named', rules: [] })
    expect(roundRow(id).state).toBe('scoped')
    const wrong = refusalOf(() => scope(id, { how: 'named', list: 'P0005\nP9999 某项目\n没有的项目' }))
    expect(wrong.issues).toEqual([{ field: 'list', code: 'list-wrong', params: { lines: 'P9999 某项目；没有的项目' } }])
    expect(codesIn(id)).toHaveLength(4)
    expect(issuesIn(() => scope(id, { how: 'named' }))).toEqual(['list: required'])
    expect(codeOf(() => scope(id, { how: 'named', list: 'P0001' }))).toBe('nothing-to-add')
  })

  it('takes all works but those withdrawn', () => {
    const id = makeRound(t)
    const all = orm().select().from(projectList).all()
    orm().update(projectList).set({ stage: 'withdrawn' }).where(eq(projectList.code, 'P0004')).run()
    expect(scope(id, { how: 'all' })).toBe(all.length - 1)
    expect(codesIn(id)).not.toContain('P0004')
    expect(workIn(id, 'P0001').route).toBe('all')
  })

  it('is made by several rules together, and each work keeps why', () => {
    const id = makeRound(t)
    lightUp('P0001', 'red')
    orm().update(projectList).set({ stage: 'paused' }).where(eq(projectList.code, 'P0001')).run()
    orm().update(projectList).set({ stage: 'paused' }).where(eq(projectList.code, 'P0007')).run()
    const view = scopeView(t.actors.supervisor, id, { rules: ['red', 'paused'], page: 1, today: testDay })
    expect(view.preview.map(({ code, rules }) => [code, rules])).toEqual([
      ['P0001', ['red', 'paused']],
      ['P0007', ['paused']],
    ])
    expect(view.alone).toMatchObject({ red: 1, paused: 2 })
    expect(scope(id, { how: 'rules', rules: ['red', 'paused'] })).toBe(2)
    expect(workIn(id, 'P0001')).toMatchObject({ route: 'rule', rules: ['red', 'paused'] })
    expect(issuesIn(() => scope(id, { how: 'rules' }))).toEqual(['rules: required'])
  })

  it('has at least one work of every chain and sector when that is asked', () => {
    const id = makeRound(t)
    scope(id, { how: 'rules', rules: ['every-chain', 'every-sector'] })
    const works = orm().select().from(projectList).all()
    const listed = works.filter(({ code }) => codesIn(id).includes(code))
    expect(new Set(listed.map(({ sector }) => sector))).toEqual(new Set(works.map(({ sector }) => sector)))
    expect(new Set(listed.map(({ chainId }) => chainId))).toEqual(new Set(works.map(({ chainId }) => chainId)))
    expect(codeOf(() => scope(id, { how: 'rules', rules: ['every-chain', 'every-sector'] }))).toBe('nothing-to-add')
  })

  it('brings in works whose rectification is overdue', async () => {
    const { id: finding } = findingIn(t, null, 'P0002')
    orm().update(findings).set({ state: 'rectifying', dueOn: '2025-10-15' }).where(eq(findings.id, finding)).run()
    const id = makeRound(t)
    scope(id, { how: 'rules', rules: ['overdue-rectification'] })
    expect(codesIn(id)).toEqual(['P0002'])
    orm().update(findings).set({ dueOn: testDay }).where(eq(findings.id, finding)).run()
    expect(codeOf(() => scope(makeRound(t), { how: 'rules', rules: ['overdue-rectification'] }))).toBe('nothing-to-add')
  })

  it('is shared out in a batch, and a work leaves it only before anybody has been there', () => {
    const id = makeRound(t, { announcement: 'unannounced' })
    nameWorks(t, id, ['P0001', 'P0002'])
    groups(id, [{ name: '一组' }])
    const [group] = groupsOf(orm(), id)
    const row = (code: string) => ({ id: String(workIn(id, code).id) })
    assign(id, [{ ...row('P0001'), groupId: String(group?.id), visitOn: '2025-10-20' }, { ...row('P0002') }])
    expect(workIn(id, 'P0001')).toMatchObject({ groupId: group?.id, visitOn: '2025-10-20' })
    const other = makeRound(t)
    nameWorks(t, other, ['P0001'])
    expect(codeOf(() => assign(other, [row('P0002')]))).toBe('not-found')
    const strange = [{ id: String(workIn(other, 'P0001').id), groupId: String(group?.id) }]
    expect(issuesIn(() => assign(other, strange))).toEqual(['works.0.groupId: group-unknown'])
    beginVisit(id, 'P0001', t.actors.supervisor)
    expect(issuesIn(() => assign(id, [{ ...row('P0001'), remove: 'on' }]))).toEqual(['works.0.remove: work-visited'])
    assign(id, [{ ...row('P0002'), remove: 'on' }])
    expect(codesIn(id)).toEqual(['P0001'])
  })

  it('stands once the notice is out', async () => {
    const id = await notifiedRound(t, ['P0001'])
    expect(codeOf(() => scope(id, { how: 'all' }))).toBe('round-not-there')
    expect(codeOf(() => assign(id, [{ id: String(workIn(id, 'P0001').id), remove: 'on' }]))).toBe('round-not-there')
    assign(id, [{ id: String(workIn(id, 'P0001').id), visitOn: '2025-10-21' }])
    expect(workIn(id, 'P0001').visitOn).toBe('2025-10-21')
  })
})

describe('its team', () => {
  it('has named persons with a unit, and an account only where one is named', () => {
    const id = makeRound(t)
    groups(id, [{ name: '一组', fromDay: '2025-10-20', toDay: '2025-10-21' }, { name: '' }])
    const group = String(groupsOf(orm(), id)[0]?.id)
    team(id, [
      { name: '周', unit: '督查室', duty: 'leader', username: 'test-supervisor', groupId: group },
      { name: '吴', unit: '住建局', duty: 'member', groupId: group },
      { name: '郑', unit: '发改局', duty: 'clerk' },
      { name: '', unit: '', username: '', duty: 'member' },
    ])
    expect(membersOf(orm(), id).map(({ name, username }) => [name, username])).toEqual([
      ['周', 'test-supervisor'],
      ['吴', null],
      ['郑', null],
    ])
  })

  it('refuses a second leader of a group, a second clerk, and an account that does not inspect', () => {
    const id = makeRound(t)
    groups(id, [{ name: '一组' }, { name: '二组' }])
    const [one, two] = groupsOf(orm(), id).map((group) => String(group.id))
    const person = (more: Fields) => ({ name: '某', unit: '某局', duty: 'member', ...more })
    const leaders = (second: string | undefined) => () =>
      team(id, [person({ duty: 'leader', groupId: one }), person({ duty: 'leader', groupId: second })])
    expect(issuesIn(leaders(one))).toEqual(['members.1.duty: one-leader'])
    leaders(two)()
    expect(issuesIn(() => team(id, [person({ duty: 'clerk' }), person({ duty: 'clerk', groupId: one })]))).toEqual([
      'members.1.duty: one-clerk',
    ])
    for (const [username, code] of [
      ['nobody', 'account-unknown'],
      ['test-owner', 'account-not-inspector'],
      ['test-auditor', 'account-not-inspector'],
    ])
      expect(issuesIn(() => team(id, [person({ username })]))).toEqual([`members.0.username: ${code}`])
    const twice = [person({ username: 'test-bureau' }), person({ username: 'TEST-BUREAU' })]
    expect(issuesIn(() => team(id, twice))).toEqual(['members.1.username: username-taken'])
    expect(issuesIn(() => team(id, [{ name: '某' }]))).toEqual(['members.0.unit: required'])
    expect(issuesIn(() => team(id, [person({ groupId: '999' })]))).toEqual(['members.0.groupId: group-unknown'])
  })

  it('keeps a group while somebody is in it, and no two of one name', () => {
    const id = makeRound(t)
    groups(id, [{ name: '一组' }])
    const group = String(groupsOf(orm(), id)[0]?.id)
    expect(issuesIn(() => groups(id, [{ id: group, name: '一组' }, { name: '一组' }]))).toEqual(['groups.1.name: group-exists'])
    team(id, [{ name: '周', unit: '督查室', groupId: group }])
    expect(issuesIn(() => groups(id, [{ id: group, name: '' }]))).toEqual(['groups.0.name: group-in-use'])
    team(id, [])
    groups(id, [{ id: group, name: '' }])
    expect(groupsOf(orm(), id)).toEqual([])
    const other = makeRound(t)
    groups(other, [{ name: '他组' }])
    expect(codeOf(() => groups(id, [{ id: String(groupsOf(orm(), other)[0]?.id), name: '抢' }]))).toBe('not-found')
  })
})

describe('its notice', () => {
  it('needs works, days and a leader, and is sent once', async () => {
    const id = makeRound(t, { fromDay: '', toDay: '' })
    const code = async () => (await sendNotice(t, id).catch((error) => error))?.code
    expect(await code()).toBe('round-not-there')
    nameWorks(t, id, ['P0001'])
    expect(await code()).toBe('notice-needs-days')
    editRound(by(), typed(roundEdit, { ...refOf(id), title: '三季度督查', fromDay: '2025-10-20', toDay: '2025-10-24' }))
    expect(await code()).toBe('notice-needs-leader')
    nameTeam(t, id)
    expect(await code()).toBeUndefined()
    expect(roundRow(id)).toMatchObject({ state: 'notified', notifiedOn: testDay })
    expect(roundRow(id).openedAt).toBe(roundRow(id).listOpenedAt)
    expect(await code()).toBe('round-not-there')
  })

  it('is frozen with its bytes as they were rendered from what is kept', async () => {
    const id = makeRound(t)
    nameWorks(t, id, ['P0001'])
    nameTeam(t, id)
    askFor(t, id)
    await sendNotice(t, id)
    const kept = orm()
      .select()
      .from(documents)
      .where(eq(documents.subject, `round:${id}`))
      .get()!
    expect(kept).toMatchObject({ kind: 'notice', number: '2025Q3-通知-1', title: '关于开展三季度专项督查的通知', day: testDay })
    expect(JSON.parse(kept.word!.toString())).toEqual(kept.frozen)
    expect(kept.headHash).toMatch(/^[0-9a-f]{64}$/)
    expect(() => orm().update(documents).set({ title: '改' }).where(eq(documents.id, kept.id)).run()).toThrow()
  })

  it('is not sent when what it says changed while it was rendered', async () => {
    const id = makeRound(t)
    nameWorks(t, id, ['P0001'])
    nameTeam(t, id)
    const input = { id, version: roundRow(id).version }
    const rename = async () => {
      orm().update(projectList).set({ name: '新名' }).where(eq(projectList.code, 'P0001')).run()
      return new Uint8Array()
    }
    const refused = await notifyRound(by(), input, { ...plainPaper, word: rename }).catch((error) => error.code)
    expect(refused).toBe('stale')
    expect(roundRow(id).state).toBe('scoped')
  })

  it('is none of an unannounced round', async () => {
    const id = makeRound(t, { announcement: 'unannounced' })
    nameWorks(t, id, ['P0001'])
    nameTeam(t, id)
    expect(await sendNotice(t, id).catch((error) => error.code)).toBe('notice-unannounced')
    expect(roundRow(id).openedAt).toBeNull()
  })
})

describe('what a round leaves open', () => {
  /** A round that has ended its visits, with one open finding. */
  async function ended(quarter: string) {
    const id = await notifiedRound(t, ['P0001'], { quarter })
    move(t, id, 'begin')
    const finding = findingIn(t, id, 'P0001')
    move(t, id, 'end')
    return { id, finding }
  }
  const carry = (id: number, ...ids: number[]) => carryOver(by(), typed(carryInput, { ...refOf(id), findings: ids.map(String) }))
  const inState = (id: number, state: 'bulletin-issued') =>
    house().sqlite.prepare('update rounds set state = ? where id = ?').run(state, id)
  const finished = (id: number) => orm().update(findings).set({ state: 'closed' }).where(eq(findings.id, id)).run()

  it('is carried into a later one with its work, and the step is kept', async () => {
    const { id, finding } = await ended('2025Q2')
    const next = makeRound(t, { quarter: '2025Q3' })
    expect(scopeView(t.actors.supervisor, next, { rules: [], page: 1, today: testDay }).left).toMatchObject([{ number: finding.number }])
    carry(next, finding.id)
    expect(workIn(next, 'P0001').route).toBe('carried')
    expect(orm().select().from(findings).where(eq(findings.id, finding.id)).get()).toMatchObject({
      carriedToId: next,
      roundId: id,
      // Nobody who began something before is told by it that a round took the finding along.
      version: 1,
    })
    const steps = orm().select().from(findingSteps).where(eq(findingSteps.findingId, finding.id)).all()
    // The unit reads its finding's steps: they name no round that is not open.
    expect(steps.at(-1)).toMatchObject({ step: 'carry', words: null })
    expect(codeOf(() => carry(next, finding.id))).toBe('not-found')
  })

  it('says in its own round where it went, to others once that list is open', async () => {
    const { id, finding } = await ended('2025Q2')
    const next = makeRound(t, { quarter: '2025Q3', announcement: 'unannounced' })
    carry(next, finding.id)
    const leftFor = (actor: 'supervisor' | 'bureau') => roundView(t.actors[actor], id, 1).findings[0]?.leftFor?.id
    expect([leftFor('supervisor'), leftFor('bureau')]).toEqual([next, undefined])
    orm().update(rounds).set({ listOpenedAt: '2025-10-16T02:00:00.000Z' }).where(eq(rounds.id, next)).run()
    expect(leftFor('bureau')).toBe(next)
  })

  it('is carried only from an earlier round that has ended, and only while open', async () => {
    const { finding } = await ended('2025Q3')
    expect(codeOf(() => carry(makeRound(t, { quarter: '2025Q2' }), finding.id))).toBe('not-found')
    const running = await notifiedRound(t, ['P0002'], { quarter: '2025Q2' })
    const other = findingIn(t, running, 'P0002')
    const next = makeRound(t, { quarter: '2025Q4' })
    expect(codeOf(() => carry(next, other.id))).toBe('not-found')
    finished(finding.id)
    expect(codeOf(() => carry(next, finding.id))).toBe('not-found')
    expect(issuesIn(() => carry(next))).toEqual(['findings: required'])
  })

  it('keeps a round from closing until it is closed or carried on, and the refusal names it', async () => {
    const { id, finding } = await ended('2025Q2')
    inState(id, 'bulletin-issued')
    move(t, id, 'rectify')
    expect(refusalOf(() => move(t, id, 'close'))).toMatchObject({ code: 'findings-left', params: { numbers: finding.number } })
    const next = makeRound(t, { quarter: '2025Q3' })
    carry(next, finding.id)
    move(t, id, 'close')
    expect(roundRow(id).state).toBe('closed')
  })

  it('that was carried keeps the later round from closing, too', async () => {
    const { finding } = await ended('2025Q2')
    const next = makeRound(t, { quarter: '2025Q3' })
    carry(next, finding.id)
    nameTeam(t, next)
    await sendNotice(t, next)
    move(t, next, 'begin')
    move(t, next, 'end')
    inState(next, 'bulletin-issued')
    expect(refusalOf(() => move(t, next, 'close')).params).toEqual({ numbers: finding.number })
    finished(finding.id)
    move(t, next, 'close')
  })

  it('comes back when the round that took it is abandoned', async () => {
    const { id, finding } = await ended('2025Q2')
    const next = makeRound(t, { quarter: '2025Q3' })
    carry(next, finding.id)
    abandon(next)
    inState(id, 'bulletin-issued')
    expect(codeOf(() => move(t, id, 'close'))).toBe('findings-left')
    carry(makeRound(t, { quarter: '2025Q3' }), finding.id)
    move(t, id, 'close')
  })
})
