import { settleDifference } from '../../../db/commands/differences'
import { answerRating } from '../../../db/commands/ratings'
import { settleVisit } from '../../../db/commands/settle-visits'
import { signSummary } from '../../../db/commands/visit-summaries'
import type { UserActor } from '../../../domain/actor'
import { differenceDecision, ratingAnswer, summaryInput, visitSettling } from '../../../domain/seen-input'
import type { TestHouse } from '../house'
import { move } from '../rounds'
import { differenceRows, ratingRows, type Site, siteIn, sixty, usernameOf, visitBy } from '../sites'
import { typed } from '../typed'
import { type Attempt, type Caller, given } from './attempt'

const code = 'P0001'
const nobody = [{ name: '周组长', unit: '督查室', duty: 'leader' }]
const supervisors: Caller[] = ['supervisor', 'supervisor2']

/** A site that the first supervisor went to, and saw less than was told. */
function visited(t: TestHouse, team?: Record<string, string>[]): Site & { visit: number } {
  const site = siteIn(t, code, team ? { team } : {})
  return { ...site, visit: visitBy(t.actors.supervisor, site, { figures: [sixty] }) }
}

const summary = ({ roundWorkId }: Site) =>
  typed(summaryInput, { roundWorkId: String(roundWorkId), version: '0', words: '慢', level: 'red', reason: '停工' })

function inConflict(t: TestHouse): number {
  const site = visited(t)
  move(t, site.round, 'end')
  return visitBy(t.actors.supervisor, site)
}

const differenceOf = (visit: number) => {
  const row = differenceRows(visit)[0]
  return typed(differenceDecision, { id: String(row?.id), version: String(row?.version), outcome: 'keep', reason: '合同口径' })
}

/** Seen in a 联合 round by somebody of the bureau who reviewed nothing of the work. */
function seenBy(t: TestHouse, actor: UserActor): number {
  const team = [{ name: '局里的人', unit: '发改局', duty: 'member', username: usernameOf(actor) }]
  const site = siteIn(t, code, { team, fields: { kind: 'joint', title: '联合督查' } })
  return visitBy(actor, site, { figures: [sixty], rating: null })
}

export const seenAttempts: Attempt[] = [
  {
    command: 'signSummary',
    case: 'by the group’s leader',
    may: ['supervisor'],
    prepare: (t) => given(visited(t), (ctx, site) => signSummary(ctx, summary(site))),
  },
  {
    command: 'signSummary',
    case: 'where no leader has an account',
    may: supervisors,
    prepare: (t) => given(visited(t, nobody), (ctx, site) => signSummary(ctx, summary(site))),
  },
  {
    command: 'settleVisit',
    may: ['supervisor2'],
    prepare: (t) =>
      given(inConflict(t), (ctx, id) => settleVisit(ctx, typed(visitSettling, { id: String(id), outcome: 'counts', reason: '属实' }))),
  },
  {
    command: 'answerRating',
    may: ['owner'],
    prepare: (t) =>
      given(ratingRows(visited(t).roundWorkId)[0], (ctx, rating) =>
        answerRating(ctx, typed(ratingAnswer, { id: String(rating?.id), version: String(rating?.version), answer: '月底复工' })),
      ),
  },
  {
    command: 'settleDifference',
    may: ['bureau', 'bureau2'],
    prepare: (t) => given(differenceOf(visited(t).visit), (ctx, decision) => settleDifference(ctx, decision)),
  },
  {
    command: 'settleDifference',
    case: 'of what one saw oneself',
    may: ['bureau2'],
    prepare: (t) => given(differenceOf(seenBy(t, t.actors.bureau)), (ctx, decision) => settleDifference(ctx, decision)),
  },
]
