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
import { burst, measure } from './measure'
import { residentMb } from './process'
import { type Line, print } from './report'
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

async function run({ pid, dataDir, ...rest }: Server): Promise<Line[]> {
  const { projects, reporting } = whatIsThere(dataDir)
  const reader = await signInAs({ pid, dataDir, ...rest }, 'bureau')
  const cases = casesOf(projects, reporting)
  const results = await measure(pid, reader, cases, Number(values.rounds), Number(values.requests))
  const times = results.map((result) => ({ ...result, projects, unit: 'ms' as const, ok: within(result.ratio, result.bound) }))
  const weights = []
  for (const path of ['/projects', `/projects/${reporting}/update`]) {
    const { kb, scripts } = await scriptWeight(reader, path)
    const name = `scripts of ${path.replace(reporting, '…')} (${scripts})`
    weights.push({ name, projects, unit: 'kB' as const, value: kb, bound: mostScriptKb, ok: kb <= mostScriptKb })
  }
  await burst(reader, cases, 5, 20)
  const mb = residentMb(pid)
  const memory = { name: 'resident after load', projects, unit: 'MB' as const, value: mb, bound: mostResidentMb, ok: mb <= mostResidentMb }
  return [...times, ...weights, memory]
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
