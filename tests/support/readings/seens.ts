import { settleDifference } from '../../../db/commands/differences'
import { agreement } from '../../../db/queries/agreement'
import * as differences from '../../../db/queries/differences'
import * as homeInspection from '../../../db/queries/home-inspection'
import * as homeRounds from '../../../db/queries/home-rounds'
import { projectHead } from '../../../db/queries/project'
import { projectFindings } from '../../../db/queries/project-findings'
import * as ratings from '../../../db/queries/ratings'
import { visitView } from '../../../db/queries/visit'
import { seenOf } from '../../../db/queries/visit-seen'
import { siteVisits } from '../../../db/queries/visit-site'
import { differenceDecision } from '../../../domain/seen-input'
import { ctxOf, type TestHouse, testDay } from '../house'
import { makeRound, move, nameWorks } from '../rounds'
import { differenceRows, ratingRows, type Site, siteIn, sixty, visitBy } from '../sites'
import { typed } from '../typed'
import type { Reader, Reading } from './reading'

const supervisors: Reader[] = ['supervisor', 'supervisor2']
const all: Reader[] = ['bureau', 'bureau2', ...supervisors, 'leader']
const own: Reader[] = [...all, 'owner']
const code = 'P0001'

type Made = Site & { visit: number; rating: number; disputed: number; sealed: number }
const made = new WeakMap<TestHouse, Made>()

/** A site of the first owner's that was visited twice, the second time too late; and one in a sealed list. */
function seenIn(t: TestHouse): Made {
  const known = made.get(t) ?? makeSeen(t)
  made.set(t, known)
  return known
}

function makeSeen(t: TestHouse): Made {
  const site = siteIn(t, code)
  const words = '机密字样'
  const figures = [sixty, { ...sixty, figure: 'step', approved: '主体', value: '基础' }]
  const visit = visitBy(t.actors.supervisor, site, { figures, words, rating: 'red' })
  const { id, version } = differenceRows(visit)[0] ?? { id: 0, version: 0 }
  const ask = typed(differenceDecision, { id: String(id), version: String(version), outcome: 'ask-revision', reason: words })
  settleDifference(ctxOf(t.actors.bureau), ask)
  move(t, site.round, 'end')
  const disputed = visitBy(t.actors.supervisor, site, { words })
  const sealed = makeRound(t, { announcement: 'unannounced' })
  nameWorks(t, sealed, [code])
  return { ...site, visit, disputed, sealed, rating: ratingRows(site.roundWorkId)[0]?.id ?? 0 }
}

export const seenReadings: Reading[] = [
  { read: 'visitView', may: own, call: (actor, _, t) => visitView(actor, seenIn(t).visit) },
  // What is still in dispute is not the unit's to know.
  { read: 'visitView', may: all, call: (actor, _, t) => visitView(actor, seenIn(t).disputed) },
  { read: 'siteVisits', may: own, call: (actor, _, t) => siteVisits(actor, seenIn(t).round, code) },
  { read: 'siteVisits', may: supervisors, call: (actor, _, t) => siteVisits(actor, seenIn(t).sealed, code) },
  { read: 'seenOf', may: own, call: (actor, _, t) => seenIn(t) && seenOf(actor, code) },
  { read: 'ratingsOf', may: own, call: (actor, _, t) => seenIn(t) && ratings.ratingsOf(actor, code) },
  { read: 'ratingView', may: own, call: (actor, _, t) => ratings.ratingView(actor, seenIn(t).rating) },
  { read: 'ratingTasks', may: ['owner'], call: (actor, _, t) => seenIn(t) && ratings.ratingTasks(actor, testDay) },
  {
    read: 'openDifferencesList',
    may: all,
    call: (actor, _, t) => seenIn(t) && differences.openDifferencesList(actor, { page: 1, show: 'open' }),
  },
  { read: 'differenceTasks', may: ['owner'], call: (actor, _, t) => seenIn(t) && differences.differenceTasks(actor) },
  { read: 'agreement', may: all, call: (actor, _, t) => seenIn(t) && agreement(actor, { quarter: null, page: 1 }) },
  { read: 'projectFindings', may: own, call: (actor) => projectFindings(actor, projectHead(actor, code), testDay) },
  { read: 'roundsOnTheGo', may: supervisors, call: (actor, _, t) => seenIn(t) && homeRounds.roundsOnTheGo(actor) },
  { read: 'joinedRounds', may: [...supervisors, 'bureau', 'bureau2'], call: (actor) => ({ joined: homeRounds.joinedRounds(actor) }) },
  { read: 'visitsToSettle', may: supervisors, call: (actor, _, t) => seenIn(t) && homeInspection.visitsToSettle(actor) },
  { read: 'bulletinsToIssue', may: supervisors, call: (actor) => ({ waiting: homeInspection.bulletinsToIssue(actor) }) },
  { read: 'latestBulletin', may: all, call: (actor) => ({ latest: homeInspection.latestBulletin(actor) }) },
  { read: 'differencesWaiting', may: ['bureau', 'bureau2'], call: (actor, _, t) => seenIn(t) && homeInspection.differencesWaiting(actor) },
]
