import type { Page } from '@playwright/test'
import { seriousFindings } from '../support/axe'
import { expect, signInAs, demoTest as test } from '../support/browser'
import { addressOf, subjectsOf } from '../support/subjects'
import { overflow, watch } from '../support/watch'

/** Every page, as those who use it see it. */
const work = '/projects/{work}'
const plan = [
  '/plan',
  ...['boxes/3-1', 'boxes/5-1', 'chains', 'chapter-10', 'indicators', 'places', 'register', 'targets'].map((name) => `/plan/${name}`),
]
const visits = {
  stranger: ['/sign-in', '/sign-in?error=CredentialsSignin', ...plan, '/nowhere'],
  owner: [
    ...['/', '/projects', '/projects?q=no-such-work', work, `${work}/update`, `${work}/milestone`, `${work}/milestone?id={milestone}`],
    ...[`${work}/milestones`, `${work}/completion`, `${work}/fact-sheet`, `${work}/annual-plan`],
    ...[
      '/updates/{update}',
      '/outputs/{output}',
      '/outputs/new?chain={chain}&organisation={outputUnit}',
      '/chains',
      '/chains/{chain}',
      '/sectors',
    ],
    ...['/conditions', '/account', '/account/password', '/reviews'],
  ],
  bureau: [
    ...['/', '/projects', '/projects?light=red&sort=name', '/projects?box=3-1&stage=nonsense', '/projects/matrix', '/projects/new', work],
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
  ],
  supervisor: ['/', work],
  leader: ['/', '/chains', '/chains/{chain}', '/sectors', work],
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
  for (const [role, patterns] of Object.entries(visits)) {
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

/** Chromium itself tells of an answer that is no 200: right for the pages that are not there, or not theirs. */
const isExpected = (line: string, pattern: string, role: string): boolean =>
  /console: Failed to load resource.*\b40[034]\b/.test(line) &&
  (pattern === '/nowhere' || pattern.includes('nonsense') || (role === 'owner' && pattern === '/reviews'))

async function findings(page: Page, address: string, locale: string): Promise<string[]> {
  await page.setViewportSize({ width: 1440, height: 900 })
  const answer = await page.goto(address, { waitUntil: 'load' })
  const found = [...(await said(page, locale)), ...(await seen(page, 1440))]
  await page.setViewportSize({ width: 390, height: 844 })
  return [...found, ...(await seen(page, 390)), ...(answer && answer.status() >= 500 ? [`status ${answer.status()}`] : [])]
}

async function seen(page: Page, width: number): Promise<string[]> {
  return [...(await overflow(page)), ...(await seriousFindings(page))].map((line) => `${width}: ${line}`)
}

/** A title of its own, one main heading, and the language it says it is in. */
async function said(page: Page, locale: string): Promise<string[]> {
  const { lang, title, headings } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
  }))
  return [
    ...(lang === locale ? [] : [`says it is in ${lang}`]),
    ...(title.trim() === '' ? ['no title'] : []),
    ...(headings === 1 ? [] : [`${headings} main headings`]),
  ]
}
