import { test as base, type Page } from '@playwright/test'
import { demoCopy } from './demo'
import { type Account, accountOf, type Server, startServer } from './server'

export { expect } from '@playwright/test'

type Servers = {
  /** A real library of the worker's own, empty at the worker's start. */
  server: Server
  /** A demonstration of the worker's own. */
  demo: Server
}

/** Playwright's `test` with the servers a test asks for, each started once a worker, and `baseURL` pointing at the real one. */
export const test = base.extend<object, Servers>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern
    async ({}, use) => {
      const copy = demoCopy()
      const server = await startServer({ dataDir: copy.folder, demo: true })
      await use(server)
      await server.stop()
      copy.remove()
    },
    { scope: 'worker', timeout: 400_000 },
  ],
})

/** The same with `baseURL` pointing at one of the two. */
export const realTest = test.extend<object>({ baseURL: ({ server }, use) => use(server.url) })
export const demoTest = test.extend<object>({ baseURL: ({ demo }, use) => use(demo.url) })

/** The page's own script has come and listens: keys and forms are its own now. */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')))
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))))
}

export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await awake(page)
}

/** The password an account has after its first one was changed. */
export const changedPassword = ({ username }: Account): string => `changed-for-the-test-${username}`

/** Signs in; the first time it also makes the forced change, and the account keeps the new password. */
export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('[name=username]').fill(account.username)
  await page.locator('[name=password]').fill(account.password)
  await submit(page, '[name=password]')
  if (new URL(page.url()).pathname === '/account/password') await changePassword(page, account)
}

export const signInAs = (page: Page, server: Server, role: string, index = 0): Promise<void> =>
  signIn(page, accountOf(server.accounts, role, index))

/** The form's password fields in order: the current one if it is asked for, then the new one, then perhaps once more. */
async function changePassword(page: Page, account: Account): Promise<void> {
  const fields = await page.locator('input[type=password]:visible').all()
  const next = changedPassword(account)
  for (const [place, field] of fields.entries()) await field.fill(place === 0 && fields.length > 1 ? account.password : next)
  await submit(page, 'input[type=password]')
  account.password = next
}

/** Sends the form around a field and waits until the browser is somewhere else. */
async function submit(page: Page, field: string): Promise<void> {
  const before = page.url()
  await page.locator(`form:has(${field}) [type=submit]`).click()
  await page.waitForURL((url) => url.href !== before)
}
