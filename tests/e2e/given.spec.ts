import ICAL from 'ical.js'
import { actionNamed, call } from '../support/actions'
import { seriousFindings } from '../support/axe'
import { expect } from '../support/browser'
import { peopleTest as test } from '../support/people'
import type { Server } from '../support/server'
import { look, subjectsOf } from '../support/subjects'

/** What is given to those who have no session: a person's calendar by its address, and what the bureau makes public. */
test('a calendar program reads with the address alone what its owner may, asks again for nothing new, and gets nothing once it is revoked', async ({
  demo,
  people,
}) => {
  const made = await call(people.owner, actionNamed('app/account', 'createFeed'), {})
  const key = /hdf_[\w-]{43}/.exec(made.text)?.[0] ?? ''
  const address = `/feed/calendar.ics?key=${key}`
  const got = await people.stranger.get(address)
  expect([got.status(), got.headers()['content-type'], got.headers()['cache-control']]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    'private, no-cache',
  ])
  const events = new ICAL.Component(ICAL.parse(await got.text()) as unknown as string).getAllSubcomponents('vevent')
  expect(events.length).toBeGreaterThan(5)
  const links = events.map((event) => String(event.getFirstPropertyValue('url')))
  for (const link of links) expect(link.startsWith(demo.url)).toBe(true)
  for (const link of links.slice(0, 30)) expect([link, (await people.owner.get(link)).status()]).toEqual([link, 200])
  const again = await people.stranger.get(address, { headers: { 'if-none-match': got.headers().etag ?? '' } })
  expect([again.status(), await again.text()]).toEqual([304, ''])
  const { id } = look<{ id: number }>(demo, 'select max(id) as id from feeds')
  await call(people.owner, actionNamed('app/account', 'revokeFeed'), { id: String(id) })
  const nothing = await people.stranger.get('/feed/calendar.ics?key=wrong')
  const revoked = await people.stranger.get(address)
  expect([revoked.status(), await revoked.text()]).toEqual([404, await nothing.text()])
})

async function switchPublic(demo: Server, bureau: Parameters<typeof call>[0], value: 'on' | 'off') {
  const { version } = look<{ version: number }>(demo, `select coalesce(max(version), 0) as version from settings where key = 'public-page'`)
  const fields = { setting: 'public-page', value, version: String(version) }
  expect((await call(bureau, actionNamed('app/publications', 'setSetting'), fields)).said).toBe('saved')
}

test('the public page is there for a stranger only while it is switched on, names no unit, and is kept for a minute by nobody who is known', async ({
  demo,
  people,
  page,
}) => {
  expect((await people.stranger.get('/public')).status()).toBe(404)
  await switchPublic(demo, people.bureau, 'on')
  try {
    const fresh = await fetch(`${demo.url}/public`)
    expect([fresh.status, fresh.headers.get('cache-control')]).toEqual([200, 'public, max-age=60'])
    expect((await people.owner.get('/public')).headers()['cache-control']).toBe('no-store')
    const text = await fresh.text()
    const { names } = look<{ names: string }>(demo, 'select json_group_array(name) as names from organisations')
    for (const name of JSON.parse(names) as string[]) if (name !== '衡东县发展和改革局') expect(text).not.toContain(name)
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${demo.url}/public`)
      expect(await page.locator('h1').textContent()).toBe('重大项目公开')
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
      expect(await seriousFindings(page)).toEqual([])
    }
  } finally {
    await switchPublic(demo, people.bureau, 'off')
  }
  expect((await people.stranger.get('/public')).status()).toBe(404)
})

test('of the papers a stranger reads those that were issued and marked, byte for byte, while the page is on', async ({ demo, people }) => {
  const { dispatch, draftDispatch } = subjectsOf(demo)
  await switchPublic(demo, people.bureau, 'on')
  try {
    expect((await people.stranger.get(`/public/dispatches/${dispatch}/page`)).status()).toBe(404)
    const publish = await call(people.bureau, actionNamed('app/publications', 'makePublic'), {
      subject: 'dispatch',
      'ids[]': [String(dispatch)],
    })
    expect(publish.said).toBe('saved')
    for (const part of ['page', 'word']) {
      const open = await people.stranger.get(`/public/dispatches/${dispatch}/${part}`)
      const kept = await people.bureau.get(`/dispatches/${dispatch}/${part}`)
      expect([open.status(), (await open.body()).equals(await kept.body())]).toEqual([200, true])
      expect(open.headers()['content-security-policy']).toBe(kept.headers()['content-security-policy'])
    }
    expect((await people.stranger.get(`/public/dispatches/${draftDispatch}/page`)).status()).toBe(404)
  } finally {
    await switchPublic(demo, people.bureau, 'off')
  }
  expect((await people.stranger.get(`/public/dispatches/${dispatch}/page`)).status()).toBe(404)
})
