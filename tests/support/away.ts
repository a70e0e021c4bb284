import { join } from 'node:path'
import Database from 'better-sqlite3'
import { startServer } from './server'

export type Away = { sqlite: Database.Database; close: () => void }

/** The demonstration's server was off until a later business day; what its file holds once that day's start has said what was due. */
export async function servedAgainOn(dataDir: string, today: string): Promise<Away> {
  const server = await startServer({ dataDir, demo: true, env: { DEMO_TODAY: today } })
  const sqlite = new Database(join(dataDir, 'library.db'), { readonly: true })
  let before = -1
  // A step at a time, between requests: over once a while adds nothing.
  for (let said = saidIn(sqlite); said !== before; said = saidIn(sqlite)) {
    before = said
    await new Promise((done) => setTimeout(done, 400))
  }
  await server.stop()
  return { sqlite, close: () => sqlite.close() }
}

const saidIn = (sqlite: Database.Database): number => sqlite.prepare('select count(*) from finding_alarms').pluck().get() as number

type Alarm = { finding: number; level: string; on: string }
/** `7 red 2025-10-10` of every alarm that stands. */
export const alarmsIn = (sqlite: Database.Database): string[] =>
  (sqlite.prepare('select finding_id as finding, level, on_day as "on" from finding_alarms').all() as Alarm[])
    .map(({ finding, level, on }) => `${finding} ${level} ${on}`)
    .sort()

type Posted = { number: string; body: string }
/** The same, as the events say it: by the finding's number. */
export const alarmsTold = (sqlite: Database.Database): string[] =>
  (
    sqlite
      .prepare(
        `select substr(e.subject, 9) as number, b.body from events e join event_bodies b on b.seq = e.seq
         where e.action in ('finding.warned', 'finding.overdue')`,
      )
      .all() as Posted[]
  )
    .map(({ number, body }) => ({ number, ...(JSON.parse(body) as { level?: string; on: string }) }))
    .map(({ number, level, on }) => `${idOf(sqlite, number)} ${level ?? 'warning'} ${on}`)
    .sort()

const idOf = (sqlite: Database.Database, number: string): number =>
  sqlite.prepare('select id from findings where number = ?').pluck().get(number) as number
