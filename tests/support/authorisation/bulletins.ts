import { issueBulletin } from '../../../db/commands/bulletin-issue'
import * as bulletins from '../../../db/commands/bulletins'
import { draftErratum } from '../../../db/commands/errata'
import { bulletinEdit } from '../../../domain/bulletin-input'
import { bulletinRow, endedRound, issued, issueOf, plainRender, proposed, step } from '../bulletin-house'
import { ctxOf, type TestHouse } from '../house'
import type { Attempt, Caller } from './attempt'

const supervisors: Caller[] = ['supervisor', 'supervisor2']
const round = (t: TestHouse): number => endedRound(t, '2031Q1', ['P0001'])
const drafted = (t: TestHouse): number => bulletins.draftBulletin(ctxOf(t.actors.supervisor), { roundId: round(t) })
const waiting = (t: TestHouse): number => proposed(t, round(t))

function edited(id: number) {
  const { version, title, texts } = bulletinRow(id)
  return bulletinEdit.parse({ id: String(id), version: String(version), title, issuer: texts.issuer })
}

export const bulletinAttempts: Attempt[] = [
  {
    command: 'draftBulletin',
    may: supervisors,
    prepare: (t) => {
      const roundId = round(t)
      return (ctx) => bulletins.draftBulletin(ctx, { roundId })
    },
  },
  {
    command: 'refreshBulletin',
    may: supervisors,
    prepare: (t) => {
      const id = drafted(t)
      return (ctx) => bulletins.refreshBulletin(ctx, step(id))
    },
  },
  {
    command: 'editBulletin',
    may: supervisors,
    prepare: (t) => {
      const id = drafted(t)
      return (ctx) => bulletins.editBulletin(ctx, edited(id))
    },
  },
  {
    command: 'proposeBulletin',
    may: supervisors,
    prepare: (t) => {
      const id = drafted(t)
      return (ctx) => bulletins.proposeBulletin(ctx, step(id))
    },
  },
  {
    command: 'takeBackBulletin',
    case: 'by whoever proposed it',
    may: ['supervisor'],
    prepare: (t) => {
      const id = waiting(t)
      return (ctx) => bulletins.takeBackBulletin(ctx, step(id))
    },
  },
  {
    command: 'sendBackBulletin',
    case: 'drafted and proposed by one',
    may: ['supervisor2'],
    prepare: (t) => {
      const id = waiting(t)
      return (ctx) => bulletins.sendBackBulletin(ctx, { ...step(id), reason: '改' })
    },
  },
  {
    command: 'issueBulletin',
    case: 'drafted and proposed by one',
    may: ['supervisor2'],
    prepare: (t) => {
      const id = waiting(t)
      return (ctx) => issueBulletin(ctx, issueOf(id), plainRender)
    },
  },
  {
    command: 'issueBulletin',
    case: 'drafted by one, proposed by the other',
    may: [],
    prepare: (t) => {
      const id = drafted(t)
      bulletins.proposeBulletin(ctxOf(t.actors.supervisor2), step(id))
      return (ctx) => issueBulletin(ctx, issueOf(id), plainRender)
    },
  },
  {
    command: 'draftErratum',
    may: supervisors,
    prepare: (t) => async (ctx) => draftErratum(ctx, { documentId: bulletinRow(await issued(t, round(t))).documentId ?? 0 }),
  },
]
