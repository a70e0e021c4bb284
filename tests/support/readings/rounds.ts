import { commitDraw, drawWorks, freezeDraw } from '../../../db/commands/draws'
import * as round from '../../../db/queries/round'
import * as draws from '../../../db/queries/round-draws'
import * as materials from '../../../db/queries/round-materials'
import * as notice from '../../../db/queries/round-notice'
import * as scope from '../../../db/queries/round-scope'
import { roundSheet } from '../../../db/queries/round-sheet'
import * as team from '../../../db/queries/round-team'
import * as rounds from '../../../db/queries/rounds'
import { drawFreeze } from '../../../domain/round-input'
import { ctxOf, type TestHouse, testDay } from '../house'
import { askFor, makeRound, nameTeam, nameWorks, opened, workIn } from '../rounds'
import type { Reader, Reading } from './reading'

const supervisors: Reader[] = ['supervisor', 'supervisor2']
const people: Reader[] = [...supervisors, 'bureau', 'bureau2', 'leader']

type Made = { open: number; sealed: number; roundWork: number }
const made = new WeakMap<TestHouse, Made>()

/** One round that is known and one that is not, both with the first owner's work and a draw. */
function roundsOf(t: TestHouse): Made {
  const known = made.get(t) ?? makeBoth(t)
  made.set(t, known)
  return known
}

function makeBoth(t: TestHouse): Made {
  const [open, sealed] = [makeDrawn(t, 'announced'), makeDrawn(t, 'unannounced')]
  askFor(t, open)
  opened(open)
  return { open, sealed, roundWork: workIn(open, 'P0001').id }
}

function makeDrawn(t: TestHouse, announcement: string): number {
  const id = makeRound(t, { announcement })
  nameWorks(t, id, ['P0001'])
  nameTeam(t, id)
  const ctx = ctxOf(t.actors.supervisor)
  const draw = commitDraw(ctx, { id, reason: null })
  freezeDraw(ctx, drawFreeze.parse({ id: String(draw), count: '1', stratify: 'none', pool: 'rest' }))
  drawWorks(ctx, { id: draw })
  return id
}

const ask = { rules: ['red' as const], page: 1, today: testDay }

export const roundReadings: Reading[] = [
  { read: 'roundList', may: people, call: (actor, _, t) => roundsOf(t) && rounds.roundList(actor, 1) },
  { read: 'roundView', may: people, call: (actor, _, t) => round.roundView(actor, roundsOf(t).open, 1) },
  { read: 'roundView', may: supervisors, call: (actor, _, t) => round.roundView(actor, roundsOf(t).sealed, 1) },
  { read: 'roundSheet', may: people, call: (actor, _, t) => roundSheet(actor, roundsOf(t).open, 1) },
  { read: 'roundSheet', may: supervisors, call: (actor, _, t) => roundSheet(actor, roundsOf(t).sealed, 1) },
  { read: 'drawViews', may: people, call: (actor, _, t) => draws.drawViews(actor, roundsOf(t).open) },
  { read: 'drawViews', may: supervisors, call: (actor, _, t) => draws.drawViews(actor, roundsOf(t).sealed) },
  { read: 'drawDesk', may: people, call: (actor, _, t) => draws.drawDesk(actor, roundsOf(t).open) },
  { read: 'drawnFile', may: people, call: (actor, _, t) => draws.drawnFile(actor, roundsOf(t).open, 1) },
  { read: 'drawnFile', may: supervisors, call: (actor, _, t) => draws.drawnFile(actor, roundsOf(t).sealed, 1) },
  { read: 'scopeView', may: supervisors, call: (actor, _, t) => scope.scopeView(actor, roundsOf(t).open, ask) },
  { read: 'teamDesk', may: supervisors, call: (actor, _, t) => team.teamDesk(actor, roundsOf(t).open) },
  // The first round was opened without a paper: only its draft is there, for the supervisors.
  { read: 'noticeView', may: supervisors, call: (actor, _, t) => notice.noticeView(actor, roundsOf(t).open, testDay) },
  { read: 'storedNotice', may: [], call: (actor, _, t) => notice.storedNotice(actor, roundsOf(t).open) },
  { read: 'materialRequests', may: ['owner'], call: (actor, _, t) => roundsOf(t) && materials.materialRequests(actor, testDay) },
  { read: 'materialForm', may: ['owner', ...people], call: (actor, _, t) => materials.materialForm(actor, roundsOf(t).roundWork) },
]
