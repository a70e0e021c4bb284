import { mailFacts } from '../../../db/queries/mail-facts'
import { mailList, ownEmail } from '../../../db/queries/outbox'
import { testDay } from '../house'
import type { Reader, Reading } from './reading'

const listing: Reader[] = ['owner', 'otherOwner', 'bureau', 'bureau2', 'supervisor', 'supervisor2', 'leader']

export const mailReadings: Reading[] = [
  { read: 'mailFacts', may: listing, call: (actor) => mailFacts(actor, testDay) },
  { read: 'mailList', may: ['admin'], call: (actor) => mailList(actor, '2025-10-16T01:00:00.000Z', { state: null, page: 1 }) },
  { read: 'ownEmail', may: ['owner'], call: (actor, { person }) => ownEmail(actor, person) },
]
