import { eq } from 'drizzle-orm'
import { orm } from '../../../db/client'
import { escalateCondition } from '../../../db/commands/condition-escalation'
import { raiseCondition } from '../../../db/commands/conditions'
import { callMeeting } from '../../../db/commands/meetings'
import { decisionsAsked } from '../../../db/queries/condition-decisions'
import { conditionView } from '../../../db/queries/condition-view'
import { conditionUnits, visibleConditions } from '../../../db/queries/conditions'
import { meetingCandidates } from '../../../db/queries/meeting-candidates'
import { meetingView } from '../../../db/queries/meeting-view'
import { meetingChoices, meetingList } from '../../../db/queries/meetings'
import { conditions } from '../../../db/schema'
import { ctxOf, type TestHouse, testDay } from '../house'
import type { Reader, Reading } from './reading'

const bureau: Reader[] = ['bureau', 'bureau2']
const all: Reader[] = [...bureau, 'supervisor', 'supervisor2', 'leader']
const listing: Reader[] = [...all, 'owner', 'otherOwner']

/** One of the first owner's works that the bureau arranges, one that is asked of the other owner's unit, and a meeting; made when first asked for. */
type Desk = { own: number; asked: number; meeting: number }
const kept = new WeakMap<TestHouse, Desk>()
function deskOf(t: TestHouse): Desk {
  const found = kept.get(t) ?? made(t)
  kept.set(t, found)
  return found
}

function made(t: TestHouse): Desk {
  const keeper = ctxOf(t.actors.bureau)
  const own = raiseCondition(ctxOf(t.actors.owner), { code: 'P0001', kind: 'funds', ask: '请拨款', askedOfId: null })
  const asked = raiseCondition(keeper, { code: 'P0002', kind: 'land', ask: '请批地', askedOfId: t.organisations.other })
  escalateCondition(keeper, {
    id: own,
    version: orm().select().from(conditions).where(eq(conditions.id, own)).get()?.version ?? 0,
    reason: '急',
  })
  return { own, asked, meeting: callMeeting(keeper, { kind: 'county', title: '办公会', heldOn: '2025-10-20', place: null }) }
}

function after<T>(t: TestHouse, read: (desk: Desk) => T): T {
  return read(deskOf(t))
}

export const deskReadings: Reading[] = [
  { read: 'visibleConditions', may: listing, call: (actor) => String(visibleConditions(actor)?.queryChunks.length) },
  { read: 'conditionView', may: [...all, 'owner'], call: (actor, _, t) => after(t, ({ own }) => conditionView(actor, own, testDay)) },
  { read: 'conditionView', may: listing, call: (actor, _, t) => after(t, ({ asked }) => conditionView(actor, asked, testDay)) },
  { read: 'conditionUnits', may: listing, call: (actor, _, t) => after(t, () => conditionUnits(actor)) },
  { read: 'decisionsAsked', may: all, call: (actor, _, t) => after(t, () => decisionsAsked(actor, testDay, 5)) },
  { read: 'meetingList', may: all, call: (actor, _, t) => after(t, () => meetingList(actor, undefined, 1)) },
  { read: 'meetingChoices', may: all, call: (actor, _, t) => after(t, () => meetingChoices(actor)) },
  { read: 'meetingView', may: all, call: (actor, _, t) => after(t, ({ meeting }) => meetingView(actor, meeting)) },
  { read: 'meetingCandidates', may: bureau, call: (actor, _, t) => after(t, () => meetingCandidates(actor, testDay)) },
]
