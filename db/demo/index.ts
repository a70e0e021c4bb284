import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Ctx, system } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { house, orm } from '../client'
import { rerateProjects } from '../commands/rerate'
import { foundAccounts } from '../first-accounts'
import { isDemoComplete } from '../queries/health'
import { meta, users } from '../schema'
import { write } from '../write'
import type { Papers } from './bulletin-steps'
import { demoAccounts, demoOrganisations, realNames } from './cast'
import { chanceOf } from './chance'
import { settleConditions } from './conditions'
import { runDesk } from './desk'
import { Diary } from './diary'
import { inspectQuarters } from './inspections'
import { meetMilestones } from './milestones'
import { reportMonths } from './months'
import { returnOutputs } from './outputs'
import { startWork } from './start'
import { profilesOf } from './works'

export type { Papers }

const seed = 20_251_016
/** The day its history begins. */
export const demoBeginning = { at: '2023-09-01T00:30:00.000Z', today: '2023-09-01' }

export const isNewLibrary = (dir: string): boolean => !existsSync(join(dir, 'library.db'))
/** People but no end: its making was interrupted. */
export const isDemoBroken = (): boolean => !isDemoComplete() && orm().select({ id: users.id }).from(users).limit(1).get() !== undefined

/** Only ever called for a folder that holds a demonstration. */
export function clearLibrary(dir: string): void {
  for (const file of ['library.db', 'library.db-wal', 'library.db-shm', 'chain-head']) rmSync(join(dir, file), { force: true })
}

/** Made-up history, made through the commands like a real one; nothing of it can reach a real library. Does nothing when it is there. */
export async function makeDemo(dir: string, today: Day, papers: Papers): Promise<void> {
  if (isDemoComplete()) return
  const ctx: Ctx = { actor: system, ...demoBeginning, requestId: 'demo' }
  note(ctx, 'masked-names', JSON.stringify(realNames()))
  await foundAccounts(dir, ctx.at, {
    file: 'demo-accounts.txt',
    accounts: demoAccounts,
    organisations: demoOrganisations,
    mustChangePassword: false,
  })
  // Until it is whole it can be made anew: only its end has to be durable.
  house().sqlite.pragma('synchronous = OFF')
  await writeDiary(today, papers).play(today)
  const end: Ctx = { ...ctx, at: `${today}T01:30:00.000Z`, today }
  while (rerateProjects(end) > 0) await new Promise((resolve) => setImmediate(resolve))
  house().sqlite.pragma('synchronous = FULL')
  note(end, 'demo-complete', today)
}

function writeDiary(today: Day, papers: Papers): Diary {
  const chance = chanceOf(seed)
  const diary = new Diary()
  const profiles = profilesOf(chance)
  for (const [index, profile] of profiles.entries()) {
    startWork(diary, profile, index)
    reportMonths(diary, profile, chance)
    meetMilestones(diary, profile, today)
  }
  returnOutputs(diary, chance)
  settleConditions(diary, today)
  inspectQuarters(diary, today, papers)
  runDesk(diary, profiles, papers)
  return diary
}

function note(ctx: Ctx, key: string, value: string): void {
  write(ctx, 'noteDemo', { key }, (tx) => {
    tx.insert(meta).values({ key, value }).onConflictDoNothing().run()
  })
}
