import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sendAll } from '../../app/field/outbox'
import { pieceBytes } from '../../app/field/photo-sending'
import { photoPiece } from '../../domain/field-items'
import { type Fault, fakePhone, fakeServer, foundThere, photoThere, startedVisit } from '../support/field-fakes'

function visited(photoBytes = 700_000) {
  const [phone, server] = [fakePhone(), fakeServer()]
  const start = startedVisit()
  const bytes = randomBytes(photoBytes)
  const photo = photoThere(start.visit, bytes)
  for (const item of [start, foundThere(start.visit)]) phone.put(item)
  phone.put(photo, bytes)
  return { phone, server, start, photo, bytes }
}
const states = (phone: ReturnType<typeof fakePhone>) => [...phone.standings.values()].map(({ state }) => state)

describe('a pass', () => {
  test('hands in everything, photographs in pieces, and asks nothing when nothing waits', async () => {
    const { phone, server, photo, bytes } = visited()
    expect(await sendAll(phone, server.line)).toBe('quiet')
    expect(states(phone)).toEqual(['received', 'received', 'received'])
    expect(Buffer.from(server.photos.get(photo.id)!.parts).equals(bytes)).toBe(true)
    expect(server.requests.filter((one) => one.startsWith('PUT'))).toHaveLength(3)
    const before = server.requests.length
    expect(await sendAll(phone, server.line)).toBe('quiet')
    expect(server.requests).toHaveLength(before)
  })

  test('sends at most fifty items and no very large body at once', async () => {
    const [phone, server] = [fakePhone(), fakeServer()]
    const { visit } = startedVisit()
    for (let count = 0; count < 120; count++) phone.put(foundThere(visit, '长'.repeat(count < 60 ? 1000 : 9000)))
    const sizes: number[] = []
    const line = {
      ...server.line,
      fetch: (path: string, init: RequestInit) => {
        if (path.endsWith('/sync')) sizes.push(Buffer.byteLength(String(init.body)))
        return server.line.fetch(path, init)
      },
    }
    expect(await sendAll(phone, line)).toBe('quiet')
    expect(server.records.size).toBe(120)
    expect(Math.max(...sizes)).toBeLessThan(500_000)
    expect(sizes.length).toBeGreaterThan(3)
  })

  test('waits for what hangs on something else without holding up the rest', async () => {
    const { phone, server, start } = visited()
    server.say = ({ id, kind }) => (kind === 'finding' ? { id, status: 'later' } : null)
    expect(await sendAll(phone, server.line)).toBe('later')
    expect(states(phone)).toEqual(['received', 'device', 'received'])
    expect(server.requests.filter((one) => one.endsWith('/sync'))).toHaveLength(1)
    server.say = () => null
    expect(await sendAll(phone, server.line)).toBe('quiet')
    expect(phone.standings.get(start.id)).toMatchObject({ state: 'received' })
  })

  test('keeps a refused item with its words and never sends it again', async () => {
    const { phone, server } = visited()
    server.say = ({ id, kind }) =>
      kind === 'finding' ? { id, status: 'refused', code: 'required', field: 'facts', message: '请写事实' } : null
    expect(await sendAll(phone, server.line)).toBe('quiet')
    expect([...phone.standings.values()]).toContainEqual({ state: 'refused', code: 'required', field: 'facts', message: '请写事实' })
    server.say = () => null
    await sendAll(phone, server.line)
    expect(server.records.size).toBe(2)
  })

  test('lets a photograph go that is none, keeps the server’s words for it and asks no more', async () => {
    const { phone, server, photo } = visited()
    server.noPicture = { code: 'file-damaged', message: '文件打不开' }
    expect(await sendAll(phone, server.line)).toBe('quiet')
    expect(phone.standings.get(photo.id)).toEqual({ state: 'refused', code: 'file-damaged', field: null, message: '文件打不开' })
    const before = server.requests.length
    expect(await sendAll(phone, server.line)).toBe('quiet')
    expect(server.requests).toHaveLength(before)
  })

  test('shows a conflict as received and waiting for a person', async () => {
    const { phone, server, start } = visited()
    server.say = ({ id, kind }) => (kind === 'visit-started' ? { id, status: 'conflict', at: '2026-11-24T06:03:00.000Z' } : null)
    await sendAll(phone, server.line)
    expect(phone.standings.get(start.id)).toEqual({ state: 'conflict', at: '2026-11-24T06:03:00.000Z' })
  })

  test('learns how wrong the device’s clock is', async () => {
    const { phone, server } = visited()
    server.clockAhead = 86_400_000
    await sendAll(phone, server.line)
    expect(Math.abs(phone.offsets[0]! - 86_400_000)).toBeLessThan(1000)
  })
})

