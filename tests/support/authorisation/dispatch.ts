import { issueDispatch } from '../../../db/commands/dispatch-issue'
import * as dispatches from '../../../db/commands/dispatches'
import { bulletinEdit } from '../../../domain/bulletin-input'
import type { Month } from '../../../domain/calendar'
import { addMonths } from '../../../domain/calendar'
import { plainRender } from '../bulletin-house'
import { dispatchIssue, dispatchRow, dispatchStep, proposedDispatch } from '../dispatches'
import { ctxOf, type TestHouse } from '../house'
import { publishedLock } from '../locks'
import type { Attempt, Caller } from './attempt'

const bureaus: Caller[] = ['bureau', 'bureau2']

/** Every attempt has a locked month of its own, long before anything else happens. */
let next: Month = '2003-01'
function month(t: TestHouse): Month {
  const period = next
  next = addMonths(next, 1)
  publishedLock(t, period)
  return period
}
const drafted = (t: TestHouse): number => dispatches.draftDispatch(ctxOf(t.actors.bureau), { period: month(t) })
const waiting = (t: TestHouse): number => proposedDispatch(t, month(t))

function edited(id: number) {
  const { version, title, texts } = dispatchRow(id)
  return bulletinEdit.parse({ id: String(id), version: String(version), title, issuer: texts.issuer })
}

export const dispatchAttempts: Attempt[] = [
  {
    command: 'draftDispatch',
    may: bureaus,
    prepare: (t) => {
      const period = month(t)
      return (ctx) => dispatches.draftDispatch(ctx, { period })
    },
  },
  {
    command: 'refreshDispatch',
    may: bureaus,
    prepare: (t) => {
      const id = drafted(t)
      return (ctx) => dispatches.refreshDispatch(ctx, dispatchStep(id))
    },
  },
  {
    command: 'editDispatch',
    may: bureaus,
    prepare: (t) => {
      const id = drafted(t)
      return (ctx) => dispatches.editDispatch(ctx, edited(id))
    },
  },
  {
    command: 'proposeDispatch',
    may: bureaus,
    prepare: (t) => {
      const id = drafted(t)
      return (ctx) => dispatches.proposeDispatch(ctx, dispatchStep(id))
    },
  },
  {
    command: 'takeBackDispatch',
    case: 'by whoever proposed it',
    may: ['bureau'],
    prepare: (t) => {
      const id = waiting(t)
      return (ctx) => dispatches.takeBackDispatch(ctx, dispatchStep(id))
    },
  },
  {
    command: 'sendBackDispatch',
    case: 'drafted and proposed by one',
    may: ['bureau2'],
    prepare: (t) => {
      const id = waiting(t)
      return (ctx) => dispatches.sendBackDispatch(ctx, { ...dispatchStep(id), reason: '改' })
    },
  },
  {
    command: 'issueDispatch',
    case: 'drafted and proposed by one',
    may: ['bureau2'],
    prepare: (t) => {
      const id = waiting(t)
      return (ctx) => issueDispatch(ctx, dispatchIssue(id), plainRender)
    },
  },
  {
    command: 'issueDispatch',
    case: 'drafted by one, proposed by the other',
    may: [],
    prepare: (t) => {
      const id = drafted(t)
      dispatches.proposeDispatch(ctxOf(t.actors.bureau2), dispatchStep(id))
      return (ctx) => issueDispatch(ctx, dispatchIssue(id), plainRender)
    },
  },
]
