import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { approveExtension, returnExtension } from '../../db/commands/findings-extensions'
import { findingView } from '../../db/queries/finding-view'
import { eventBodies, events } from '../../db/schema'
import { extensionRows, finding, findingIn, findingRow, proof } from '../support/finding'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { codeOf } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
})
afterAll(() => t.close())

const owner = () => ctxOf(t.actors.owner)
const supervisor = () => ctxOf(t.actors.supervisor)

function withdrawnEvents(id: number) {
  const of = and(eq(events.subject, `finding:${findingRow(id).number}`), eq(events.action, 'finding.extension-withdrawn'))
  return orm()
    .select({ by: events.actorId, body: eventBodies.body })
    .from(events)
    .innerJoin(eventBodies, eq(eventBodies.seq, events.seq))
    .where(of)
    .orderBy(desc(events.seq))
    .all()
    .map(({ by, body }) => ({ by, body: JSON.parse(body) as Record<string, unknown> }))
}

/** More time is asked for, and closure requested while nobody has answered. */
function requestedMeanwhile(dueOn = '2026-03-01'): { id: number; asked: number } {
  const id = findingIn(t, ['assign', 'acknowledge', 'plan', 'start'])
  const asked = finding.askTime(owner(), id, { dueOn })
  proof(t.actors.owner, id)
  finding.request(owner(), id)
  return { id, asked }
}

describe('a request for more time that nobody has answered', () => {
  const ends: [string, (id: number) => unknown][] = [
    ['closed', (id) => finding.close(supervisor(), id)],
    ['closed with a re-check', (id) => finding.closeWithRecheck(supervisor(), id, { recheckDueOn: '2025-12-01' })],
    [
      'withdrawn',
      (id) => {
        finding.propose(ctxOf(t.actors.supervisor2), id)
        finding.confirm(supervisor(), id)
      },
    ],
  ]
  it.each(ends)('ends when the finding is %s, with its event', (_name, end) => {
    const { id, asked } = requestedMeanwhile()
    expect(extensionRows(id).map(({ status }) => status)).toEqual(['submitted'])
    end(id)
    expect(extensionRows(id)[0]).toMatchObject({ status: 'withdrawn', decidedBy: t.actors.supervisor.id })
    expect(withdrawnEvents(id)).toEqual([
      { by: t.actors.supervisor.id, body: { extension: asked, dueOn: '2026-03-01', reason: null, lapsed: true } },
    ])
    expect(codeOf(() => approveExtension(supervisor(), { id: asked }))).toBe('already-decided')
    const view = findingView(t.actors.owner, findingRow(id).number, testDay)
    expect(view.extensions).toMatchObject([{ lapsed: true, mayDecide: false, mayWithdraw: false }])
  })

  it('does not keep the unit from asking when the finding comes round again, and moves no new deadline', () => {
    const { id, asked } = requestedMeanwhile()
    finding.close(supervisor(), id)
    finding.reopen(supervisor(), id)
    finding.assign(supervisor(), id, { unitId: String(t.organisations.own), dueOn: '2025-11-01' })
    const again = finding.askTime(owner(), id, { dueOn: '2025-11-20' })
    expect(codeOf(() => approveExtension(supervisor(), { id: asked }))).toBe('already-decided')
    expect(findingRow(id).dueOn).toBe('2025-11-01')
    approveExtension(supervisor(), { id: again })
    expect(findingRow(id).dueOn).toBe('2025-11-20')
  })

  it('waits on while closure is looked at; sent back to another deadline it is not granted, only returned', () => {
    const { id, asked } = requestedMeanwhile('2025-12-20')
    const offered = () => {
      const { mayApprove, mayDecide } = findingView(t.actors.supervisor, findingRow(id).number, testDay).extensions[0]!
      return { mayApprove, mayDecide }
    }
    expect(offered()).toEqual({ mayApprove: false, mayDecide: true })
    finding.sendBack(supervisor(), id, { dueOn: '2025-11-10' })
    expect(extensionRows(id)[0]?.status).toBe('submitted')
    expect(codeOf(() => approveExtension(supervisor(), { id: asked }))).toBe('deadline-moved')
    expect(findingRow(id).dueOn).toBe('2025-11-10')
    expect(offered()).toEqual({ mayApprove: false, mayDecide: true })
    returnExtension(supervisor(), { id: asked, words: '期限已改' })
    const again = finding.askTime(owner(), id, { dueOn: '2025-11-20' })
    expect(findingView(t.actors.supervisor, findingRow(id).number, testDay).extensions.at(-1)).toMatchObject({ mayApprove: true })
    approveExtension(supervisor(), { id: again })
    expect(findingRow(id).dueOn).toBe('2025-11-20')
    expect(findingView(t.actors.owner, findingRow(id).number, testDay).extensions.map(({ lapsed }) => lapsed)).toEqual([false, false])
  })
})