describe('faults', () => {
  test('a line cut at any request, before or after the server heard it, loses nothing and doubles nothing', async () => {
    for (const fault of ['cut-before', 'cut-after', 'torn'] as const) {
      for (let cutAt = 1; cutAt <= 9; cutAt++) {
        const { phone, server, photo, bytes } = visited()
        server.fault = (_path, at) => (at === cutAt ? fault : null)
        const first = await sendAll(phone, server.line)
        expect(['unreachable', 'quiet']).toContain(first)
        expect(await sendAll(phone, server.line), `${fault} at ${cutAt}`).toBe('quiet')
        expect(server.records.size).toBe(3)
        expect(Buffer.from(server.photos.get(photo.id)!.parts).equals(bytes)).toBe(true)
      }
    }
  })

  test('a control: without the server’s ids the same faults double', async () => {
    const { phone, server, start } = visited()
    let taken = 0
    server.say = ({ id, kind }) => {
      if (kind === 'visit-started') taken += 1
      return { id, status: 'received', at: '2026-11-24T06:03:00.000Z' }
    }
    server.fault = (path, at) => (path.endsWith('/sync') && at === 2 ? 'cut-after' : null)
    await sendAll(phone, server.line)
    await sendAll(phone, server.line)
    expect(taken).toBe(2)
    expect(phone.standings.get(start.id)?.state).toBe('received')
  })

  test('random faults until all is there', async () => {
    const kinds: Fault[] = ['cut-before', 'cut-after', 'torn', 'signed-out', null, null, null]
    for (let run = 0; run < 60; run++) {
      const { phone, server, photo, bytes } = visited(1 + ((run * 104_729) % 900_000))
      server.fault = () => kinds[Math.floor(Math.random() * kinds.length)]!
      for (let tries = 0; tries < 400 && (await sendAll(phone, server.line)) !== 'quiet'; tries++);
      expect(states(phone)).toEqual(['received', 'received', 'received'])
      expect(server.records.size).toBe(3)
      expect(Buffer.from(server.photos.get(photo.id)!.parts).equals(bytes)).toBe(true)
    }
  })

  test('two tabs at once: one sends, or with a browser without locks both do, and it is there once', async () => {
    const { phone, server } = visited()
    expect((await Promise.all([sendAll(phone, server.line), sendAll(phone, server.line)])).sort()).toEqual(['elsewhere', 'quiet'])
    const other = visited()
    const unlocked = { ...other.server.line, alone: <T>(work: () => Promise<T>) => work() }
    await Promise.all([sendAll(other.phone, unlocked), sendAll(other.phone, unlocked)])
    expect(await sendAll(other.phone, unlocked)).toBe('quiet')
    expect(other.server.records.size).toBe(3)
    expect(Buffer.from(other.server.photos.get(other.photo.id)!.parts).equals(other.bytes)).toBe(true)
  })

  test('a server that no longer knows a photograph hears of it again', async () => {
    const { phone, server, photo } = visited()
    server.fault = (path) => (path.includes('/photos/') ? 'cut-before' : null)
    expect(await sendAll(phone, server.line)).toBe('unreachable')
    server.fault = () => null
    server.photos.clear()
    expect(await sendAll(phone, server.line)).toBe('later')
    expect(phone.standings.get(photo.id)?.state).toBe('device')
    expect(await sendAll(phone, server.line)).toBe('quiet')
  })

  test('a photograph whose bytes cannot be read does not hold up another', async () => {
    const { phone, server, start, photo } = visited()
    const lost = photoThere(start.visit, randomBytes(10))
    phone.put(lost)
    expect(await sendAll(phone, server.line)).toBe('later')
    expect([phone.standings.get(photo.id)?.state, phone.standings.get(lost.id)?.state]).toEqual(['received', 'announced'])
  })
})

describe('whose they are', () => {
  test('an expired session stops it, and signing in again goes on', async () => {
    const { phone, server } = visited()
    server.fault = () => 'signed-out'
    expect(await sendAll(phone, server.line)).toBe('signed-out')
    server.fault = () => null
    expect(await sendAll(phone, server.line)).toBe('quiet')
  })

  test('nothing of one person is sent while another is signed in, not even the first item', async () => {
    const { phone, server } = visited()
    server.userId = 8
    expect(await sendAll(phone, server.line)).toBe('other-user')
    expect(server.requests).toEqual(['POST /api/field/key'])
    expect(server.records.size).toBe(0)
  })

  test('another person who signs in between asking and sending is refused by the server', async () => {
    const { phone, server } = visited()
    server.fault = (path) => {
      if (path.endsWith('/sync')) server.userId = 8
      return null
    }
    expect(await sendAll(phone, server.line)).toBe('other-user')
    expect(server.records.size).toBe(0)
  })

  test('an account that may not send keeps everything', async () => {
    const { phone, server } = visited()
    const line = { ...server.line, fetch: async () => Response.json({}, { status: 403 }) }
    expect(await sendAll(phone, line)).toBe('not-allowed')
    expect(states(phone)).toEqual(['device', 'device', 'device'])
  })
})

test('a piece is as large as the server takes', () => {
  expect(pieceBytes).toBe(photoPiece)
})
