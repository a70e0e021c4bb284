import { request } from 'node:http'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { closeHouse, openHouse } from '../../db/open'
import { users } from '../../db/schema'
import { shanghaiDay } from '../../domain/calendar'
import { type Server, startServer } from '../support/server'
import { roundOf } from '../support/visits'
import { work } from '../support/work'
import { signIn } from './kill-server'
import type { Site } from './sync-device'
import type { Carrier } from './sync-line'

export const codes = Array.from({ length: 20 }, (_, n) => `P${String(n + 1).padStart(4, '0')}`)

/** A real library with one round, ready to be served. */
export async function foundLibrary(dir: string): Promise<Site> {
  await (await startServer({ dataDir: dir })).stop()
  const db = new Database(join(dir, 'library.db'))
  db.exec('update users set must_change_password = 0')
  db.close()
  const at = new Date().toISOString()
  openHouse({ dir, at, today: shanghaiDay(at), demo: false })
  const { id, role, organisationId } = orm().select().from(users).where(eq(users.username, 'supervisor1')).get()!
  const round = roundOf(codes, { by: { kind: 'user', id, role, organisationId } })
  const site = { userId: id, round, works: codes.map((code) => ({ code, version: work(code).version })) }
  closeHouse()
  return site
}

export type Served = { carrier: Carrier; kill: () => Promise<void>; stop: () => Promise<void> }

/** What `npm start` serves, over its own port; killed, it is started again on the same data. */
export async function served(dataDir: string): Promise<Served> {
  let server: Server = await startServer({ dataDir })
  const cookie = await signIn(server, 'supervisor')
  const headersOf = (init: RequestInit, signedIn: boolean) => ({
    ...(init.headers as Record<string, string>),
    ...(signedIn ? { cookie } : {}),
  })
  const carrier: Carrier = {
    send: (path, init, signedIn) => fetch(server.url + path, { ...init, headers: headersOf(init, signedIn) }),
    cut: (path, init) => cutAfterHalf(server.url + path, headersOf(init, true), init.body as Uint8Array),
  }
  const kill = async () => {
    await server.stop('SIGKILL')
    server = await startServer({ dataDir })
  }
  return { carrier, kill, stop: () => server.stop() }
}

/** Half of the body is sent, then the line is dead. */
function cutAfterHalf(url: string, headers: Record<string, string>, body: Uint8Array): Promise<void> {
  return new Promise((done) => {
    const sending = request(url, { method: 'PUT', headers: { ...headers, 'content-length': body.length } })
    sending.on('error', () => done())
    sending.on('close', () => done())
    sending.write(body.subarray(0, Math.floor(body.length / 2)), () => setTimeout(() => sending.destroy(), 3))
  })
}
