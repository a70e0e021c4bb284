import { join } from 'node:path'
import Database from 'better-sqlite3'
import { readKeptHead } from '../../db/kept-head'
import { shanghaiDay } from '../../domain/calendar'
import { wholeness } from './kill'
import type { Journey } from './sync-device'

export type Found = { lost: string[]; doubled: string[]; wrong: string[] }

/** Looks at the library's tables, not at what anybody was told. */
export function checkJourney(db: Database.Database, made: Journey): Found {
  const found: Found = { lost: [], doubled: [], wrong: [] }
  const once = (what: string, times: number) => {
    if (times === 0) found.lost.push(`${made.marker}: ${what}`)
    if (times > 1) found.doubled.push(`${made.marker}: ${what} × ${times}`)
  }
  once('visit', times(db, `select count(*) from visits where json_extract(basis, '$.packagedAt') = ?`, made.packagedAt))
  once('end', times(db, 'select count(*) from visits where words = ? and finished_at is not null', made.marker))
  for (const item of made.items) {
    if (item.kind === 'finding') once(item.facts, times(db, 'select count(*) from findings where facts = ?', item.facts))
    if (item.kind === 'photo') once(item.name, photoTimes(db, item.name, made.pictures.get(item.id)!.stored))
    if (item.kind === 'visit-finished') figureTimes(db, made, item.figures.length, once)
  }
  found.wrong.push(...wrongDays(db, made))
  return found
}

function figureTimes(db: Database.Database, { visit }: Journey, wanted: number, once: (what: string, times: number) => void): void {
  const rows = times(db, 'select count(*) from visit_figures f join visits v on v.id = f.visit_id where v.client_id = ?', visit)
  once('figures', rows === wanted ? 1 : rows > wanted ? 2 : 0)
}

/** A photograph is its announcement, its bytes and its one place on a visit or finding. */
function photoTimes(db: Database.Database, name: string, stored: string): number {
  const whole = 'select count(*) from visit_photos where name = ? and received_at is not null and stored_sha256 = ?'
  const link = `select count(*) from evidence_links l join visit_photos p on p.name = l.name
    where l.name = ? and l.sha256 = ? and l.subject = case when p.finding_id is null then 'visit:' || p.visit_id else 'finding:' || p.finding_id end`
  const [rows, links] = [times(db, whole, name, stored), times(db, link, name, stored)]
  const announced = times(db, 'select count(*) from visit_photos where name = ?', name)
  const linked = times(db, 'select count(*) from evidence_links where name = ?', name)
  return Math.max(Math.min(rows, links), announced > 1 ? announced : 0, linked > 1 ? linked : 0)
}

/** The day is the true one where the phone knew its clock's error; it is never after the receipt. */
function wrongDays(db: Database.Database, { marker, visit, trulyAt }: Journey): string[] {
  const row = db
    .prepare<[string], { startedAt: string; receivedAt: string; day: string }>(
      'select started_at as startedAt, received_at as receivedAt, visited_on as day from visits where client_id = ?',
    )
    .get(visit)
  if (!row) return []
  const true_ = trulyAt === null || (Date.parse(row.startedAt) === trulyAt && row.day === shanghaiDay(new Date(trulyAt).toISOString()))
  return true_ && row.startedAt <= row.receivedAt ? [] : [`${marker}: started ${row.startedAt}`]
}

const times = (db: Database.Database, sql: string, ...values: string[]): number =>
  db
    .prepare<string[], number>(sql)
    .pluck()
    .get(...values) ?? 0

/** One event a record; the chain, the database and every kept file whole. */
export function checkHouse(dir: string, all: readonly Journey[]): string[] {
  const kept = readKeptHead(dir)
  const db = new Database(join(dir, 'library.db'))
  try {
    const items = all.flatMap((made) => made.items)
    const of = (kind: string) => items.filter((item) => item.kind === kind).length
    const wanted = {
      ...{ 'visit.started': all.length, 'visit.finished': all.length, 'finding.registered': of('finding') },
      ...{ 'photo.announced': of('photo'), 'photo.received': of('photo') },
    }
    const events = Object.entries(wanted).flatMap(([action, count]) => {
      const there = times(db, 'select count(*) from events where action = ?', action)
      return there === count ? [] : [`${action}: ${there} instead of ${count}`]
    })
    return [...events, ...wholeness(db, dir, kept)]
  } finally {
    db.close()
  }
}
