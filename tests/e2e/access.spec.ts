import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { seriousFindings } from '../support/axe'
import { awake, expect, signInAs, demoTest as test, visit } from '../support/browser'
import { areaPages } from '../support/pages'
import { type Account, accountOf } from '../support/server'
import { addressOf, subjectsOf } from '../support/subjects'
import { overflow, watch } from '../support/watch'

/** Every page, as those who use it see it. */
const work = '/projects/{work}'
const whole = `${work}?part=all`
const plan = [
  '/plan',
  ...['boxes/3-1', 'boxes/5-1', 'chains', 'chapter-10', 'indicators', 'places', 'register', 'targets'].map((name) => `/plan/${name}`),
]
const visits = {
  stranger: ['/sign-in', '/sign-in?error=CredentialsSignin', ...plan, '/plan?line=703', '/nowhere'],
  owner: [
    ...[
      '/',
      '/projects',
      '/projects?q=no-such-work',
      work,
      whole,
      `${work}/update`,
      `${work}/milestone`,
      `${work}/milestone?id={milestone}`,
    ],
    ...[`${work}/milestones`, `${work}/completion`, `${work}/fact-sheet`, `${work}/annual-plan`],
    ...[
      '/updates/{update}',
      '/outputs/{output}',
      '/outputs/new?chain={chain}&organisation={outputUnit}',
      '/chains',
      '/chains/{chain}',
      '/sectors',
    ],
    ...['/conditions', '/conditions/new?project={work}', '/account', '/account/password', '/about', '/reviews'],
    ...['/materials/{site}', '/visits/{visit}', '/ratings/{rating}', '/findings', '/findings/{finding}', '/bulletins'],
    ...['/bulletins/{bulletin}/extract', '/inspections/{round}/works/{work}'],
  ],
  bureau: [
    ...['/', '/projects', '/projects?light=red&sort=name', '/projects?box=3-1&stage=nonsense', '/projects/matrix', '/projects/new', whole],
    ...[
      `${work}/edit`,
      `${work}/fact-sheet`,
      `${work}/annual-plan`,
      `${work}/milestones`,
      `${work}/update`,
      `${work}/milestone?id={milestone}`,
    ],
    ...[`${work}/completion`, '/census', '/milestones', '/milestones/approve', '/conditions', '/reviews', '/reviews?kind=output'],
    ...[
      '/updates/{update}',
      '/outputs/new',
      '/outputs/{output}',
      '/chains',
      '/chains/{chain}',
      '/sectors',
      '/sectors/water',
      '/sectors/water/5-1',
    ],
    '/admin/organisations',
    ...['/inspections', '/inspections/{round}', '/differences', '/differences?show=closed', '/differences/agreement', '/findings'],
  ],
  supervisor: [
    ...['/', work, '/inspections', '/inspections/new', '/inspections/{round}', '/inspections/{sealedRound}', '/inspections/repeat-draw'],
    ...['/inspections/{sealedRound}/scope', '/inspections/{round}/team', '/inspections/{drawnRound}/draw', '/inspections/{round}/notice'],
    ...['/inspections/{round}/works/{work}', '/materials/{site}', '/visits/{visit}', '/ratings/{rating}'],
    ...['/findings', '/findings?state=closed', '/findings/new?project={work}', '/findings/{finding}', '/findings/{unassigned}'],
    ...['/bulletins', '/bulletins/{bulletin}', '/bulletins/{draftBulletin}', '/bulletins/compare', '/differences'],
  ],
  leader: ['/', '/chains', '/chains/{chain}', '/sectors', work, '/inspections', '/findings', '/bulletins/{bulletin}', '/bulletins/compare'],
  admin: [
    '/',
    '/admin/users',
    '/admin/users/new',
    '/admin/users/{user}',
    '/admin/organisations',
    '/admin/organisations/{organisation}',
    '/audit',
  ],
  auditor: ['/', '/audit', '/audit?verify=1'],
}

