import { resolve } from 'node:path'
import { type Ctx, system } from '../domain/actor'
import { type Day, type Instant, isDay, shanghaiDay } from '../domain/calendar'
import { mailPaceMs, type Post } from '../domain/mail'
import { postAlarms } from './commands/alarms'
import { escalateConditions } from './commands/condition-escalation'
import { tiePlanEnterprises } from './commands/enterprises'
import { stepImports } from './commands/imports-steps'
import { computeLocks } from './commands/locks-compute'
import { rerateProjects } from './commands/rerate'
import { clearLibrary, demoBeginning, isDemoBroken, isNewLibrary, makeDemo, type Papers } from './demo'
import { foundFirstAccounts } from './first-accounts'
import { closeHouse, openHouse } from './open'
import { mailCourier, mailWriter } from './outbox/courier'

const dataDir = (): string => resolve(process.env.DATA_DIR ?? './data')

/** The business day: Shanghai's, or the fixed one of a demonstration (refused on a real library). */
export function businessDay(at: string): Day {
  const fixed = process.env.DEMO_TODAY
  if (!fixed) return shanghaiDay(at)
  if (process.env.DEMO !== '1') throw new Error('DEMO_TODAY 只能用于演示库 · DEMO_TODAY is for a demonstration only.')
  if (!isDay(fixed)) throw new Error(`DEMO_TODAY: ${fixed}`)
  return fixed
}

/** `papers` = how documents become bytes: a demonstration issues some while it is made. `post` = what sends mails; null = none are sent. */
export async function serveHouse(papers: Papers, post: Post | null): Promise<void> {
  try {
    if (process.env.DEMO === '1') await serveDemo(new Date().toISOString(), papers)
    else await serveLibrary(new Date().toISOString())
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
  followDeadlines()
  setInterval(followTheDay, 60_000).unref()
  setInterval(followDeadlines, 60_000).unref()
  setInterval(followImports, 1_000).unref()
  setInterval(followLocks, 1_000).unref()
  if (post) followMail(post)
  // The server lets requests in flight finish before it exits; the library is closed after them.
  process.once('exit', closeHouse)
}

async function serveLibrary(at: Instant): Promise<void> {
  const today = businessDay(at)
  openHouse({ dir: dataDir(), at, today, demo: false })
  await foundFirstAccounts(dataDir(), at)
  tiePlanEnterprises({ actor: system, at, today, requestId: 'open' })
}

/** A demonstration begins in its own past; one that was interrupted while it was made is made anew. */
async function serveDemo(at: Instant, papers: Papers): Promise<void> {
  const opening = { dir: dataDir(), at, today: businessDay(at), demo: true }
  openHouse(isNewLibrary(dataDir()) ? { ...opening, ...demoBeginning } : opening)
  if (isDemoBroken()) {
    closeHouse()
    clearLibrary(dataDir())
    openHouse({ ...opening, ...demoBeginning })
  }
  await makeDemo(dataDir(), opening.today, papers)
}

/** Lights move with the day: once it has changed, rows are rated again a step at a time, between requests. What fails is tried again. */
function followTheDay(): void {
  try {
    if (rerateProjects(dayCtx()) > 0) setImmediate(followTheDay)
  } catch (error) {
    process.stderr.write(`day: ${(error as Error).message}\n`)
  }
}

/** Deadlines pass while nobody asks: what the clock says, also of days on which the server was off, a step at a time. What fails is tried again. */
function followDeadlines(): void {
  try {
    if (postAlarms(dayCtx()) + escalateConditions(dayCtx()) > 0) setImmediate(followDeadlines)
  } catch (error) {
    process.stderr.write(`deadlines: ${(error as Error).message}\n`)
  }
}

/** A period somebody began to lock is computed a step at a time, between requests; one that a stop interrupted goes on. */
let following = false
/** Between two steps whoever waits is answered first: an answer takes several turns, and would meet a step in each of them. */
const pauseMs = 5
function followLocks(): void {
  if (following) return
  try {
    following = computeLocks(dayCtx())
  } catch (error) {
    following = false
    process.stderr.write(`locks: ${(error as Error).message}\n`)
  }
  if (following) setTimeout(goOn, pauseMs)
}

function goOn(): void {
  following = false
  followLocks()
}

/** An import under way goes on between requests, also after a stop; a step that fails is tried again a second later. */
let importing = false
function followImports(): void {
  if (importing) return
  importing = true
  const next = (): void => {
    try {
      importing = stepImports(dayCtx()) > 0
    } catch (error) {
      importing = false
      process.stderr.write(`imports: ${(error as Error).message}\n`)
    }
    if (importing) setTimeout(next, 5)
  }
  next()
}

/** Reminders are written between requests and leave one at a time. What fails is tried again. */
function followMail(post: Post): void {
  const write = mailWriter(post.origin, dayCtx)
  const send = mailCourier(post, dayCtx)
  const failed = (error: unknown): void => {
    process.stderr.write(`mail: ${(error as Error).message}\n`)
  }
  const writeOn = (): void => {
    try {
      if (write()) setTimeout(writeOn, pauseMs)
    } catch (error) {
      failed(error)
      setTimeout(writeOn, pauseMs)
    }
  }
  setInterval(writeOn, 60_000).unref()
  setInterval(() => send().catch(failed), mailPaceMs).unref()
}

function dayCtx(): Ctx {
  const at = new Date().toISOString()
  return { actor: system, at, today: businessDay(at), requestId: 'day' }
}
