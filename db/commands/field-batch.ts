import type { Ctx } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import { allow, type Issue, Refusal, type RefusalCode } from '../../domain/errors'
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

type Fault = { code: string; path: readonly PropertyKey[]; message: string; origin?: string; maximum?: number | bigint }
type Unread = { issues: readonly Fault[] }

function unread({ issues: [first] }: Unread): Refusal {
  const field = first?.path.join('.') ?? ''
  return new Refusal('malformed', { issues: [{ field, ...(first ? faultOf(first) : { code: 'malformed' }) }] })
}

/** Words say what is wrong with them; everything else is made by a page of ours and never typed. */
function faultOf({ code, message, origin, maximum }: Fault): Omit<Issue, 'field'> {
  if (origin === 'string' && code === 'too_big') return { code: 'too-long', params: { max: Number(maximum) } }
  if (origin === 'string' && code === 'too_small' && message === 'required') return { code: 'required' }
  return { code: code === 'custom' ? (message as RefusalCode) : 'malformed' }
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