for (const locale of ['zh-CN', 'en']) {
  for (const [role, own] of Object.entries(visits)) {
    const patterns = [...own, ...areaPages.flatMap((area) => area.visits[role as keyof typeof visits] ?? [])]
    test(`${role}, ${locale}: every page is accessible on desk and phone, keeps its policy and fits the screen`, async ({ page, demo }) => {
      test.setTimeout(240_000)
      const subjects = subjectsOf(demo)
      await page.context().addCookies([{ name: 'lang', value: locale, url: demo.url }])
      const { found } = await watch(page, demo.url)
      if (role !== 'stranger') await signInAs(page, demo, role)
      for (const pattern of patterns) {
        found.push(...(await findings(page, addressOf(pattern, subjects), locale)))
        const wrong = found.splice(0).filter((line) => !isExpected(line, pattern, role))
        expect.soft(wrong, `${pattern} as ${role} in ${locale}`).toEqual([])
      }
    })
  }
}

const busy = {
  owner: ['/', whole, `${work}/update`, `${work}/milestones`, '/chains/{chain}', '/conditions'],
  supervisor: [
    ...['/inspections/new', '/inspections/{round}', '/inspections/{sealedRound}/scope', '/inspections/{round}/team'],
    ...['/inspections/{drawnRound}/draw', '/visits/{visit}', '/findings', '/findings/{finding}', '/bulletins/{draftBulletin}'],
  ],
  bureau: [whole, '/census', '/milestones/approve', '/chains/{chain}', '/reviews', '/updates/{update}', '/sectors/water'],
} as const

for (const [role, patterns] of Object.entries(busy)) {
  test(`what opens on a page fits the phone and is accessible: ${role}`, async ({ page, demo }) => {
    const subjects = subjectsOf(demo)
    await page.setViewportSize({ width: 390, height: 844 })
    await signInAs(page, demo, role)
    for (const pattern of patterns) {
      await page.goto(addressOf(pattern, subjects), { waitUntil: 'load' })
      const found = [...(await tooWide(page)), ...(await seriousFindings(page, { without: ['color-contrast'] }))]
      expect.soft(found, `${pattern} as ${role}`).toEqual([])
    }
  })
}

test('in the dark every word can be read', async ({ page, demo }) => {
  const subjects = subjectsOf(demo)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await signInAs(page, demo, 'bureau')
  for (const pattern of ['/', '/projects', ...busy.bureau, '/chains', '/plan/register', '/projects/matrix']) {
    await page.goto(addressOf(pattern, subjects), { waitUntil: 'load' })
    expect.soft(await seriousFindings(page, { only: ['color-contrast'] }), pattern).toEqual([])
  }
})

