import { applicationList, applicationsOf } from '../../../db/queries/register-applications'
import { bidRegister } from '../../../db/queries/register-bids'
import { leadRegister, leadsInForce, leadsOfChain } from '../../../db/queries/register-leads'
import type { TestHouse } from '../house'
import { bidOne, leadOne, recordOne } from '../register'
import type { Reader, Reading } from './reading'

const all: Reader[] = ['bureau', 'bureau2', 'supervisor', 'supervisor2', 'leader']
const listing: Reader[] = [...all, 'owner', 'otherOwner']
const code = 'P0001'

/** An application of the first owner's work, a bid and the lead of a chain; made when first asked for. */
const kept = new WeakSet<TestHouse>()
function after<T>(t: TestHouse, read: () => T): T {
  if (!kept.has(t)) {
    kept.add(t)
    recordOne(t, code)
    bidOne(t)
    leadOne(t)
  }
  return read()
}

export const registersReadings: Reading[] = [
  { read: 'applicationList', may: all, call: (actor, _, t) => after(t, () => applicationList(actor, {})) },
  { read: 'applicationsOf', may: [...all, 'owner'], call: (actor, _, t) => after(t, () => applicationsOf(actor, code)) },
  { read: 'bidRegister', may: all, call: (actor, _, t) => after(t, () => bidRegister(actor, {})) },
  { read: 'leadRegister', may: all, call: (actor) => leadRegister(actor) },
  { read: 'leadsInForce', may: listing, call: (actor, _, t) => after(t, () => leadsInForce(actor)) },
  { read: 'leadsOfChain', may: listing, call: (actor, _, t) => after(t, () => leadsOfChain(actor, 'building')) },
]
