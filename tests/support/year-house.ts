import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { assignUnit } from '../../db/commands/assignments'
import { moveStage } from '../../db/commands/stages'
import { foundFirstAccounts } from '../../db/first-accounts'
import { closeHouse, openHouse } from '../../db/open'
import { organisations, users } from '../../db/schema'
import type { Ctx } from '../../domain/actor'
import { actionNamed, call, type Fields } from './actions'
import { moveTo, startServerOn } from './clock'
import { settled } from './http'
import { type Account, accountOf, type Server } from './server'
import { work } from './work'

/** Works under construction that have a plan of 2025, in 万元; the last is of a unit without an account, so nothing is ever due of it. */
export const planned = { P0001: 12_000, P0002: 6_000, P0003: 3_600, P0004: 2_400, P0005: 1_200, P0006: 900 } as const
export type Code = keyof typeof planned
export const codes = Object.keys(planned) as Code[]
const founded = '2024-12-20'

type Person = 'owner' | 'bureau' | 'second'
const accounts: Record<Person, [role: string, index: number]> = { owner: ['owner', 0], bureau: ['bureau', 0], second: ['bureau', 1] }

/** A county's library through a year: the server's clock goes forward, people sign in of a morning and act over HTTP. */
export class YearHouse {
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'hengdong-data-'))
  private known: Account[] | null = null
  private present = new Map<Person, APIRequestContext>()
  server!: Server

  async found(): Promise<void> {
    const at = `${founded}T01:30:00.000Z`
    openHouse({ dir: this.dataDir, at, today: founded, demo: false })
    await foundFirstAccounts(this.dataDir, at)
    for (const code of codes) assign(code, at)
    closeHouse()
  }

  /** A new start, as of a morning after a night: lists are rated for the day. */
  async startOn(day: string): Promise<Server> {
    await this.stop()
    this.server = await startServerOn(day, this.dataDir)
    this.known ??= this.server.accounts
    this.server.accounts = this.known
    return this.server
  }

  async jumpTo(day: string): Promise<void> {
    await this.leave()
    await moveTo(day, this.server)
  }

  async as(person: Person): Promise<APIRequestContext> {
    const there = this.present.get(person) ?? (await settled(this.server, accountOf(this.server.accounts, ...accounts[person])))
    this.present.set(person, there)
    return there
  }

  /** The server's own action, as the page's script calls it; its words where it was refused. */
  async told(person: Person, action: string, fields: Fields): Promise<string | null> {
    const { said, status, text } = await call(await this.as(person), actionNamed(...(action.split(' ') as [string, string])), fields)
    return said === 'saved' ? null : `${status} ${text}`
  }

  async act(person: Person, action: string, fields: Fields): Promise<void> {
    const refused = await this.told(person, action, fields)
    if (refused !== null) throw new Error(`${action}: ${refused.slice(0, 600)}`)
  }

  /** Read beside the server from its file, in plain SQL. */
  look<Row>(sql: string, ...given: unknown[]): Row[] {
    const db = new Database(join(this.dataDir, 'library.db'), { readonly: true })
    try {
      return db.prepare(sql).all(...given) as Row[]
    } finally {
      db.close()
    }
  }

  one<Row>(sql: string, ...given: unknown[]): Row {
    const [row] = this.look<Row>(sql, ...given)
    if (row === undefined) throw new Error(`no row: ${sql} ${given}`)
    return row
  }

  async close(): Promise<void> {
    await this.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  private async stop(): Promise<void> {
    await this.leave()
    await this.server?.stop()
  }

  private async leave(): Promise<void> {
    for (const there of this.present.values()) await there.dispose()
    this.present.clear()
  }
}

function assign(code: Code, at: string): void {
  const { id, role, organisationId } = orm().select().from(users).where(eq(users.username, 'bureau1')).get()!
  const ctx: Ctx = { actor: { kind: 'user', id, role, organisationId }, at, today: founded, requestId: 'prepared' }
  const owner = orm().select().from(users).where(eq(users.username, 'owner')).get()!
  const unit = orm().select().from(organisations).where(eq(organisations.id, owner.organisationId)).get()!
  const organisation = code === 'P0006' ? '衡东试验公司' : unit.name
  assignUnit(ctx, { code, version: work(code).version, kind: 'owner', organisation, fromDay: '2024-12-01' })
  moveStage(ctx, { code, version: work(code).version, to: 'construction', on: '2024-12-02', reason: null })
}

type Told = { code: Code; period: string; wan?: number; percent?: number; why?: string }
export const monthFields = ({ code, period, wan, percent, why }: Told): Record<string, string> => ({
  code,
  period,
  ...(wan === undefined ? {} : { investmentBasis: 'year', investment: String(wan) }),
  ...(percent === undefined ? {} : { percent: String(percent) }),
  remark: '按计划推进',
  ...(why ? { revisionReason: why } : {}),
})

/** Handed in by the unit; the number it has. */
export async function report(house: YearHouse, told: Told): Promise<number> {
  await house.act('owner', 'app/projects/[code]/update sendMonth', monthFields(told))
  return lastUpdate(house, told)
}

export const lastUpdate = (house: YearHouse, { code, period }: Pick<Told, 'code' | 'period'>): number =>
  house.one<{ id: number }>(
    'select u.id from updates u join projects p on p.id = u.project_id where p.code = ? and u.period = ? order by u.id desc limit 1',
    code,
    period,
  ).id

export const decide = (house: YearHouse, person: Person, item: string, reason?: string): Promise<void> =>
  house.act(person, 'app/reviews decide', {
    item,
    'ids[]': [item.split(':')[1] ?? ''],
    ...(reason ? { step: 'return', reason } : { step: 'approve' }),
  })

export type Lock = { id: number; version: number; state: string; revision: number }
export const lastLock = (house: YearHouse, period: string): Lock =>
  house.one<Lock>('select id, version, state, revision from locks where period = ? order by id desc limit 1', period)
export const stepOf = (house: YearHouse, period: string) => {
  const { id, version } = lastLock(house, period)
  return { id: String(id), version: String(version) }
}

/** The server computes between requests. */
export async function computed(house: YearHouse, period: string): Promise<void> {
  for (let tries = 0; lastLock(house, period).state === 'computing'; tries++) {
    if (tries > 200) throw new Error(`${period} is still being computed`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Begun and proposed by one, confirmed by the other; several are computed one after the other. */
export async function lockOver(house: YearHouse, ...periods: string[]): Promise<void> {
  for (const period of periods) await house.act('bureau', 'app/months/[period] begin', { period })
  for (const period of periods) {
    await computed(house, period)
    await house.act('bureau', 'app/months/[period] submit', stepOf(house, period))
    await house.act('second', 'app/months/[period] confirm', stepOf(house, period))
  }
}