/** Opens everything that opens, one after the other, and says what makes the page wider than the screen; all of it is open afterwards. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const details = [...document.querySelectorAll('details')]
    const wide = details.flatMap((one) => {
      one.open = true
      const { scrollWidth, clientWidth } = document.documentElement
      const name = one.querySelector('summary')?.textContent?.trim().slice(0, 40) ?? ''
      one.open = false
      return scrollWidth > clientWidth ? [`opened “${name}”: ${scrollWidth} > ${clientWidth}`] : []
    })
    for (const one of details) one.open = true
    return [...new Set(wide)].slice(0, 5)
  })

test('a first visit brings at most 150 kB of script', async ({ browser, demo }) => {
  const { work: code } = subjectsOf(demo)
  for (const address of ['/projects', `/projects/${code}/update?period=2025-10`]) {
    const visit = await browser.newContext({ baseURL: demo.url })
    const page = await visit.newPage()
    await signInAs(page, demo, 'owner')
    const cookies = await visit.cookies()
    await visit.close()
    const fresh = await browser.newContext({ baseURL: demo.url })
    await fresh.addCookies(cookies)
    const first = await fresh.newPage()
    const scripts: Promise<Buffer>[] = []
    first.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body())
    })
    await first.goto(address, { waitUntil: 'networkidle' })
    await expect(first.locator('main form').first()).toBeVisible()
    const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0)
    expect(bytes, address).toBeGreaterThan(50_000)
    expect(bytes, `${address}: ${bytes} bytes`).toBeLessThanOrEqual(150 * 1024)
    await fresh.close()
  }
})

test('a month is reported, returned, answered and approved without a pointer', async ({ page, demo }) => {
  const { work: code } = subjectsOf(demo)
  const { found } = await watch(page, demo.url)
  await page.setViewportSize({ width: 1440, height: 900 })
  const [owner, bureau] = [accountOf(demo.accounts, 'owner'), accountOf(demo.accounts, 'bureau')]
  const form = `/projects/${code}/update?period=2025-10`

  await signInByKeys(page, owner, form)
  await typeInto(page, 'investment', '123')
  await typeInto(page, 'progressText', '主体施工')
  await pressOn(page, 'form.update-form [type=submit]:not([name])')
  const first = await numberOf(page, 'updates')
  await signOut(page)

  await signInByKeys(page, bureau, `/reviews?item=update:${first}`)
  await page.keyboard.press('r')
  await expect(page.locator('textarea[name=reason]')).toBeFocused()
  await page.keyboard.type('请补充说明')
  await pressOn(page, '[name=step][value=return]')
  await expect(page.locator('.queue')).toBeVisible()
  await signOut(page)

  await signInByKeys(page, owner, form)
  await expect(page.getByText('请补充说明').first()).toBeVisible()
  await typeInto(page, 'investment', '124')
  await typeInto(page, 'remark', '已核对')
  await pressOn(page, 'form.update-form [type=submit]:not([name])')
  const second = await numberOf(page, 'updates')
  expect(second).not.toBe(first)
  await signOut(page)

  await signInByKeys(page, bureau, `/reviews?item=update:${second}`)
  await page.keyboard.press('a')
  await page.waitForURL((url) => !url.search.includes(`update:${second}`))
  await page.goto(`/updates/${second}`)
  await expect(page.locator('main')).toContainText('审核通过')
  expect(found).toEqual([])
})

async function signInByKeys(page: Page, { username, password }: Account, next: string): Promise<void> {
  await visit(page, `/sign-in?next=${encodeURIComponent(next)}`)
  await typeInto(page, 'username', username)
  await typeInto(page, 'password', password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await awake(page)
}

const signOut = (page: Page): Promise<void> => page.context().clearCookies()

/** Tab, as often as it takes; the focus must be seen all the way. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${selector}`)
}

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, `[name="${name}"]`)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

async function pressOn(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('Enter')
}

/** The number in the address one is sent to: /updates/12. */
async function numberOf(page: Page, folder: string): Promise<string> {
  await page.waitForURL((url) => url.pathname.startsWith(`/${folder}/`))
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Chromium itself tells of an answer that is no 200: right for the pages that are not there, or not theirs. */
const isExpected = (line: string, pattern: string, role: string): boolean =>
  /console: Failed to load resource.*\b40[034]\b/.test(line) &&
  (pattern === '/nowhere' || pattern.includes('nonsense') || (role === 'owner' && pattern === '/reviews'))

async function findings(page: Page, address: string, locale: string): Promise<string[]> {
  await page.setViewportSize({ width: 1440, height: 900 })
  const answer = await page.goto(address, { waitUntil: 'load' })
  const found = [...(await said(page, locale)), ...(await seen(page, 1440, locale))]
  await page.setViewportSize({ width: 390, height: 844 })
  return [...found, ...(await seen(page, 390, locale)), ...(answer && answer.status() >= 500 ? [`status ${answer.status()}`] : [])]
}

/** What another language changes is words and widths: names and labels are looked at once more, on the phone; structure and colours are the same. */
async function seen(page: Page, width: number, locale: string): Promise<string[]> {
  const again = locale === 'zh-CN' ? undefined : { without: ['color-contrast'] }
  const serious = again && width === 1440 ? [] : await seriousFindings(page, again)
  return [...(await overflow(page)), ...serious].map((line) => `${width}: ${line}`)
}

/** A title, one main heading, the language it says it is in, and that its figures are made up. */
async function said(page: Page, locale: string): Promise<string[]> {
  const { lang, title, headings, marked } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    marked: [...document.querySelectorAll('header')].some((header) => header.textContent.includes('演示数据')),
  }))
  return [
    ...(lang === locale ? [] : [`says it is in ${lang}`]),
    ...(title.trim() === '' ? ['no title'] : []),
    ...(marked ? [] : ['does not say 演示数据']),
    ...(headings === 1 ? [] : [`${headings} main headings`]),
  ]
}
