import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlPage } from '../../app/_paper/html'
import { wordBytes } from '../../app/_paper/word'
import { verifyChain } from '../../db/audit-verify'
import { house, orm } from '../../db/client'
import { clearLibrary, demoBeginning, isDemoBroken, makeDemo } from '../../db/demo'
import { closeHouse, openHouse } from '../../db/open'
import { bulletinList } from '../../db/queries/bulletins'
import { listEvents } from '../../db/queries/events'
import { fieldPackage } from '../../db/queries/field-package'
import { roundView } from '../../db/queries/round'
import { materialRequests } from '../../db/queries/round-materials'
import { roundList } from '../../db/queries/rounds'
import { users } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { found, Refusal } from '../../domain/errors'
import { testDay } from '../support/house'
import { recomputedAlarms } from '../support/recomputed-alarms'

const dir = mkdtempSync(join(tmpdir(), 'hengdong-demo-'))
const papers = async () => ({ word: wordBytes, page: htmlPage })
const open = () => openHouse({ dir, demo: true, ...demoBeginning })
let seconds = 0

beforeAll(async () => {
  open()
  // Somebody pulls the plug once there are people and before there is a history.
  const plug = setInterval(() => {
    if (!isDemoBroken()) return
    clearInterval(plug)
    closeHouse()
  }, 20)
  await expect(makeDemo(dir, testDay, papers)).rejects.toThrow()
  open()
  const before = process.cpuUsage()
  expect(isDemoBroken()).toBe(true)
  closeHouse()
  clearLibrary(dir)
  open()
  await makeDemo(dir, testDay, papers)
  const { user, system } = process.cpuUsage(before)
  seconds = (user + system) / 1e6
}, 240_000)
afterAll(() => {
  closeHouse()
  rmSync(dir, { recursive: true, force: true })
})

const rows = <Row>(sql: string): Row[] => house().sqlite.prepare(sql).all() as Row[]
const counts = (sql: string): Record<string, number> =>
  Object.fromEntries(rows<{ name: string; n: number }>(sql).map(({ name, n }) => [name, n]))

function person(username: string): UserActor {
  const { id, role, organisationId } = found(orm().select().from(users).where(eq(users.username, username)).get())
  return { kind: 'user', id, role, organisationId }
}

