import { createFeed } from '../../../db/commands/feeds'
import { feedDays } from '../../../db/queries/feed-days'
import { feedOfUser } from '../../../db/queries/feeds'
import { ctxOf, testDay } from '../house'
import type { Reader, Reading } from './reading'

const listing: Reader[] = ['owner', 'otherOwner', 'bureau', 'bureau2', 'supervisor', 'supervisor2', 'leader']

export const feedReadings: Reading[] = [
  {
    read: 'feedOfUser',
    may: ['owner', 'admin'],
    call: (actor, { person }, t) => createFeed(ctxOf(t.actors.owner)) && feedOfUser(actor, person),
  },
  { read: 'feedDays', may: listing, call: (actor) => feedDays(actor, testDay) },
]
