import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { approveExtension, returnExtension } from '../../db/commands/findings-extensions'
import { findingTasks } from '../../db/queries/finding-tasks'
import { findingView } from '../../db/queries/finding-view'
import { users } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { finding, findingIn, findingRow, proof, toRequest } from '../support/finding'
import { addUser, ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { codeOf } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
let people = 0
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
})
afterAll(() => t.close())

const colleague = (): UserActor => addUser(`test-colleague${++people}`, 'owner', t.organisations.own, '2025-01-10')
function promoted(actor: UserActor): UserActor {
  orm().update(users).set({ role: 'supervisor' }).where(eq(users.id, actor.id)).run()
  return { ...actor, role: 'supervisor' }
}
const kindsFor = (actor: UserActor, id: number) =>
  findingTasks(actor, testDay).flatMap(({ kind, rows }) => (rows.some((row) => row.id === id) ? [kind] : []))

/** Acknowledged by somebody who becomes a supervisor after the rest was done by others. */
function handledBefore(path: 'acknowledged' | 'requested'): { id: number; who: UserActor } {
  const who = colleague()
  const id = findingIn(t, ['assign'])
  finding.acknowledge(ctxOf(who), id)
  if (path === 'requested') {
    finding.plan(ctxOf(t.actors.owner), id)
    finding.start(ctxOf(t.actors.owner), id)
    proof(t.actors.owner, id)
    finding.request(ctxOf(t.actors.owner), id)
  }
  return { id, who: promoted(who) }
}

describe('whoever rectified, and is a supervisor now', () => {
  it('neither proposes that it be withdrawn nor decides of it, and is offered neither', () => {
    const { id, who } = handledBefore('acknowledged')
    const view = () => findingView(who, findingRow(id).number, testDay)
    expect(view().may.proposeWithdrawal).toBe(false)
    expect(codeOf(() => finding.propose(ctxOf(who), id))).toBe('handled-by-you')
    finding.propose(ctxOf(t.actors.supervisor), id)
    expect(view().may.decideWithdrawal).toBe(false)
    expect(codeOf(() => finding.confirm(ctxOf(who), id))).toBe('handled-by-you')
    expect(codeOf(() => finding.refuse(ctxOf(who), id))).toBe('handled-by-you')
    expect(kindsFor(who, id)).not.toContain('withdrawal')
    expect(kindsFor(t.actors.supervisor2, id)).toContain('withdrawal')
    finding.confirm(ctxOf(t.actors.supervisor2), id)
    expect(findingRow(id).state).toBe('withdrawn')
  })

  it('neither gives nor refuses more time, and is offered neither', () => {
    const { id, who } = handledBefore('acknowledged')
    const asked = finding.askTime(ctxOf(t.actors.owner), id, { dueOn: '2025-11-15' })
    const offered = (actor: UserActor) => findingView(actor, findingRow(id).number, testDay).extensions.map(({ mayDecide }) => mayDecide)
    expect(offered(who)).toEqual([false])
    expect(offered(t.actors.supervisor2)).toEqual([true])
    expect(codeOf(() => approveExtension(ctxOf(who), { id: asked }))).toBe('handled-by-you')
    expect(codeOf(() => returnExtension(ctxOf(who), { id: asked, words: '不行' }))).toBe('handled-by-you')
    expect(kindsFor(who, id)).not.toContain('extension')
    expect(findingRow(id).dueOn).toBe('2025-10-30')
    approveExtension(ctxOf(t.actors.supervisor2), { id: asked })
  })
})

describe('whoever asked for more time, and is a supervisor now', () => {
  it('does not verify, withdraw or look again', () => {
    const who = colleague()
    const id = findingIn(t, ['assign'])
    returnExtension(ctxOf(t.actors.supervisor), { id: finding.askTime(ctxOf(who), id, { dueOn: '2025-11-15' }), words: '理由不足' })
    for (const step of ['acknowledge', 'plan', 'start'] as const) finding[step](ctxOf(t.actors.owner), id)
    proof(t.actors.owner, id)
    finding.request(ctxOf(t.actors.owner), id)
    const now = promoted(who)
    expect(codeOf(() => finding.close(ctxOf(now), id))).toBe('handled-by-you')
    expect(codeOf(() => finding.sendBack(ctxOf(now), id, { dueOn: '2025-12-01' }))).toBe('handled-by-you')
    expect(codeOf(() => finding.propose(ctxOf(now), id))).toBe('handled-by-you')
    expect(findingView(now, findingRow(id).number, testDay).may).toMatchObject({ steps: [], handled: true, proposeWithdrawal: false })
    expect(kindsFor(now, id)).not.toContain('verify')
    expect(kindsFor(t.actors.supervisor2, id)).toContain('verify')
    finding.closeWithRecheck(ctxOf(t.actors.supervisor), id, { recheckDueOn: '2025-10-18' })
    expect(codeOf(() => finding.passRecheck(ctxOf(now), id))).toBe('handled-by-you')
    expect(kindsFor(now, id)).not.toContain('recheck')
  })
})

it('the unit’s own people are refused as before: it is not theirs to decide', () => {
  const id = findingIn(t, toRequest)
  for (const decide of [finding.close, finding.propose]) expect(codeOf(() => decide(ctxOf(t.actors.owner), id))).toBe('forbidden')
})
