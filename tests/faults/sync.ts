import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sendAll } from '../../app/field/outbox'
import { type Chance, chanceFrom } from './chance'
import { checkHouse, checkJourney } from './sync-check'
import { BrowserKilled, type Device, device, type Journey, journey, type Site } from './sync-device'
import { type Carrier, type FaultCounts, type FaultyLine, faultKinds, faultyLine } from './sync-line'
import { type Picture, pictures } from './sync-photos'

export type SyncOrder = {
  dir: string
  site: Site
  carrier: Carrier
  runs: number
  seed: number
  /** Kills the server and starts it again on the same data; the requests of that moment fail. */
  kill?: (() => Promise<void>) | undefined
  killEvery?: number
  /** A phone that does not do what ours does, as a control. */
  phone?: (made: Journey, device: Device) => Device
}
export type SyncReport = {
  seed: number
  runs: number
  items: number
  faults: FaultCounts
  twoTabs: number
  browserKills: number
  serverKills: number
  lost: string[]
  doubled: string[]
  wrong: string[]
}

/** Phones that hand in visits over a bad line, one after the other; after each, everything must be there once. */
export async function syncUnderFault(order: SyncOrder): Promise<SyncReport> {
  const faults = Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as FaultCounts
  const report: SyncReport = {
    ...{ seed: order.seed, runs: order.runs, items: 0, faults, twoTabs: 0, browserKills: 0, serverKills: 0 },
    ...{ lost: [], doubled: [], wrong: [] },
  }
  const pool = await pictures(24)
  const all: Journey[] = []
  const db = new Database(join(order.dir, 'library.db'), { readonly: true })
  try {
    for (let n = 0; n < order.runs; n++) {
      const made = await oneRun(order, report, n, pool)
      all.push(made)
      report.items += made.items.length
      const found = checkJourney(db, made)
      for (const kind of ['lost', 'doubled', 'wrong'] as const) report[kind].push(...found[kind])
    }
  } finally {
    db.close()
  }
  report.wrong.push(...checkHouse(order.dir, all))
  return report
}

async function oneRun(order: SyncOrder, report: SyncReport, n: number, pool: readonly Picture[]): Promise<Journey> {
  const chance = chanceFrom(order.seed + n)
  const made = journey(n, order.site, pool, chance)
  let calm = false
  const dies = () => {
    const killed = !calm && chance.is(0.04)
    report.browserKills += killed ? 1 : 0
    return killed
  }
  const honest = device(order.site.userId, made, dies)
  const phone = order.phone?.(made, honest) ?? honest
  const line = faultyLine(order.carrier, chance, report.faults, 0.35)
  const killing = killServer(order, report, n, chance)
  if (chance.is(0.5)) await onePass(phone, line, report, chance)
  phone.finish()
  for (let pass = 0; !(await isSent(phone)); pass++) {
    if (pass > 60) throw new Error(`${made.marker} is never sent`)
    if (pass === 20) {
      calm = true
      line.calm()
      await killing
    }
    await onePass(phone, line, report, chance)
  }
  await killing
  await line.flush()
  report.lost.push(
    ...phone.standings().flatMap((standing) => (standing.state === 'refused' ? [`${made.marker}: ${standing.message}`] : [])),
  )
  return made
}

const isSent = async ({ store }: Device): Promise<boolean> => (await store.waiting()).length === 0

/** What the page does when there is a line; sometimes two tabs do it at once, sometimes the browser is killed in the middle. */
async function onePass({ store }: Device, line: FaultyLine, report: SyncReport, chance: Chance): Promise<void> {
  const tabs = chance.is(0.2) ? 2 : 1
  report.twoTabs += tabs - 1
  const outcomes = await Promise.allSettled(Array.from({ length: tabs }, () => sendAll(store, line)))
  for (const outcome of outcomes) if (outcome.status === 'rejected' && !(outcome.reason instanceof BrowserKilled)) throw outcome.reason
}

async function killServer({ kill, killEvery = 0 }: SyncOrder, report: SyncReport, n: number, chance: Chance): Promise<void> {
  if (!kill || n % killEvery !== killEvery - 1) return
  const wait = chance.below(60)
  await new Promise((done) => setTimeout(done, wait))
  report.serverKills += 1
  await kill()
}

export function reportLine({ faults, ...report }: SyncReport, control: 'fails' | 'passes'): string {
  const { runs, items, twoTabs, browserKills, serverKills, lost, doubled, seed } = report
  return (
    `sync runs=${runs} items=${items} cuts-before=${faults.before} cuts-after=${faults.after} mid-photo=${faults['mid-photo']} ` +
    `duplicates=${faults.duplicate} reorders=${faults.reorder} two-tabs=${twoTabs} expired=${faults.expired} late=${faults.late} ` +
    `browser-kills=${browserKills} server-kills=${serverKills} seed=${seed} lost=${lost.length} doubled=${doubled.length} control=${control}`
  )
}
