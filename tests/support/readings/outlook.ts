import { townRollups } from '../../../db/queries/rollups'
import { slips } from '../../../db/queries/slips'
import { timeline } from '../../../db/queries/timeline'
import { townOverview } from '../../../db/queries/towns'
import { testDay } from '../house'
import type { Reader, Reading } from './reading'

const overseers: Reader[] = ['bureau', 'bureau2', 'supervisor', 'supervisor2', 'leader']

export const outlookReadings: Reading[] = [
  { read: 'slips', may: overseers, call: (actor) => slips(actor, testDay, 1) },
  { read: 'timeline', may: overseers, call: (actor) => timeline(actor, {}, 1) },
  { read: 'townOverview', may: overseers, call: (actor) => townOverview(actor) },
  { read: 'townRollups', may: [...overseers, 'owner'], call: (actor) => townRollups(actor) },
]
