// npm test: every check of the house, one after the other; `--long` runs the long forms too.
// Every step that is not a test runner counts as one check. The last line is the sum.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { bin, build, checkNode, install, repo, run } from './house.mjs'

const planText = join(repo, '../shared/plan/hengdong-14fyp-outline.txt')
const reports = mkdtempSync(join(tmpdir(), 'hengdong-test-'))
const total = { passed: 0, failed: 0 }
if (process.argv.includes('--long')) process.env.LONG = '1'
// A forgotten `.only` fails instead of hiding the rest.
process.env.CI ??= '1'

if (await step('install', prepare)) {
  await step('lock file', () => run('npm', ['ci', '--dry-run', '--include=dev', '--silent']))
  await step('next typegen', () => node('next', ['typegen']))
  await step('types', () => node('typescript', ['--noEmit', '-p', '.'], 'tsc'))
  await step('biome', () => node('@biomejs/biome', ['ci', '--colors=off'], 'biome'))
  await step('dependency rule', () => run(process.execPath, ['scripts/boundaries.mjs']))
  if (existsSync(planText)) await step('plan:check', () => node('tsx', ['db/operator/plan-check.ts', planText]))
  await suite('vitest', vitest)
  const built = await step('build', build)
  await suite('browser', () => playwright(built))
}

rmSync(reports, { recursive: true, force: true })
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)

async function prepare() {
  checkNode()
  await install()
}

async function step(name, work) {
  const { error } = await timed(name, work)
  total[error ? 'failed' : 'passed'] += 1
  return !error
}

/** A runner's own counts; one that ends badly without naming a failed test still counts as one. */
async function suite(name, work) {
  const { result, error } = await timed(name, work)
  const counts = result ?? { passed: 0, failed: 0 }
  if (error || counts.passed + counts.failed === 0) counts.failed ||= 1
  total.passed += counts.passed
  total.failed += counts.failed
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed`)
}

async function timed(name, work) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const outcome = await Promise.resolve()
    .then(work)
    .then(
      (result) => ({ result }),
      (error) => ({ error }),
    )
  if (outcome.error) console.error(outcome.error.message)
  console.log(`── ${name}: ${outcome.error ? 'FAILED' : 'ok'} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  return outcome
}

async function vitest() {
  const file = join(reports, 'vitest.json')
  const exit = await node('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]).catch((error) => error)
  const report = JSON.parse(readFileSync(file, 'utf8'))
  // A file that cannot be loaded has no failed test of its own.
  const broken = report.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length
  return counted(report.numPassedTests, report.numFailedTests + broken, exit)
}

async function playwright(built) {
  if (!built) throw new Error('not run: the build failed')
  const file = join(reports, 'playwright.json')
  process.env.CHROMIUM_PATH = await findBrowser()
  const exit = await node('@playwright/test', ['test', '--reporter=list,json'], 'playwright', { PLAYWRIGHT_JSON_OUTPUT_NAME: file }).catch(
    (error) => error,
  )
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'))
  return counted(stats.expected, stats.unexpected + stats.flaky + errors.length, exit)
}

function counted(passed, failed, exit) {
  return { passed, failed: failed || (exit instanceof Error ? 1 : 0) }
}

function node(name, args, command, env) {
  return run(process.execPath, [bin(name, command ?? name), ...args], env)
}
