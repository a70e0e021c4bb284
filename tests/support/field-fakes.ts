import { createHash, randomUUID } from 'node:crypto'
import type { Line, OutboxStore, Standing, Waiting } from '../../app/field/outbox'
import type { FieldAnswer, FieldItem } from '../../domain/field-items'

/** A phone in memory: what waits and what was said of it. */
export type Phone = OutboxStore & {
  standings: Map<string, Standing>
  offsets: number[]
  put: (item: FieldItem, bytes?: Uint8Array) => void
}

export function fakePhone(userId = 7): Phone {
  const items = new Map<string, { item: FieldItem; bytes: Uint8Array | null }>()
  const standings = new Map<string, Standing>()
  const offsets: number[] = []
  return {
    userId,
    standings,
    offsets,
    put: (item, bytes) => {
      items.set(item.id, { item, bytes: bytes ?? null })
      standings.set(item.id, { state: 'device' })
    },
    waiting: async () =>
      [...items].flatMap(([id, { item }]): Waiting[] => {
        const state = standings.get(id)?.state
        return state === 'device' || state === 'announced' ? [{ id, kind: item.kind, state }] : []
      }),
    item: async (id) => items.get(id)!.item,
    bytes: async (id) => items.get(id)!.bytes,
    settle: async (id, standing) => {
      standings.set(id, standing)
    },
    learnOffset: async (ms) => {
      offsets.push(ms)
    },
    opens: async (secret) => secret === `secret-of-${userId}`,
  }
}

export type Fault = 'cut-before' | 'cut-after' | 'signed-out' | 'torn' | null
/** A server in memory that keeps to domain/field-items: the same item twice is one record. `fault` is asked before every request. */
export type FakeServer = {
  records: Map<string, string>
  photos: Map<string, { bytes: number; sha256: string; parts: Uint8Array }>
  /** Why what has come whole is no photograph. */
  noPicture: { code: string; message: string } | null
  requests: string[]
  fault: (path: string, at: number) => Fault
  say: (item: FieldItem) => FieldAnswer | null
  userId: number
  clockAhead: number
  line: Line
}

export function fakeServer(userId = 7): FakeServer {
  let locked = false
  const server: FakeServer = {
    records: new Map(),
    photos: new Map(),
    noPicture: null,
    requests: [],
    fault: () => null,
    say: () => null,
    userId,
    clockAhead: 0,
    line: {
      now: () => Date.now(),
      fetch: (path, init) => answer(server, path, init),
      alone: async (work) => {
        if (locked) return null
        locked = true
        return work().finally(() => {
          locked = false
        })
      },
    },
  }
  return server
}

async function answer(server: FakeServer, path: string, init: RequestInit): Promise<Response> {
  server.requests.push(`${init.method} ${path}`)
  const fault = server.fault(path, server.requests.length)
  if (fault === 'cut-before') throw new TypeError('fetch failed')
  if (fault === 'signed-out') return Response.json({ code: 'sign-in-required' }, { status: 401 })
  const response = await handled(server, path, init)
  if (fault === 'cut-after') throw new TypeError('fetch failed')
  return fault === 'torn' ? new Response('<html>', { status: 200 }) : response
}

async function handled(server: FakeServer, path: string, init: RequestInit): Promise<Response> {
  if (path === '/api/field/key') return Response.json({ secret: `secret-of-${server.userId}` })
  const holder = new Headers(init.headers).get('x-field-user')
  if (holder !== String(server.userId)) return Response.json({}, { status: 409 })
  if (path === '/api/field/sync') {
    const { items } = JSON.parse(String(init.body)) as { items: FieldItem[] }
    const serverTime = new Date(Date.now() + server.clockAhead).toISOString()
    return Response.json({ serverTime, userId: server.userId, answers: items.map((item) => recorded(server, item)) })
  }
  return photoStanding(server, path, init)
}

function recorded(server: FakeServer, item: FieldItem): FieldAnswer {
  const special = server.say(item)
  if (special) return special
  const known = server.records.get(item.id)
  const body = JSON.stringify(item)
  if (known !== undefined && known !== body) return { id: item.id, status: 'refused', code: 'key-reused', field: null, message: '!' }
  server.records.set(item.id, body)
  if (item.kind === 'photo' && !server.photos.has(item.id))
    server.photos.set(item.id, { bytes: item.bytes, sha256: item.sha256, parts: new Uint8Array() })
  return { id: item.id, status: 'received', at: '2026-11-24T06:03:00.000Z' }
}

function photoStanding(server: FakeServer, path: string, init: RequestInit): Response {
  const url = new URL(path, 'http://phone')
  const photo = server.photos.get(url.pathname.split('/').at(-1) ?? '')
  if (!photo) return Response.json({}, { status: 404 })
  const offset = Number(url.searchParams.get('offset'))
  if (init.method === 'PUT' && offset === photo.parts.length) photo.parts = Buffer.concat([photo.parts, init.body as Uint8Array])
  const received = photo.parts.length
  const done = received === photo.bytes && createHash('sha256').update(photo.parts).digest('hex') === photo.sha256
  if (done && server.noPicture) {
    const { code: refused, message } = server.noPicture
    return Response.json({ received: 0, bytes: photo.bytes, done: false, at: null, refused, message })
  }
  const at = done ? '2026-11-24T06:04:00.000Z' : null
  return Response.json({ received, bytes: photo.bytes, done, at, refused: null, message: null })
}

const at = '2026-11-24T01:00:00.000Z'
const stamp = () => ({ id: randomUUID(), deviceAt: at, offsetMs: 0 })

export function startedVisit(visit = randomUUID()): FieldItem {
  const basis = { packagedAt: at, version: 1, approvedUpdateId: null, reportedUpdateId: null }
  return { kind: 'visit-started', ...stamp(), visit, round: 1, code: 'P0001', startedAt: at, basis }
}

export function foundThere(visit: string, facts = '围挡不全'): FieldItem {
  return { kind: 'finding', ...stamp(), visit, category: 'safety', severity: 'general', basis: null, facts }
}

export function photoThere(visit: string, bytes: Uint8Array): FieldItem {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { kind: 'photo', ...stamp(), visit, finding: null, name: '1.jpg', bytes: bytes.length, sha256, takenAt: at, position: null }
}
