import { createHash } from 'node:crypto'
import { takeFieldBatch } from '../../../db/commands/field-batch'
import { makeFieldKey } from '../../../db/commands/field-key'
import * as photos from '../../../db/commands/photos'
import * as visits from '../../../db/commands/visits'
import type { StoredEvidence } from '../../../domain/evidence'
import { ctxOf, type TestHouse } from '../house'
import { addMember, finished, photoTaken, problemFound, roundOf, started } from '../visits'
import type { Attempt, Caller } from './attempt'

const supervisors: Caller[] = ['supervisor', 'supervisor2']
const inspectors: Caller[] = [...supervisors, 'bureau', 'bureau2']
const code = 'P0001'
const at = '2025-10-16T00:30:00.000Z'
const words = Buffer.from('not a picture')
const stored: StoredEvidence = { sha256: 'b'.repeat(64), mime: 'image/jpeg', bytes: 1, width: 1, height: 1 }

/** One's own visit, begun: the first supervisor's. */
function begun(t: TestHouse): string {
  const start = started(roundOf([code], { by: t.actors.supervisor }), code, at)
  visits.startVisit(ctxOf(t.actors.supervisor), start)
  return start.visit
}

/** In a joint round that is open, with one of the bureau's people in its team. */
function joint(t: TestHouse, announced: boolean) {
  const round = roundOf([code], { kind: 'joint', announced, by: t.actors.supervisor })
  addMember(round, t.actors.bureau)
  return started(round, code, at)
}

function announced(t: TestHouse): string {
  const sha256 = createHash('sha256').update(words).digest('hex')
  const photo = photoTaken(begun(t), at, { bytes: words.length, sha256 })
  photos.announcePhoto(ctxOf(t.actors.supervisor), photo)
  return photo.id
}

export const visitAttempts: Attempt[] = [
  { command: 'makeFieldKey', may: inspectors, prepare: () => (ctx) => makeFieldKey(ctx) },
  { command: 'takeFieldBatch', may: inspectors, prepare: () => (ctx) => takeFieldBatch(ctx, [{}]) },
  {
    command: 'startVisit',
    may: supervisors,
    prepare: (t) => {
      const start = started(roundOf([code], { by: t.actors.supervisor }), code, at)
      return (ctx) => visits.startVisit(ctx, start)
    },
  },
  {
    command: 'startVisit',
    case: 'in a joint round, with a member of the bureau’s',
    may: [...supervisors, 'bureau'],
    prepare: (t) => {
      const start = joint(t, true)
      return (ctx) => visits.startVisit(ctx, start)
    },
  },
  {
    command: 'startVisit',
    case: 'in a sealed joint round',
    may: supervisors,
    prepare: (t) => {
      const start = joint(t, false)
      return (ctx) => visits.startVisit(ctx, start)
    },
  },
  {
    command: 'finishVisit',
    case: 'one’s own',
    may: ['supervisor'],
    prepare: (t) => {
      const end = finished(begun(t), at, { rating: { level: 'green', reason: '正常' } })
      return (ctx) => visits.finishVisit(ctx, end)
    },
  },
  {
    command: 'finishVisit',
    case: 'a joint member’s own, with a rating',
    may: [],
    prepare: (t) => {
      const start = joint(t, true)
      visits.startVisit(ctxOf(t.actors.bureau), start)
      const end = finished(start.visit, at, { rating: { level: 'green', reason: '正常' } })
      return (ctx) => visits.finishVisit(ctx, end)
    },
  },
  {
    command: 'finishVisit',
    case: 'a joint member’s own, without one',
    may: ['bureau'],
    prepare: (t) => {
      const start = joint(t, true)
      visits.startVisit(ctxOf(t.actors.bureau), start)
      const end = finished(start.visit, at)
      return (ctx) => visits.finishVisit(ctx, end)
    },
  },
  {
    command: 'addFieldFinding',
    case: 'on one’s own visit',
    may: ['supervisor'],
    prepare: (t) => {
      const problem = problemFound(begun(t), at)
      return (ctx) => visits.addFieldFinding(ctx, problem)
    },
  },
  {
    command: 'addFieldFinding',
    case: 'on a joint member’s own visit',
    may: [],
    prepare: (t) => {
      const start = joint(t, true)
      visits.startVisit(ctxOf(t.actors.bureau), start)
      const problem = problemFound(start.visit, at)
      return (ctx) => visits.addFieldFinding(ctx, problem)
    },
  },
  {
    command: 'announcePhoto',
    case: 'on one’s own visit',
    may: ['supervisor'],
    prepare: (t) => {
      const photo = photoTaken(begun(t), at)
      return (ctx) => photos.announcePhoto(ctx, photo)
    },
  },
  {
    command: 'askPhoto',
    may: ['supervisor'],
    prepare: (t) => {
      const id = announced(t)
      return (ctx) => photos.askPhoto(ctx, id)
    },
  },
  {
    command: 'takePhotoPiece',
    may: ['supervisor'],
    prepare: (t) => {
      const clientId = announced(t)
      return (ctx) => photos.takePhotoPiece(ctx, { clientId, offset: 0, piece: words })
    },
  },
  {
    command: 'refusePhoto',
    may: ['supervisor'],
    prepare: (t) => {
      const clientId = announced(t)
      return (ctx) => photos.refusePhoto(ctx, { clientId, code: 'file-damaged' })
    },
  },
  {
    command: 'receivePhoto',
    may: ['supervisor'],
    prepare: (t) => {
      const clientId = announced(t)
      return (ctx) => photos.receivePhoto(ctx, { clientId, stored })
    },
  },
]
