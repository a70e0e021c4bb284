import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { RefusalCode } from '../../domain/errors'
import { found, refuse } from '../../domain/errors'
import { type Paper, paperSchema } from '../../domain/official-document'
import { canKeepRounds } from '../../domain/policy'
import { type NoticeFacts, noticePaper } from '../../domain/round-notice'
import { house, orm, type Reader } from '../client'
import { documentProof, isWholePart } from '../document-proof'
import { documents, organisations, projectList, roundGroups, roundWorks } from '../schema'
import { type RoundRow, wholeRound } from './round-access'
import { groupsOf, materialsOf, membersOf } from './round-team'

/** The notice as it would say now; the office that issues it is the sender's own. */
export function noticeFacts(db: Reader, round: RoundRow, sender: UserActor, day: Day): NoticeFacts {
  const { title, fromDay, toDay, scopeWords, requirements, materialsDueOn } = round
  const office = db.select().from(organisations).where(eq(organisations.id, sender.organisationId)).get()
  return {
    ...{ title, fromDay, toDay, scopeWords, requirements, materialsDueOn, day },
    issuer: found(office).name,
    materials: materialsOf(db, round.id).map(({ name }) => name),
    groups: groupsOf(db, round.id),
    members: membersOf(db, round.id).map(({ name, unit, duty, groupId }) => ({ name, unit, duty, groupId })),
    works: listOf(db, round.id),
  }
}

function listOf(db: Reader, roundId: number): NoticeFacts['works'] {
  return db
    .select({
      code: projectList.code,
      name: projectList.name,
      unit: sql<string | null>`coalesce(${projectList.ownerName}, ${projectList.responsibleName})`,
      group: roundGroups.name,
      visitOn: roundWorks.visitOn,
    })
    .from(roundWorks)
    .innerJoin(projectList, eq(projectList.projectId, roundWorks.projectId))
    .leftJoin(roundGroups, eq(roundGroups.id, roundWorks.groupId))
    .where(eq(roundWorks.roundId, roundId))
    .orderBy(asc(projectList.code))
    .all()
}

/** What a notice still lacks, in the order in which a person would see to it. */
export function noticeGaps(db: Reader, round: RoundRow): RefusalCode[] {
  const gaps: [RefusalCode, boolean][] = [
    ['notice-needs-works', db.select({ id: roundWorks.id }).from(roundWorks).where(eq(roundWorks.roundId, round.id)).get() === undefined],
    ['notice-needs-days', round.fromDay === null || round.toDay === null],
    ['notice-needs-leader', !membersOf(db, round.id).some(({ duty }) => duty === 'leader')],
  ]
  return gaps.flatMap(([code, isGap]) => (isGap ? [code] : []))
}

const sentColumns = { number: documents.number, day: documents.day, sha256: documents.sha256, createdAt: documents.createdAt }
const ofRound = (roundId: number) => and(eq(documents.kind, 'notice'), eq(documents.subject, `round:${roundId}`))

export function sentNotice(db: Reader, roundId: number) {
  return db.select(sentColumns).from(documents).where(ofRound(roundId)).orderBy(desc(documents.id)).limit(1).get() ?? null
}

export type NoticeView = {
  round: RoundRow
  /** As it was sent, or as it would be. */
  paper: Paper
  sent: ReturnType<typeof sentNotice>
  gaps: RefusalCode[]
  mayKeep: boolean
}

/** The notice of an announced round: as sent, for everybody who may know the list; before that a draft for the supervisors. */
export function noticeView(actor: UserActor, id: number, today: Day): NoticeView {
  const db = orm()
  const round = wholeRound(db, actor, id)
  if (!round.announced) refuse('not-found')
  const sent = sentNotice(db, id)
  if (!sent && !canKeepRounds(actor)) refuse('not-found')
  const paper = sent ? paperSchema.parse(noticeFile(db, id).frozen) : noticePaper(noticeFacts(db, round, actor, today), true)
  return { round, paper, sent, gaps: sent ? [] : noticeGaps(db, round), mayKeep: canKeepRounds(actor) }
}

function noticeFile(db: Reader, roundId: number) {
  return found(db.select().from(documents).where(ofRound(roundId)).orderBy(desc(documents.id)).limit(1).get())
}

/** The bytes as they were stored when it was sent, null where they are not that any more; null while it is only a draft. */
export function storedNotice(actor: UserActor, id: number): { word: Buffer | null; page: string | null; number: string } | null {
  const { orm: db, sqlite } = house()
  const round = wholeRound(db, actor, id)
  if (!round.announced) refuse('not-found')
  if (!sentNotice(db, id)) return canKeepRounds(actor) ? null : refuse('not-found')
  const kept = noticeFile(db, id)
  const proof = documentProof(sqlite, kept)
  const isWhole = (part: 'word' | 'page') => proof !== null && isWholePart(part, kept, proof)
  return { word: isWhole('word') ? kept.word : null, page: isWhole('page') ? kept.page : null, number: kept.number }
}
