// What `start` and `test` share: install and build when something changed, and the environment of the server.
// Plain Node: this file runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildField } from './field.mjs'

export const repo = dirname(dirname(fileURLToPath(import.meta.url)))
const standalone = join(repo, '.next/standalone')
const installStamp = join(repo, 'node_modules/.stamp')
const buildStamp = join(repo, '.next/stamp')

/** Not `public`: it is made of these by scripts/field.mjs. */
const sources = [
  'app',
  'db',
  'domain',
  'drizzle',
  'scripts/field.mjs',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** Refuses a Node that is older than package.json's `engines`. */
export function checkNode() {
  const wanted = JSON.parse(readFileSync(join(repo, 'package.json'), 'utf8'))
    .engines.node.match(/\d+/g)
    .map(Number)
  const found = process.versions.node.split('.').map(Number)
  if (found[0] > wanted[0] || (found[0] === wanted[0] && found[1] >= wanted[1])) return
  throw new Error(
    `需要 Node ${wanted.join('.')} 或更新版本，当前为 ${process.versions.node} / Node ${wanted.join('.')} or newer is needed, this is ${process.versions.node}`,
  )
}

/** Installs when the lock, the platform or Node's ABI (better-sqlite3 is compiled) is not what was installed last. */
export async function install() {
  const wanted = installFingerprint()
  if (read(installStamp) === wanted) return false
  await run('npm', ['ci', '--include=dev'])
  stampInstall()
  return true
}

export function stampInstall() {
  writeFileSync(installStamp, installFingerprint())
}

function installFingerprint() {
  return fingerprint(['package-lock.json'], `${process.platform}-${process.arch}-${process.versions.modules}`)
}

/** Builds when the sources are not those that were built last; the stamp is written only after everything is in place. */
export async function build() {
  const wanted = fingerprint(sources, process.versions.modules)
  if (read(buildStamp) === wanted && existsSync(join(standalone, 'server.js'))) return false
  rmSync(buildStamp, { force: true })
  rmSync(standalone, { recursive: true, force: true })
  await buildField()
  await run(process.execPath, [bin('next'), 'build'], { NODE_ENV: 'production' })
  cpSync(join(repo, '.next/static'), join(standalone, '.next/static'), { recursive: true })
  cpSync(join(repo, 'public'), join(standalone, 'public'), { recursive: true })
  writeFileSync(buildStamp, wanted)
  return true
}

/** Path of a package's command, so that nothing depends on which package of two won the name in `node_modules/.bin`. */
export function bin(name, command = name) {
  const manifest = JSON.parse(readFileSync(join(repo, 'node_modules', name, 'package.json'), 'utf8'))
  return join(repo, 'node_modules', name, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command])
}

/** The server's environment; paths are absolute because the standalone server changes directory. */
export function serverEnv({ dataDir, host, port, demo = false }) {
  const data = resolve(dataDir)
  mkdirSync(data, { recursive: true, mode: 0o700 })
  chmodSync(data, 0o700)
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // Pictures are re-encoded in several threads; without this each keeps its own arena of memory.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX || '2',
    DATA_DIR: data,
    PORT: String(port),
    HOSTNAME: host,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keptSecret(join(data, 'secret')),
    ...(process.env.NEXTAUTH_URL ? {} : { AUTH_TRUST_HOST: process.env.AUTH_TRUST_HOST || 'true' }),
    ...(demo ? { DEMO: '1', DEMO_TODAY: '2025-10-16' } : {}),
  }
}

/** Made once per data folder, so that a restart does not sign everybody out. */
function keptSecret(file) {
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** As in package.json: a server that may use gigabytes lets so much garbage lie that 250 MB become more than 400. */
const heapLimit = '--max-old-space-size=1000'

/**
 * @param {Record<string, string | undefined>} env
 * @param {import('node:child_process').StdioOptions} stdio
 * @returns {import('node:child_process').ChildProcess}
 */
export function spawnServer(env, stdio = 'inherit') {
  return spawn(process.execPath, [heapLimit, join(standalone, 'server.js')], { env, stdio, cwd: standalone })
}

/** Serves in this very process: one process to signal, to wait for and to kill, and none left behind. */
export async function serveHere(env) {
  Object.assign(process.env, env)
  await import(pathToFileURL(join(standalone, 'server.js')).href)
}

/**
 * Resolves when /healthz answers 200; rejects as soon as the server is said to have ended, or after the time allowed.
 * @param {string} base
 * @param {number} seconds
 * @param {() => number | string | null} ended
 */
export async function whenHealthy(base, seconds, ended = () => null) {
  const until = Date.now() + seconds * 1000
  while (Date.now() < until) {
    if (ended() !== null) throw new Error(`the server ended (${ended()})`)
    if ((await statusOf(`${base}/healthz`)) === 200) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`no 200 from ${base}/healthz within ${seconds} s`)
}

/** Null when there is no whole answer within some seconds: a busy machine is asked again. */
async function statusOf(address) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return null
  }
}

/** Runs a command with our terminal; rejects with its exit code. */
export function run(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: repo,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    shell: process.platform === 'win32' && command === 'npm',
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code, signal) => (code === 0 ? done() : fail(new Error(`${[command, ...args].join(' ')}: ${code ?? signal}`))))
  })
}

function fingerprint(paths, salt) {
  const hash = createHash('sha256').update(salt)
  for (const file of paths.flatMap((path) => filesUnder(join(repo, path))))
    hash.update(`\0${file.slice(repo.length)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
