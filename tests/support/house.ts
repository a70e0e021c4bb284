import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type House, orm } from '../../db/client'
import { closeHouse, openHouse } from '../../db/open'
import { organisations, users } from '../../db/schema'
import { type Actor, type Ctx, type Role, system, type UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'

export const testDay: Day = '2025-10-16'

/** An instant on a Shanghai day; later calls on the same day come later. */
let tick = 0
export const instantOn = (day: Day): string => new Date(Date.parse(`${day}T01:00:00Z`) + tick++).toISOString()

export const ctxOf = (actor: Actor, today: Day = testDay, key?: string): Ctx => ({
  actor,
  today,
  at: instantOn(today),
  requestId: 'test',
  key,
})
export const systemCtx = (today: Day = testDay): Ctx => ctxOf(system, today)

export type Cast = Record<
  'owner' | 'otherOwner' | 'bureau' | 'bureau2' | 'supervisor' | 'supervisor2' | 'leader' | 'admin' | 'auditor',
  UserActor
>
export type TestHouse = { house: House; actors: Cast; organisations: { own: number; other: number; bureau: number }; close: () => void }

/** A fresh library in a temporary folder with the plan loaded and one person per role; accounts stand since `since`. */
export function openTestHouse(options: { today?: Day; since?: Day } = {}): TestHouse {
  const dir = mkdtempSync(join(tmpdir(), 'hengdong-'))
  const today = options.today ?? testDay
  const house = openHouse({ dir, at: instantOn(today), today, demo: false })
  const own = addOrganisation('测试甲公司', 'company')
  const other = addOrganisation('测试乙公司', 'company')
  const bureau = addOrganisation('测试发改局', 'department')
  const person = (name: string, role: Role, organisationId: number) => addUser(name, role, organisationId, options.since ?? '2025-01-10')
  const actors: Cast = {
    owner: person('test-owner', 'owner', own),
    otherOwner: person('test-other', 'owner', other),
    bureau: person('test-bureau', 'bureau', bureau),
    bureau2: person('test-bureau2', 'bureau', bureau),
    supervisor: person('test-supervisor', 'supervisor', bureau),
    supervisor2: person('test-supervisor2', 'supervisor', bureau),
    leader: person('test-leader', 'leader', bureau),
    admin: person('test-admin', 'admin', bureau),
    auditor: person('test-auditor', 'auditor', bureau),
  }
  const close = () => {
    closeHouse()
    rmSync(dir, { recursive: true, force: true })
  }
  return { house, actors, organisations: { own, other, bureau }, close }
}

export function addOrganisation(name: string, kind: 'company' | 'department'): number {
  return orm().insert(organisations).values({ name, kind, createdAt: '2025-01-01T00:00:00.000Z' }).returning({ id: organisations.id }).get()
    .id
}

export function addUser(username: string, role: Role, organisationId: number, since: Day): UserActor {
  const row = {
    username,
    name: username,
    role,
    organisationId,
    passwordHash: 'none',
    mustChangePassword: false,
    createdAt: `${since}T02:00:00.000Z`,
  }
  const { id } = orm().insert(users).values(row).returning({ id: users.id }).get()
  return { kind: 'user', id, role, organisationId }
}
