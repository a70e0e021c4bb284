// Finds a Chromium for the browser tests, or installs one; fails loudly rather than skip them.
import { execFileSync } from 'node:child_process'
import { run } from './house.mjs'

const flags = ['--no-sandbox', '--version']
const installed = ['chromium', 'chromium-headless-shell', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

export async function findBrowser() {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) return works(CHROMIUM_PATH) ?? fail(`CHROMIUM_PATH=${CHROMIUM_PATH} does not answer --version`)
  const path = firstWorking() ?? (await fromApt()) ?? (await fromNpm())
  return path ?? fail('no Chromium found or installable: set CHROMIUM_PATH')
}

const firstWorking = () => installed.map(works).find(Boolean)

/** The absolute path when the binary answers --version: a wrapper that only says "install me" does not count. */
function works(name) {
  try {
    const path = name.includes('/') ? name : execFileSync('which', [name], { encoding: 'utf8' }).trim()
    const version = execFileSync(path, flags, { encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] })
    if (!/\d+\.\d+/.test(version)) return null
    console.log(`browser: ${path} (${version.trim()})`)
    return path
  } catch {
    return null
  }
}

/** Judged by the binary that is there afterwards: apt's exit code also speaks of things that do not matter here. */
async function fromApt() {
  if (process.getuid?.() !== 0 || !found('apt-get')) return null
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], env).catch(report)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell', 'fonts-wqy-microhei'], env).catch(
    report,
  )
  return firstWorking()
}

async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  // Read at import: without them the package does not unpack its shared libraries and fonts.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  process.env.FONTCONFIG_PATH = ''
  const { default: chromium } = await import('@sparticuz/chromium')
  return works(await chromium.executablePath())
}

function found(command) {
  try {
    return execFileSync('which', [command], { stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return null
  }
}

function report(error) {
  console.error(error.message)
}

function fail(message) {
  throw new Error(message)
}
