import { and, eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../domain/actor'
import { refuse } from '../domain/errors'
import { counted } from './change-count'
import { house, type Tx } from './client'
import { sayWhenFull } from './disk'
import { type ChainHead, chainHead, inputHash } from './events'
import { keepHead } from './kept-head'
import { settlePasts } from './locks/settle'
import { idempotency } from './schema'

type NoPromise<T> = T extends PromiseLike<unknown> ? never : T

/**
 * The only way to change anything: one immediate transaction in which a command loads, asks the policy, writes and records.
 * A repeated request (same actor and key) gets the first answer again; the same key with other content is refused.
 */
export function write<T>(ctx: Ctx, command: string, input: unknown, work: (tx: Tx) => NoPromise<T>): T {
  const { orm, dir } = house()
  const kept: { head: ChainHead | null } = { head: null }
  const run = (tx: Tx): T => {
    const before = earlierAnswer(tx, ctx, command, input)
    if (before) return before.result as T
    const answer = work(tx) as T
    keepAnswer(tx, ctx, command, input, answer)
    settlePasts(tx, ctx.at)
    kept.head = chainHead(tx)
    return answer
  }
  const result = counted(command, () => sayWhenFull(() => orm.transaction(run, { behavior: 'immediate' })))
  if (kept.head) noteHead(dir, kept.head)
  return result
}

function earlierAnswer(tx: Tx, ctx: Ctx, command: string, input: unknown) {
  if (!ctx.key) return undefined
  const kept = tx
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.actorId, actorId(ctx.actor) ?? 0), eq(idempotency.key, ctx.key)))
    .get()
  if (kept && (kept.command !== command || kept.inputHash !== inputHash(command, input))) refuse('key-reused')
  return kept
}

function keepAnswer(tx: Tx, ctx: Ctx, command: string, input: unknown, result: unknown): void {
  if (!ctx.key) return
  const row = {
    actorId: actorId(ctx.actor) ?? 0,
    key: ctx.key,
    command,
    inputHash: inputHash(command, input),
    result: result ?? null,
    at: ctx.at,
  }
  tx.insert(idempotency).values(row).run()
}

/** The commit stands whatever becomes of this note: one that cannot be written is logged, and the next one takes its place. */
function noteHead(dir: string, head: ChainHead): void {
  try {
    keepHead(dir, head)
  } catch (error) {
    process.stderr.write(`chain-head: ${(error as Error).message}\n`)
  }
}
