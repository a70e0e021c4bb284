import { and, asc, eq, ne } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { BulletinTexts } from '../../domain/bulletin'
import type { BulletinState } from '../../domain/bulletin-workflow'
import type { DispatchFacts, FrozenDispatch } from '../../domain/dispatch'
import { allow, found, refuse } from '../../domain/errors'
import type { Paper } from '../../domain/official-document'
import { canDraftDispatch, canIssueDispatch, canReadDispatch, canWithdraw } from '../../domain/policy'
import { house, orm, type Reader } from '../client'
import { type DispatchRow, dispatchById, paperOfDispatch } from '../dispatch/dispatch-row'
import { keptPart } from '../document-keep'
import { frozenHead } from '../inspection/bulletin-paper'
import { publishedLock } from '../locks/lookup'
import { dispatches, documents } from '../schema'
import { type Person, peopleOf } from './people'

export type OtherDispatch = { id: number; title: string; state: BulletinState; number: string | null; day: string | null }
export type DispatchView = {
  id: number
  state: BulletinState
  version: number
  title: string
  facts: DispatchFacts
  texts: BulletinTexts
  head: { seq: number; hash: string } | null
  writers: Person[]
  proposed: Person | null
  issued: Person | null
  signer: string | null
  sentBackReason: string | null
  document: { number: string; day: string; sha256: string } | null
  /** The others of the same month: what was issued before, what corrects it. */
  others: OtherDispatch[]
  /** The month has a newer lock than this one rests on. */
  outdated: boolean
  may: Record<'edit' | 'takeBack' | 'issue' | 'correct', boolean>
}

/** One dispatch with everything its page says: of an issued one, what was kept with its bytes. */
export function dispatchView(actor: UserActor, id: number): DispatchView {
  const db = orm()
  const row = readableDispatch(db, actor, id)
  const { state, version, signer, sentBackReason, documentId } = row
  const kept = documentId === null ? null : found(db.select().from(documents).where(eq(documents.id, documentId)).get())
  const { title, facts, texts } = kept ? (kept.frozen as FrozenDispatch) : row
  const people = peopleOf(db, [row.proposedBy, row.issuedBy, ...row.editors])
  const others = othersOf(db, actor, row)
  return {
    ...{ id, state, version, title, facts, texts, signer, sentBackReason, others },
    head: frozenHead(row),
    writers: row.editors.flatMap((by) => people.get(by) ?? []),
    proposed: people.get(row.proposedBy ?? 0) ?? null,
    issued: people.get(row.issuedBy ?? 0) ?? null,
    document: kept && { number: kept.number, day: kept.day, sha256: found(kept.sha256) },
    outdated: publishedLock(db, 'month', row.period)?.id !== row.lockId,
    may: mayDo(actor, row, others),
  }
}

function mayDo(actor: UserActor, row: DispatchRow, others: readonly OtherDispatch[]): DispatchView['may'] {
  const { state, proposedBy } = row
  const drafts = canDraftDispatch(actor)
  const isLast = others.every((other) => other.state === 'issued' && other.id < row.id)
  return {
    edit: state === 'drafted' && drafts,
    takeBack: state === 'proposed' && proposedBy !== null && drafts && canWithdraw(actor, { submittedBy: proposedBy }),
    issue: state === 'proposed' && canIssueDispatch(actor, row),
    correct: state === 'issued' && drafts && isLast,
  }
}

/** For whoever may not read drafts there is none. */
function readableDispatch(db: Reader, actor: UserActor, id: number): DispatchRow {
  allow(canReadDispatch(actor, { issued: true }))
  const row = dispatchById(db, id)
  if (!canReadDispatch(actor, { issued: row.state === 'issued' })) refuse('not-found')
  return row
}

function othersOf(db: Reader, actor: UserActor, { id, period }: DispatchRow): OtherDispatch[] {
  return db
    .select({ id: dispatches.id, title: dispatches.title, state: dispatches.state, number: documents.number, day: documents.day })
    .from(dispatches)
    .leftJoin(documents, eq(documents.id, dispatches.documentId))
    .where(and(eq(dispatches.period, period), ne(dispatches.id, id)))
    .orderBy(asc(dispatches.id))
    .limit(50)
    .all()
    .filter(({ state }) => canReadDispatch(actor, { issued: state === 'issued' }))
}

/** Kept bytes of an issued one, null when they are not what was issued any more; of a draft the paper as it would be drawn now. */
export type DispatchFile = { name: string } & ({ kept: { bytes: Uint8Array; sha256: string } | null } | { paper: Paper })

export function dispatchFile(actor: UserActor, id: number, part: 'word' | 'page', today: string): DispatchFile {
  const open = house()
  const row = readableDispatch(open.orm, actor, id)
  if (row.documentId === null) {
    const issue = { number: null, signer: row.texts.signer, day: today, head: frozenHead(row), demo: open.demo }
    return { name: `${row.title}（征求意见稿）`, paper: paperOfDispatch(row, issue) }
  }
  const kept = found(open.orm.select().from(documents).where(eq(documents.id, row.documentId)).get())
  return { name: `${kept.number} ${kept.title}`, kept: keptPart(open, kept, part) }
}
