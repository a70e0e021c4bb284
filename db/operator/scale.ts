import { existsSync, readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { shanghaiDay } from '../../domain/calendar'
import { fewestProjects, makeScale } from '../scale'
import { dataDir, OperatorError, runOperator } from './operator'

/** `npm run scale -- --projects 10000 --seed 1`: a library for measuring, in an empty $DATA_DIR. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { projects: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } } })
  const dir = dataDir()
  const projects = whole('projects', values.projects, fewestProjects, 100_000)
  const seed = whole('seed', values.seed, 0, 4_294_967_295)
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new OperatorError(`目录不是空的：${dir} · ${dir} is not empty: a library for measuring is made in an empty folder only.`)
  const start = performance.now()
  const at = new Date().toISOString()
  await makeScale({ dir, projects, seed, at, today: shanghaiDay(at) })
  console.log(`${projects} 个项目 projects, ${((performance.now() - start) / 1000).toFixed(1)} s: ${dir}`)
  console.log(`账号 Accounts: ${dir}/scale-accounts.txt`)
  return 0
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new OperatorError(`--${name}: ${least} … ${most}`)
}

await runOperator(main)
