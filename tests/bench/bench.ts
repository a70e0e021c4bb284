import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { makeScale } from '../../db/scale'
import { shanghaiDay } from '../../domain/calendar'
import { build } from '../../scripts/house.mjs'
import { type Server, startServer } from '../support/server'
import { casesOf } from './cases'
import { type LockTimes, timeLock } from './lock'
import { burst, type Case, measure, quantile, type Readers } from './measure'
import { residentMb } from './process'
import { type Amount, type Line, print } from './report'
import { signInAs } from './session'
import { scriptWeight } from './weight'

const options = {
  projects: { type: 'string', default: '10000' },
  seed: { type: 'string', default: '1' },
  /** A library made by `npm run scale`; without it one is made for this run. */
  data: { type: 'string' },
  rounds: { type: 'string', default: '9' },
  requests: { type: 'string', default: '40' },
  out: { type: 'string' },
} as const

const mostResidentMb = 400
const mostScriptKb = 150
const mostLockSeconds = 5
const mostWaitMs = 200

const { values } = parseArgs({ options })
await build()
const dir = values.data ? resolve(values.data) : await newLibrary()
const server = await startServer({ dataDir: dir, accountsFile: 'scale-accounts.txt' })
try {
  const lines = await run(server)
  print(lines)
  if (values.out) writeFileSync(values.out, `${JSON.stringify(lines, null, 2)}\n`)
  process.exitCode = lines.some((line) => line.ok === false) ? 1 : 0
} finally {
  await server.stop()
  if (!values.data) rmSync(dir, { recursive: true, force: true })
}

async function newLibrary(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'hengdong-scale-'))
  const at = new Date().toISOString()
  await makeScale({ dir: folder, projects: Number(values.projects), seed: Number(values.seed), at, today: shanghaiDay(at) })
  return folder
}

async function run(server: Server): Promise<Line[]> {
  const { pid, dataDir } = server
  const { projects, reporting } = whatIsThere(dataDir)
  const readers = { bureau: await signInAs(server, 'bureau'), leader: await signInAs(server, 'leader') }
  const cases = casesOf(projects, reporting, shanghaiDay(new Date().toISOString()))
  const results = await measure(pid, readers, cases, Number(values.rounds), Number(values.requests))
  const times = results.map((result) => ({ ...result, projects, unit: 'ms' as const, ok: within(result.ratio, result.bound) }))
  const amounts = [...(await weights(readers, cases, reporting)), ...lockAmounts(await timeLock(server))]
  await burst(readers, cases, 5, 20)
  amounts.push({ name: 'resident after load', unit: 'MB', value: residentMb(pid), bound: mostResidentMb })
  return [...times, ...amounts.map((amount) => ({ ...amount, projects, ok: amount.value <= amount.bound }))]
}

/** Scripts of every page that is measured, and of the form of a month. */
async function weights(readers: Readers, cases: readonly Case[], reporting: string): Promise<Amount[]> {
  const pages: Pick<Case, 'path' | 'as'>[] = cases.filter(
    ({ path }) => !path.startsWith('/api/') && !/[?&](q|cursor|light|show)=/.test(path),
  )
  const amounts: Amount[] = []
  for (const { path, as = 'bureau' } of [...pages, { path: `/projects/${reporting}/update` }]) {
    const { kb, scripts } = await scriptWeight(readers[as], path)
    amounts.push({ name: `scripts of ${path.replace(reporting, '…')} (${scripts})`, unit: 'kB', value: kb, bound: mostScriptKb })
  }
  return amounts
}

/** What a submit waits longer while a month is computed than it takes alone; the slowest of them counts. */
function lockAmounts({ seconds, alone, meanwhile }: LockTimes): Amount[] {
  const more = Math.max(...meanwhile) - quantile(alone, 0.5)
  const name = `slowest of ${meanwhile.length} submits during it`
  return [
    { name: 'a month locked', unit: 's', value: seconds, bound: mostLockSeconds },
    { name, unit: 'ms more', value: more, bound: mostWaitMs },
  ]
}

function within(ratio: number | null, bound: number | null): boolean | null {
  return ratio === null || bound === null ? null : ratio <= bound
}

/** How many projects, and one that has been reported on for two years. */
function whatIsThere(folder: string): { projects: number; reporting: string } {
  const db = new Database(join(folder, 'library.db'), { readonly: true })
  const projects = db.prepare<[], { rows: number }>('select count(*) as rows from project_list').get()?.rows ?? 0
  const most = `select p.code from updates u join projects p on p.id = u.project_id where p.stage = 'construction'
    group by p.id order by count(*) desc, p.code limit 1`
  const reporting = db.prepare<[], { code: string }>(most).get()?.code ?? ''
  db.close()
  return { projects, reporting }
}
