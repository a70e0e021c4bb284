import * as feeds from '../../../db/commands/feeds'
import { ctxOf } from '../house'
import { type Attempt, type Caller, given } from './attempt'

const listing: Caller[] = ['owner', 'otherOwner', 'bureau', 'bureau2', 'supervisor', 'supervisor2', 'leader']
const callers: Caller[] = [...listing, 'admin', 'auditor', 'system']

export const feedAttempts: Attempt[] = [
  { command: 'createFeed', may: listing, prepare: () => (ctx) => feeds.createFeed(ctx) },
  {
    command: 'revokeFeed',
    may: ['owner', 'admin'],
    prepare: (t) => given(feeds.createFeed(ctxOf(t.actors.owner)), (ctx, made) => feeds.revokeFeed(ctx, { id: made.id })),
  },
  {
    command: 'noteFeedUse',
    case: 'by the route, for whoever holds the address',
    may: callers,
    prepare: (t) => given(feeds.createFeed(ctxOf(t.actors.owner)), (ctx, made) => feeds.noteFeedUse(ctx, made.id)),
  },
]
