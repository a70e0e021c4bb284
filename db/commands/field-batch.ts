import type { Ctx } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import { allow, type Issue, Refusal } from '../../domain/errors'
import { type FieldItem, fieldItem, fieldItemOrder } from '../../domain/field-items'
import { canTakeAlong } from '../../domain/policy'
import { announcePhoto } from './photos'
import { addFieldFinding, type FieldReceipt, finishVisit, startVisit } from './visits'

/** Of one item: a record, something that will come right by itself, or why not. */
export type Taken = { id: string } & (
  | { status: 'received' | 'conflict'; at: Instant }
  | { status: 'later' }
  | { status: 'refused'; refusal: Refusal }
)

/** Takes what a phone hands in, each item on its own, in the order in which they hang on each other. */
export function takeFieldBatch(ctx: Ctx, sent: readonly unknown[]): Taken[] {
  allow(canTakeAlong(ctx.actor))
  const read = sent.map((item) => ({ id: idOf(item), parsed: fieldItem.safeParse(item) }))
  const broken = read.flatMap(({ id, parsed }) =>
    parsed.success ? [] : [{ id, status: 'refused' as const, refusal: unread(parsed.error) }],
  )
  const items = read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []))
  return [...broken, ...items.toSorted(inOrder).map((item) => taken(ctx, item))]
}

const inOrder = (a: FieldItem, b: FieldItem): number => fieldItemOrder.indexOf(a.kind) - fieldItemOrder.indexOf(b.kind)

const idOf = (item: unknown): string => {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : ''
  return typeof id === 'string' ? id.slice(0, 60) : ''
}

type Unread = { issues: readonly { path: readonly PropertyKey[] }[] }

function unread({ issues }: Unread): Refusal {
  const field = issues[0]?.path.join('.') ?? ''
  return new Refusal('malformed', { issues: [{ field, code: 'malformed' } satisfies Issue] })
}

/** The key makes a repeat the same record, and other content under the same id a refusal. */
function taken(ctx: Ctx, item: FieldItem): Taken {
  try {
    return { id: item.id, ...handedIn({ ...ctx, key: `field:${item.id}` }, item) }
  } catch (error) {
    return { id: item.id, ...notTaken(error) }
  }
}

function handedIn(ctx: Ctx, item: FieldItem): FieldReceipt {
  if (item.kind === 'visit-started') return startVisit(ctx, item)
  if (item.kind === 'visit-finished') return finishVisit(ctx, item)
  return item.kind === 'finding' ? addFieldFinding(ctx, item) : announcePhoto(ctx, item)
}

/** A full disk stops the batch: what was taken stands. A fault of ours is not the inspector's: the item stays on the device and comes again. */
function notTaken(error: unknown): { status: 'later' } | { status: 'refused'; refusal: Refusal } {
  if (!(error instanceof Refusal)) {
    process.stderr.write(`field: ${(error as Error).stack}\n`)
    return { status: 'later' }
  }
  if (error.code === 'disk-full') throw error
  return error.code === 'visit-not-come' ? { status: 'later' } : { status: 'refused', refusal: error }
}
