import { randomUUID } from 'node:crypto'
import type { FieldAnswer, FieldAnswers } from '../../domain/field-items'
import type { Device, Journey } from './sync-device'
import type { Carrier } from './sync-line'

type Named = { id: string; visit: string; kind: string; finding?: string | null }

/** A server that does not know a thing again: whatever arrives is something new to it. */
export function forgetful({ send, cut }: Carrier): Carrier {
  const latest = new Map<string, string>()
  const now = (id: string) => latest.get(id) ?? id
  const renamed = (item: Named): Named => {
    latest.set(item.id, randomUUID())
    if (item.kind === 'visit-started') latest.set(item.visit, now(item.id))
    return { ...item, id: now(item.id), visit: now(item.visit), ...(item.finding ? { finding: now(item.finding) } : {}) }
  }
  const sync: Carrier['send'] = async (path, init, signedIn) => {
    const { items } = JSON.parse(String(init.body)) as { items: Named[] }
    const order = ['visit-started', 'finding', 'photo', 'visit-finished']
    const sorted = items.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    const given = new Map<string, string>()
    const body = sorted.map((item) => {
      const twin = renamed(item)
      given.set(twin.id, item.id)
      return twin
    })
    const answer = await send(path, { ...init, body: JSON.stringify({ items: body }) }, signedIn)
    if (!answer.ok) return answer
    const said = (await answer.json()) as FieldAnswers
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
