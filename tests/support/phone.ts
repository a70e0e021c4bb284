import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'

/** A browser of its own with a profile that outlives it: it can be killed in the middle, and opened again. */
export type Phone = {
  context: BrowserContext
  page: Page
  newPage: () => Promise<Page>
  /** SIGKILL to the browser and all its processes at once: nothing gets the time to write anything. */
  kill: () => Promise<void>
  close: () => Promise<void>
}

const size = { width: 390, height: 844 }
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
  '--lang=zh-CN',
]

/** What a failed test has left open. */
const running = new Map<ChildProcess, Browser>()
export async function closePhones(): Promise<void> {
  for (const [child, browser] of running) await end(child, browser, 'SIGKILL')
}

export const newProfile = (): { folder: string; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'hengdong-phone-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) }
}

export async function openPhone(profile: string, more: string[] = []): Promise<Phone> {
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    if (existsSync(join(profile, lock))) rmSync(join(profile, lock), { force: true })
  // A process group of its own, so that killing it kills its renderers too, and nobody else.
  const child = spawn(path, [...flags, ...more, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const browser = await chromium.connectOverCDP(await debuggerOf(child))
  running.set(child, browser)
  const context = browser.contexts()[0]!
  const newPage = async () => {
    const page = await context.newPage()
    await page.setViewportSize(size)
    return page
  }
  const page = await newPage()
  return { context, page, newPage, kill: () => end(child, browser, 'SIGKILL'), close: () => end(child, browser, 'SIGTERM') }
}

async function end(child: ChildProcess, browser: Browser, signal: NodeJS.Signals): Promise<void> {
  running.delete(child)
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
  if (ended && child.pid) process.kill(-child.pid, signal)
  await ended
  await browser.close().catch(() => undefined)
}

function debuggerOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((done, fail) => {
    child.on('exit', () => fail(new Error(`the browser ended: ${said.slice(-500)}`)))
    child.stderr?.on('data', (part: Buffer) => {
      said += part
      const [, address] = /DevTools listening on (ws:\/\/\S+)/.exec(said) ?? []
      if (address) done(address)
    })
  })
}
