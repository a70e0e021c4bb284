import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { house } from '../../db/client'
import { carryOver } from '../../db/commands/carry'
import { abandonRound } from '../../db/commands/rounds'
import { findingFigures } from '../../db/queries/finding-figures'
import { findingList } from '../../db/queries/finding-list'
import { findingView } from '../../db/queries/finding-view'
import { carryInput, roundAbandoning } from '../../domain/round-input'
import { finding, findingRow } from '../support/finding'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { beginVisit, findingIn, makeRound, move, nameTeam, nameWorks, notifiedRound, refOf, sendNotice } from '../support/rounds'
import { refusalOf, typed } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
  giveWork(t, 'P0002')
})
afterAll(() => t.close())
beforeEach(() => house().sqlite.exec('begin'))
afterEach(() => house().sqlite.exec('rollback'))

const carry = (round: number, id: number) =>
  carryOver(ctxOf(t.actors.supervisor), typed(carryInput, { ...refOf(round), findings: [String(id)] }))

/** Assigned to the first owner's unit by a round whose visits are ended. */
async function leftOpen(): Promise<{ id: number; number: string }> {
  const before = await notifiedRound(t, ['P0002'], { quarter: '2025Q1', title: '一季度' })
  move(t, before, 'begin')
  const found = findingIn(t, before, 'P0002')
  finding.assign(ctxOf(t.actors.supervisor), found.id, { unitId: String(t.organisations.own), dueOn: '2025-10-30' })
  move(t, before, 'end')
  return found
}

const secretRound = (title = '绝密'): number => makeRound(t, { title, announcement: 'unannounced' })
const carrySteps = (actor: (typeof t.actors)['owner'], number: string) =>
  findingView(actor, number, testDay).steps.flatMap(({ step, words }) => (step === 'carry' ? [words] : []))

describe('a finding that a sealed round takes along', () => {
  it('keeps its version: what the unit began before is still accepted', async () => {
    const { id, number } = await leftOpen()
    const { version } = findingView(t.actors.owner, number, testDay)
    carry(secretRound(), id)
    expect(findingView(t.actors.owner, number, testDay).version).toBe(version)
    finding.acknowledge(ctxOf(t.actors.owner), id, { version: String(version) })
    expect(findingRow(id).state).toBe('acknowledged')
  })

  it('says to a stale edit how it stands, and nothing of the round', async () => {
    const { id } = await leftOpen()
    const { version } = findingRow(id)
    carry(secretRound(), id)
    const stale = { version: String(version + 7) }
    const now = { version, state: 'assigned', dueOn: '2025-10-30', plan: null, unitId: t.organisations.own }
    for (const step of [finding.acknowledge, finding.plan]) {
      expect(refusalOf(() => step(ctxOf(t.actors.owner), id, stale))).toMatchObject({ code: 'stale', current: now })
      expect(Object.keys(refusalOf(() => step(ctxOf(t.actors.owner), id, stale)).current as object).sort()).toEqual(Object.keys(now).sort())
    }
    for (const step of [finding.close, finding.propose]) {
      expect(refusalOf(() => step(ctxOf(t.actors.supervisor), id, stale)).current).toEqual(now)
    }
  })

  it('shows others no step of a round whose list is not open, also when another took it later', async () => {
    const { id, number } = await leftOpen()
    const secret = secretRound()
    carry(secret, id)
    abandonRound(ctxOf(t.actors.supervisor), typed(roundAbandoning, { ...refOf(secret), reason: '改期' }))
    const known = makeRound(t, { title: '四季度', quarter: '2025Q4' })
    carry(known, id)
    const others = [t.actors.owner, t.actors.bureau, t.actors.leader]
    for (const actor of others) expect(carrySteps(actor, number)).toEqual([])
    nameTeam(t, known)
    await sendNotice(t, known)
    for (const actor of others) expect(carrySteps(actor, number)).toEqual([null])
    expect(carrySteps(t.actors.supervisor, number)).toEqual([null, null])
  })

  it('is in nobody’s figures of that round because a supervisor has looked before', async () => {
    const { id } = await leftOpen()
    const round = secretRound()
    nameWorks(t, round, ['P0001'])
    carry(round, id)
    beginVisit(round, 'P0001', t.actors.supervisor)
    const filter = { round: String(round) }
    expect(findingFigures(t.actors.supervisor, filter, testDay).open).toBe(1)
    for (const actor of [t.actors.bureau, t.actors.leader]) {
      expect(findingFigures(actor, filter, testDay).open).toBe(findingList(actor, filter, 1, testDay).total)
      expect(findingFigures(actor, filter, testDay).open).toBe(0)
    }
    expect(findingFigures(t.actors.supervisor, filter, testDay).open).toBe(1)
  })
})
