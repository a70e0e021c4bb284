import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { POST as postKey } from '../../app/api/field/key/route'
import { GET as askedPhoto, PUT as putPhoto } from '../../app/api/field/photos/[clientId]/route'
import { POST as postSync } from '../../app/api/field/sync/route'
import { shanghaiDay } from '../../domain/calendar'
import { build } from '../../scripts/house.mjs'
import { reportLine, type SyncOrder, type SyncReport, syncUnderFault } from '../faults/sync'
import { careless, forgetful } from '../faults/sync-controls'
import type { Carrier } from '../faults/sync-line'
import { codes, foundLibrary, served } from '../faults/sync-server'
import { openTestHouse, type TestHouse } from '../support/house'
import { roundOf } from '../support/visits'
import { work } from '../support/work'

/** Whoever asks, as the session would say; null = it has run out. */
const session = vi.hoisted(() => ({ person: null as object | null }))
vi.mock('../../app/_lib/session', () => ({
  viewer: async () => session.person,
  readerLocale: async () => 'zh-CN',
  ctxFor: (person: { actor: unknown }) => {
    const at = new Date().toISOString()
    return { actor: person.actor, at, today: shanghaiDay(at), requestId: 'test' }
  },
}))

let t: TestHouse | null = null
afterEach(() => {
  t?.close()
  t = null
})

/** The very routes, without a port between. */
function inProcess({ actors }: TestHouse): Carrier {
  const person = { actor: actors.supervisor, mustChangePassword: false }
  const send: Carrier['send'] = async (path, { redirect: _, ...init }, signedIn) => {
    const clientId = /photos\/([0-9a-f-]+)/.exec(path)?.[1] ?? ''
    const handler = path.endsWith('/key') ? postKey : path.endsWith('/sync') ? postSync : init.method === 'PUT' ? putPhoto : askedPhoto
    const request = new Request(`http://localhost${path}`, init)
    session.person = signedIn ? person : null
    return handler(request, { params: Promise.resolve({ clientId }) })
  }
  const cut: Carrier['cut'] = async (path, init) => {
    const body = init.body as Uint8Array
    const headers = { ...init.headers, 'content-length': String(body.length) }
    await send(path, { ...init, headers, body: body.slice(0, body.length / 2) }, true)
  }
  return { send, cut }
}

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

/** A fresh library each time, with one round. */
async function inProcessSync(runs: number, more: (carrier: Carrier) => Partial<SyncOrder> = () => ({})): Promise<SyncReport> {
  const at = new Date().toISOString()
  t = openTestHouse({ today: shanghaiDay(at) })
  const round = roundOf(codes, { by: t.actors.supervisor })
  const site = { userId: t.actors.supervisor.id, round, works: codes.map((code) => ({ code, version: work(code).version })) }
  const carrier = inProcess(t)
  return syncUnderFault({ dir: t.house.dir, site, carrier, runs, seed, ...more(carrier) })
}

/** A server that knows nothing again, and a phone that keeps nothing: both must be noticed. */
async function controls(): Promise<'fails' | 'passes'> {
  const twice = await inProcessSync(20, (carrier) => ({ carrier: forgetful(carrier) }))
  t?.close()
  const never = await inProcessSync(20, () => ({ phone: careless }))
  return twice.doubled.length > 0 && never.lost.length > 0 ? 'fails' : 'passes'
}

function expectOnce(report: SyncReport): void {
  expect({ seed: report.seed, lost: report.lost, doubled: report.doubled, wrong: report.wrong }).toEqual({
    seed,
    lost: [],
    doubled: [],
    wrong: [],
  })
  for (const [kind, count] of Object.entries(report.faults)) expect(count, kind).toBeGreaterThan(0)
  expect(report.twoTabs).toBeGreaterThan(0)
}

test('everything arrives exactly once over a line on which anything goes wrong', { timeout: 120_000 }, async () => {
  const report = await inProcessSync(Number(process.env.SYNC_RUNS ?? 120))
  expectOnce(report)
  t?.close()
  const control = await controls()
  console.log(reportLine(report, control))
  expect(control).toBe('fails')
})

test.runIf(process.env.LONG)('and over the wire, with the server killed now and then', { timeout: 3_600_000 }, async () => {
  await build()
  const dir = mkdtempSync(join(tmpdir(), 'hengdong-sync-'))
  try {
    const site = await foundLibrary(dir)
    const { carrier, kill, stop } = await served(dir)
    const runs = Number(process.env.SYNC_RUNS ?? 2000)
    const report = await syncUnderFault({ dir, site, carrier, runs, seed, kill, killEvery: 80 }).finally(stop)
    console.log(reportLine(report, await controls()))
    expectOnce(report)
    expect(report.serverKills).toBe(Math.floor(runs / 80))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
})
