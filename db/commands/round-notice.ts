import { and, count, eq, like } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, refuse } from '../../domain/errors'
import { canonicalJson, type Json } from '../../domain/events'
import { nextRoundState } from '../../domain/inspection'
import type { Paper } from '../../domain/official-document'
import { canKeepRounds } from '../../domain/policy'
import type { NoticeInput } from '../../domain/round-input'
import { noticePaper } from '../../domain/round-notice'
import { orm, type Reader, type Tx } from '../client'
import { frozenSha256 } from '../document-proof'
import { chainHead } from '../events'
import { sha256 } from '../hash'
import { changeRound, roundToChange } from '../inspection/round-change'
import { type RoundRow, roundById } from '../queries/round-access'
import { noticeFacts, noticeGaps } from '../queries/round-notice'
import { documents } from '../schema'
import { write } from '../write'

/** How a paper becomes bytes. */
export type PaperRenderer = { word: (paper: Paper) => Promise<Uint8Array>; page: (paper: Paper) => string }
type Rendered = { paper: Paper; word: Uint8Array; page: string }

/** Sends the notice of an announced round: from now on the round and its list are known, and the paper is frozen with its bytes. */
export async function notifyRound(ctx: Ctx, input: NoticeInput, render: PaperRenderer): Promise<void> {
  allow(canKeepRounds(ctx.actor))
  const paper = paperNow(orm(), ctx, roundById(orm(), input.id))
  const rendered = { paper, word: await render.word(paper), page: render.page(paper) }
  sendNotice(ctx, input, rendered)
}

function sendNotice(ctx: Ctx, input: NoticeInput, rendered: Rendered): void {
  write(ctx, 'notifyRound', input, (tx) => {
    const round = roundToChange(tx, ctx, input)
    if (!round.announced) refuse('notice-unannounced')
    const state = nextRoundState(round, 'notify')
    const [gap] = noticeGaps(tx, round)
    if (gap) refuse(gap)
    // A work renamed, a person retitled while the bytes were made: the sender looks again.
    if (textOf(paperNow(tx, ctx, round)) !== textOf(rendered.paper)) refuse('stale', { version: round.version }, round)
    const number = `${round.quarter}-通知-${noticesOf(tx, round.quarter) + 1}`
    keepNotice(tx, ctx, round, { ...rendered, number })
    const proof = { number, sha256: sha256(rendered.word), pageSha256: sha256(rendered.page), frozenSha256: frozenSha256(rendered.paper) }
    const columns = { state, notifiedOn: ctx.today, openedAt: ctx.at, listOpenedAt: ctx.at }
    changeRound(tx, ctx, round, { columns, action: 'round.notified', body: proof })
  })
}

const noticesOf = (tx: Tx, quarter: string): number =>
  tx
    .select({ rows: count() })
    .from(documents)
    .where(and(eq(documents.kind, 'notice'), like(documents.number, `${quarter}-%`)))
    .get()?.rows ?? 0

const textOf = (paper: Paper): string => canonicalJson(paper as unknown as Json)

function paperNow(db: Reader, ctx: Ctx, round: RoundRow): Paper {
  if (ctx.actor.kind !== 'user') refuse('forbidden')
  return noticePaper(noticeFacts(db, round, ctx.actor, ctx.today), false)
}

function keepNotice(tx: Tx, ctx: Ctx, round: RoundRow, { paper, word, page, number }: Rendered & { number: string }): void {
  const head = chainHead(tx)
  const bytes = { word: Buffer.from(word), page, sha256: sha256(word) }
  const about = { kind: 'notice' as const, subject: `round:${round.id}`, number, day: ctx.today, title: paper.title }
  tx.insert(documents)
    .values({ ...about, ...bytes, frozen: paper, headSeq: head.seq, headHash: head.hash, createdAt: ctx.at })
    .run()
}
