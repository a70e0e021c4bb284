import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { repo } from '../../scripts/house.mjs'
import { type Server, startServer } from './server'

/** A day of the county, at half past nine in the morning. */
const morningOf = (day: string): string => `${day}T01:30:00.000Z`

const clockOf = (dataDir: string): string => join(dataDir, 'test-clock')
const preload = pathToFileURL(join(repo, 'tests/support/server-clock.mjs')).href

/** What `npm start` serves, on a real library, on another day than ours: only the server's clock is another. */
export async function startServerOn(day: string, dataDir: string): Promise<Server> {
  writeFileSync(clockOf(dataDir), morningOf(day))
  return startServer({ dataDir, env: { NODE_OPTIONS: `--import ${preload}`, SERVER_CLOCK: clockOf(dataDir) } })
}

/** The running server's clock jumps forward to a later day. Sessions last a working day: everybody signs in again. */
export async function moveTo(day: string, { dataDir }: Server): Promise<void> {
  const [clock, seen] = [clockOf(dataDir), `${clockOf(dataDir)}.seen`]
  writeFileSync(clock, morningOf(day))
  while (!existsSync(seen) || readFileSync(seen, 'utf8') !== morningOf(day)) await new Promise((done) => setTimeout(done, 10))
}
