import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import Database from 'better-sqlite3'
import { shanghaiDay } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import { actionNamed, call, type Fields } from '../support/actions'
import { signedIn } from '../support/http'
import { accountOf, type Server } from '../support/server'

/** `seconds` from the click to the figures; `alone` and `meanwhile` = what each submit took, ms, before and while it is computed. */
export type LockTimes = { seconds: number; alone: number[]; meanwhile: number[] }
type Silent = { code: string; username: string }

const alone = 12
const most = 120
/** People do not press all at once, but somebody always does. */
const pause = 30
const slowest = 60_000

/** Locks the month that is due while units go on handing in their reports of it, as the browser sends them; the lock is given up afterwards. */
export async function timeLock(server: Server): Promise<LockTimes> {
  const period = dueMonth(shanghaiDay(new Date().toISOString()))
  const library = new Database(join(server.dataDir, 'library.db'), { readonly: true })
  try {
    const units = new Units(server, period, silentWorks(library, period))
    const bureau = await signedIn(server, accountOf(server.accounts, 'bureau'))
    const before: number[] = []
    for (let n = 0; n < alone; n++) before.push(...(await units.handIn()))
    const start = performance.now()
    await act(bureau, 'app/months/[period]', 'begin', { period })
    const meanwhile: number[] = []
    for (; openLock(library, period).state === 'computing'; await rest()) {
      if (performance.now() - start > slowest) throw new Error(`${period} is still being computed`)
      meanwhile.push(...(await units.handIn()))
    }
    const seconds = (performance.now() - start) / 1000
    const { id, version } = openLock(library, period)
    await act(bureau, 'app/months/[period]', 'abandon', { id: String(id), version: String(version) })
    // What signing in and the first call have to warm up is not what a lock does to a submit.
    return { seconds, alone: before.slice(2), meanwhile }
  } finally {
    library.close()
  }
}

const rest = () => new Promise((done) => setTimeout(done, pause))

/** Works that have not reported yet, each with somebody who can. */
function silentWorks(library: Database.Database, period: string): Silent[] {
  const sql = `select l.code, min(u.username) as username from project_list l join users u on u.organisation_id = l.owner_id and u.role = 'owner'
    where l.report_month = ? and l.report_state = 'missing' and l.stage = 'construction' group by l.code order by l.code limit ${most}`
  return library.prepare<[string], Silent>(sql).all(period)
}

type Lock = { id: number; version: number; state: string }
function openLock(library: Database.Database, period: string): Lock {
  const row = library.prepare<[string], Lock>('select id, version, state from locks where period = ? order by id desc limit 1').get(period)
  if (!row) throw new Error(`no lock of ${period}`)
  return row
}

class Units {
  private readonly signedIn = new Map<string, APIRequestContext>()
  private next = 0
  constructor(
    private readonly server: Server,
    private readonly period: string,
    private readonly works: readonly Silent[],
  ) {}

  /** One report, in ms; none once every work has reported. */
  async handIn(): Promise<number[]> {
    const work = this.works[this.next++]
    if (!work) return []
    const unit = this.signedIn.get(work.username) ?? (await this.enter(work.username))
    const facts = { investmentBasis: 'year', investment: '', step: '', progressText: '按计划推进', percent: '', remark: '样例：测量' }
    const start = performance.now()
    await act(unit, 'app/projects/[code]/update', 'sendMonth', { code: work.code, period: this.period, ...facts })
    return [performance.now() - start]
  }

  private async enter(username: string): Promise<APIRequestContext> {
    const account = this.server.accounts.find((one) => one.username === username)
    if (!account) throw new Error(`no account ${username}`)
    const unit = await signedIn(this.server, account)
    this.signedIn.set(username, unit)
    return unit
  }
}

async function act(who: APIRequestContext, folder: string, name: string, fields: Fields): Promise<void> {
  const { said, text } = await call(who, actionNamed(folder, name), fields)
  if (said !== 'saved') throw new Error(`${folder} ${name}: ${text.slice(0, 400)}`)
}
