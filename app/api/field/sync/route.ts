import { type Taken, takeFieldBatch } from '../../../../db/commands/field-batch'
import type { RefusalCode } from '../../../../domain/errors'
import { type FieldAnswer, type FieldAnswers, fieldBatch, mostItems } from '../../../../domain/field-items'
import { fill, type Messages } from '../../../../domain/messages'
import { now } from '../../../_lib/clock'
import { fieldRoute } from '../../../_lib/field-api'
import { words } from '../../../_lib/locale'
import { ctxFor } from '../../../_lib/session'
import { bodyOf, malformed } from '../body'

const mostBytes = 1024 * 1024

/** A batch from a phone, answered item by item; sent again, it is answered the same. */
export const POST = fieldRoute(async (person, request): Promise<FieldAnswers> => {
  const items = itemsIn(parsed(await bodyOf(request, 'items', mostBytes)))
  const taken = takeFieldBatch(ctxFor(person), items)
  const { errors } = await words()
  return { serverTime: now(), userId: person.actor.id, answers: taken.map((item) => answered(item, errors)) }
})

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return malformed('items', 'not-json')
  }
}

function itemsIn(body: unknown): unknown[] {
  const batch = fieldBatch.safeParse(body)
  if (batch.success) return batch.data.items
  const code = batch.error.issues[0]?.code
  if (code === 'too_big') malformed('items', 'too-many-items', { max: mostItems })
  return malformed('items', code === 'too_small' ? 'required' : 'malformed')
}

function answered(item: Taken, errors: Messages['errors']): FieldAnswer {
  if (item.status !== 'refused') return item
  const { code, params, issues } = item.refusal
  const said: { code: RefusalCode; params?: Record<string, string | number>; field?: string } = issues[0] ?? { code, params }
  return { id: item.id, status: 'refused', code: said.code, field: said.field ?? null, message: fill(errors[said.code], said.params ?? {}) }
}