describe('the inspections of the demonstration', () => {
  test('are three quarters, a joint round and one that is sealed', () => {
    const made = rows(`select quarter, kind, state, announced, (select count(*) from visits v where v.round_id = r.id) as visits,
      (select count(*) from round_works w where w.round_id = r.id and w.route = 'draw') as drawn,
      (select count(*) from draws d where d.round_id = r.id) as draws from rounds r order by created_at`)
    expect(made).toEqual([
      { quarter: '2025Q1', kind: 'quarterly', state: 'closed', announced: 1, visits: 16, drawn: 4, draws: 1 },
      { quarter: '2025Q2', kind: 'joint', state: 'visits-ended', announced: 1, visits: 3, drawn: 0, draws: 0 },
      { quarter: '2025Q2', kind: 'quarterly', state: 'rectifying', announced: 1, visits: 22, drawn: 5, draws: 2 },
      { quarter: '2025Q3', kind: 'quarterly', state: 'under-way', announced: 1, visits: 9, drawn: 5, draws: 1 },
      { quarter: '2025Q4', kind: 'special', state: 'scoped', announced: 0, visits: 0, drawn: 0, draws: 0 },
    ])
  })

  test('leave findings in every hand: closed, reopened, overdue red, waiting for verification, not acknowledged, not assigned', () => {
    expect(counts('select state as name, count(*) as n from findings group by state')).toEqual({
      ...{ registered: 2, assigned: 1, acknowledged: 1, planned: 2, rectifying: 2 },
      ...{ 'closure-requested': 1, closed: 6, reopened: 1, withdrawn: 1 },
    })
    expect(counts('select level as name, count(*) as n from finding_alarms group by level')).toEqual({
      warning: 2,
      blue: 2,
      yellow: 2,
      red: 2,
    })
    const steps = counts('select step as name, count(*) as n from finding_steps group by step')
    expect(steps).toMatchObject({ 'send-back': 1, transfer: 1, extend: 1, carry: 1, reopen: 1, 'close-with-recheck': 1, withdraw: 1 })
    expect(counts('select status as name, count(*) as n from finding_extensions group by status')).toEqual({ approved: 1, submitted: 1 })
  })

  test('have ratings, differences and visits that are settled, and some that wait', () => {
    expect(counts('select state as name, count(*) as n from differences group by state')).toEqual({
      ...{ kept: 7, revised: 2, 'revision-asked': 1, open: 2 },
    })
    const asked = `select case when answered_on is null then 'waits' else 'answered' end as name, count(*) as n
      from ratings where answer_due_on is not null group by name`
    expect(counts(asked)).toEqual({ answered: 4, waits: 1 })
    const disputed = `select coalesce(settled, 'waits') as name, count(*) as n from visits where conflict is not null group by name`
    expect(counts(disputed)).toEqual({ counts: 1, waits: 1 })
    const together = `select count(*) as n from (select round_work_id from visits where conflict is null group by round_work_id having count(distinct inspector_id) > 1)`
    expect(rows<{ n: number }>(together)[0]?.n).toBe(3)
  })

  test('are put into papers that are Word files, drafted by one and issued by another', () => {
    const kept = rows<{ kind: string; word: Buffer; page: string }>('select kind, word, page from documents order by id')
    expect(kept.map(({ kind }) => kind).sort()).toEqual([
      'bulletin',
      'bulletin',
      'dispatch',
      'evaluation',
      'notice',
      'notice',
      'notice',
      'notice',
    ])
    for (const { word, page } of kept) {
      expect(word.subarray(0, 2).toString()).toBe('PK')
      expect(page).toContain('<html')
    }
    const signed = rows<{ state: string; alone: number }>(
      "select state, issued_by in (drafted_by, proposed_by) as alone from bulletins where state = 'issued'",
    )
    expect(signed).toEqual([
      { state: 'issued', alone: 0 },
      { state: 'issued', alone: 0 },
    ])
  })

  test('come with pictures that hang on what they show', () => {
    const hung = counts(
      `select substr(subject, 1, instr(subject, ':') - 1) as name, count(*) as n from evidence_links where subject like '%:%' group by name`,
    )
    expect(hung).toMatchObject({ finding: 8, 'finding-step': 9, material: 5 })
    expect(rows<{ n: number }>('select count(*) as n from visit_photos where received_at is null')[0]?.n).toBe(0)
  })
})

test('every alarm of the demonstration is on the day on which the calendar has it', () => {
  const posted = rows<{ finding_id: number; level: string; on_day: string }>('select finding_id, level, on_day from finding_alarms')
  const said = posted.map(({ finding_id, level, on_day }) => `${finding_id} ${level} ${on_day}`).sort()
  expect(said).toEqual(recomputedAlarms(house().sqlite, testDay))
})

test('nobody but the supervisors can tell that there is a sealed round', () => {
  const id = rows<{ id: number }>('select id from rounds where announced = 0')[0]?.id ?? 0
  const title = rows<{ title: string }>(`select title from rounds where id = ${id}`)[0]?.title ?? ''
  expect(JSON.stringify(roundList(person('supervisor2'), 1))).toContain(title)
  for (const name of ['bureau1', 'leader1']) {
    expect(JSON.stringify(roundList(person(name), 1))).not.toContain(title)
    expect(refusedAs(() => roundView(person(name), id, 1))).toBe('not-found')
    expect(JSON.stringify(bulletinList(person(name)))).not.toContain(title)
  }
  const carrying = { round: id, at: '2025-10-16T01:00:00.000Z', today: testDay, locale: 'zh-CN' as const }
  expect(refusedAs(() => fieldPackage(person('bureau1'), carrying))).toBe('not-found')
  expect(JSON.stringify(materialRequests(person('owner1'), testDay))).not.toContain(title)
  const told = listEvents(person('auditor1'), {}).rows.filter(({ subject }) => subject === `round:${id}`)
  expect(told).toEqual([])
})

test('the chain is whole, and making it again changes nothing', async () => {
  const report = verifyChain(house().sqlite)
  expect(report.broken).toBeNull()
  await makeDemo(dir, testDay, papers)
  expect(verifyChain(house().sqlite).head).toEqual(report.head)
})

test('it takes at most 20 seconds of a core', () => expect(seconds).toBeLessThanOrEqual(20))

function refusedAs(read: () => unknown): string {
  try {
    read()
    return 'read'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
