import { randomUUID } from 'node:crypto'
import type { FieldAnswer, FieldAnswers } from '../../domain/field-items'
import type { Device, Journey } from './sync-device'
import type { Carrier } from './sync-line'

type Named = { id: string; visit: string; kind: string; finding?: string | null }

/** A server that does not know a thing again: whatever arrives is something new to it, and what it did not take it has never heard of. */
export function forgetful({ send, cut }: Carrier): Carrier {
  const latest = new Map<string, string>()
  const now = (id: string) => latest.get(id) ?? id
  const sync: Carrier['send'] = async (path, init, signedIn) => {
    const { items } = JSON.parse(String(init.body)) as { items: Named[] }
    const order = ['visit-started', 'finding', 'photo', 'visit-finished']
    const sorted = items.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    const { body, given } = renamed(sorted, now)
    const answer = await send(path, { ...init, body: JSON.stringify({ items: body }) }, signedIn)
    if (!answer.ok) return answer
    const said = (await answer.json()) as FieldAnswers
    const taken = new Set(said.answers.flatMap(({ id, status }) => (status === 'received' || status === 'conflict' ? [id] : [])))
    for (const { id, visit, kind } of sorted) {
      const twin = [...given].find(([, own]) => own === id)?.[0]
      if (!twin || !taken.has(twin)) continue
      latest.set(id, twin)
      if (kind === 'visit-started') latest.set(visit, twin)
    }
    const answers = said.answers.map((one): FieldAnswer => ({ ...one, id: given.get(one.id) ?? one.id }))
    return Response.json({ ...said, answers })
  }
  const photo = (path: string) => path.replace(/[0-9a-f-]{36}/, now)
  return {
    send: (path, init, signedIn) => (path.endsWith('/sync') ? sync(path, init, signedIn) : send(photo(path), init, signedIn)),
    cut: (path, init) => cut(photo(path), init),
  }
}

/** A phone that takes what it has sent for received. */
export function careless(_made: Journey, { store, ...phone }: Device): Device {
  const sent = new Set<string>()
  return {
    ...phone,
    store: {
      ...store,
      waiting: async () => (await store.waiting()).filter(({ id }) => !sent.has(id)),
      item: (id) => {
        sent.add(id)
        return store.item(id)
      },
    },
  }
}

/** Every item under an id of its own that nobody has used, and what hangs on another one of the batch on that one's. */
function renamed(items: readonly Named[], now: (id: string) => string): { body: Named[]; given: Map<string, string> } {
  const given = new Map<string, string>()
  const fresh = new Map<string, string>()
  const named = (id: string) => fresh.get(id) ?? now(id)
  const body = items.map((item) => {
    const id = randomUUID()
    given.set(id, item.id)
    fresh.set(item.id, id)
    if (item.kind === 'visit-started') fresh.set(item.visit, id)
    return { ...item, id, visit: named(item.visit), ...(item.finding ? { finding: named(item.finding) } : {}) }
  })
  return { body, given }
}
