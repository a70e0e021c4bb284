import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { checkPlan, planCheckCount } from '../plan/check'
import { planSha256 } from '../plan/index'

/** `npm run plan:check -- <file>`: compares every quote of `db/plan/` with a plan text. Needs no database. */
function main(file: string | undefined): number {
  if (!file) {
    console.error('Usage: npm run plan:check -- <plan text file>')
    return 2
  }
  const bytes = readText(file)
  if (!bytes) return 2
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== planSha256) console.log(`${file}: SHA-256 is ${sha256}, the data were written from ${planSha256}`)
  const problems = checkPlan(bytes.toString('utf8'))
  for (const { where, problem } of problems) console.log(`${where}: ${problem}`)
  console.log(`${planCheckCount()} quotes checked, ${problems.length} problems`)
  return problems.length > 0 ? 1 : 0
}

function readText(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    console.error(`${file}: cannot be read (${error instanceof Error ? error.message : error})`)
    return null
  }
}

process.exitCode = main(process.argv[2])
