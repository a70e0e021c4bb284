import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, request } from '@playwright/test'
import { decode, encode } from 'next-auth/jwt'
import { actionNamed, call } from '../support/actions'
import { expect, realTest as test } from '../support/browser'
import { settled, signedIn, tryToSignIn, upload, visitor } from '../support/http'
import { type Account, accountOf, type Server } from '../support/server'
import { eventsOf, look } from '../support/subjects'

const cookieName = 'next-auth.session-token'

test('an unknown name and a wrong password are told the same', async ({ server, page }) => {
  const known = accountOf(server.accounts, 'leader').username
  const who = await visitor(server)
  const answers = []
  for (const username of [known, 'nobody-of-that-name', `${known} `, '']) {
    const answer = await tryToSignIn(who, { username, password: 'not-the-password' })
    answers.push({ status: answer.status(), ...(await answer.json()) })
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1)
  for (const username of [known, 'nobody-of-that-name']) {
    await page.goto('/sign-in')
    await page.locator('[name=username]').fill(username)
    await page.locator('[name=password]').fill('not-the-password')
    await page.locator('form:has([name=password]) [type=submit]').click()
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText('账号或密码不对。')
    await expect(page.locator('[name=username]')).toHaveValue(username)
  }
})

test('until the first password is changed there is nothing but its change', async ({ server, page }) => {
  const account = accountOf(server.accounts, 'auditor')
  const who = await signedIn(server, account)
  for (const path of ['/', '/audit', '/account', '/projects'])
    expect([path, (await who.get(path)).headers().location]).toEqual([path, '/account/password'])
  for (const path of ['/api/v1/projects', '/api/v1/chains']) {
    const answer = await who.get(path)
    expect([answer.status(), (await answer.json()).code]).toEqual([403, 'password-change-required'])
  }
  const before = eventsOf(server)
  expect(await (await who.post('/api/drafts', { data: {} })).json()).toMatchObject({ status: 403, code: 'password-change-required' })
  expect(await (await upload(who, 'draft:update:P0001:monthly:2026-10')).json()).toMatchObject({ code: 'password-change-required' })
  expect(await call(who, actionNamed('app/account', 'createToken'), { name: '试验' })).toMatchObject({ said: 'refused' })
  expect(eventsOf(server)).toBe(before)

  await page.goto('/sign-in?next=/audit')
  await page.locator('[name=username]').fill(account.username)
  await page.locator('[name=password]').fill(account.password)
  await page.locator('form:has([name=password]) [type=submit]').click()
  await page.waitForURL('**/account/password')
  const [now, next, again] = await page.locator('input[type=password]').all()
  const change = async (password: string) => {
    await now?.fill(account.password)
    await next?.fill(password)
    await again?.fill(password)
    // What was wrong before still stands there: the answer to this one is waited for, and what it does to the fields.
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.locator('form:has([name=newPassword]) [type=submit]').click()
    await answered
    await expect(page.locator('form[aria-busy=true]')).toHaveCount(0)
  }
  await change('short')
  await expect(page.locator('[name=newPassword]')).toHaveAttribute('aria-invalid', 'true')
  await change('password1234')
  await expect(page.locator('[name=newPassword]')).toHaveAttribute('aria-invalid', 'true')
  await change('春天里 修一座桥 给大家走')
  await page.waitForURL(`${server.url}/`)
  account.password = '春天里 修一座桥 给大家走'
  expect((await who.get('/')).headers().location).toBe('/sign-in')
})

test('twenty good sign-ins within a minute all succeed', async ({ server }) => {
  const account = accountOf(server.accounts, 'supervisor')
  const began = Date.now()
  for (let time = 0; time < 20; time++) expect((await tryToSignIn(await visitor(server), account)).status()).toBe(200)
  expect(Date.now() - began).toBeLessThan(60_000)
})

test('signing out everywhere ends every session at once', async ({ server }) => {
  const account = accountOf(server.accounts, 'leader')
  const [desk, phone] = [await settled(server, account), await signedIn(server, account)]
  expect((await phone.get('/')).status()).toBe(200)
  await call(desk, actionNamed('app/account', 'signOutEverywhere'), {})
  for (const device of [desk, phone]) {
    expect((await device.get('/chains')).headers().location).toBe('/sign-in?next=%2Fchains')
    expect((await device.get('/api/v1/chains')).status()).toBe(401)
  }
})

test('a new role acts on the next request, and a closed account is out at once', async ({ server }) => {
  const admin = await settled(server, accountOf(server.accounts, 'admin'))
  const account = await newAccount(server, admin, 'role-changes')
  const who = await settled(server, account)
  const token = await newToken(server, who)
  const { id, version, organisation } = look<{ id: number; version: number; organisation: string }>(
    server,
    'select u.id, u.version, o.name as organisation from users u join organisations o on o.id = u.organisation_id where username = ?',
    account.username,
  )
  expect((await who.get('/reviews')).status()).toBe(403)
  const edit = { id: String(id), version: String(version), name: '某人', organisation }
  expect(await call(admin, actionNamed('app/admin/users', 'saveUser'), { ...edit, role: 'bureau' })).toMatchObject({ said: 'saved' })
  expect((await who.get('/reviews')).status()).toBe(200)
  expect((await token.get('/api/v1/projects')).status()).toBe(200)

  await call(admin, actionNamed('app/admin/users', 'deactivateUser'), { id: String(id) })
  expect((await who.get('/reviews')).headers().location).toBe('/sign-in?next=%2Freviews')
  expect((await token.get('/api/v1/projects')).status()).toBe(401)
  const answer = await tryToSignIn(await visitor(server), account)
  expect([answer.status(), (await answer.json()).url]).toEqual([401, expect.stringContaining('error=CredentialsSignin')])
})

test('a token reads the API as its owner does, and does nothing else', async ({ server }) => {
  const who = await settled(server, accountOf(server.accounts, 'bureau', 1))
  const token = await newToken(server, who)
  expect((await token.get('/api/v1/projects')).status()).toBe(200)
  expect((await token.get('/projects')).headers().location).toBe('/sign-in?next=%2Fprojects')
  expect((await token.post('/api/drafts', { data: {} })).status()).toBe(401)
  expect((await upload(token, 'draft:update:P0001:monthly:2026-10')).status()).toBe(401)
  expect(await call(token, actionNamed('app/account', 'createToken'), { name: '试验' })).toMatchObject({ said: 'refused' })
})

test('a forged, altered, unsigned or expired session is a stranger', async ({ server }) => {
  const account = accountOf(server.accounts, 'bureau', 1)
  await settled(server, account)
  const secret = readFileSync(join(server.dataDir, 'secret'), 'utf8').trim()
  const sql = 'select id as userId, token_version as tokenVersion from users where username = ?'
  const claims = look<{ userId: number; tokenVersion: number }>(server, sql, account.username)
  const since = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
  const seal = (token: object, key = secret) => encode({ token: { ...claims, since: since(0), ...token }, secret: key })
  const good = await seal({})
  expect(await decode({ token: good, secret })).toMatchObject(claims)
  expect(await statusWith(server, good)).toBe(200)

  const [head = '', ...rest] = good.split('.')
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ ...claims, since: since(0) })).toString('base64url')}.`
  const forged = {
    garbage: 'x',
    empty: '',
    unsigned: none,
    'another secret': await seal({}, 'another secret'),
    'another head': [Buffer.from('{"alg":"dir","enc":"A128GCM"}').toString('base64url'), ...rest].join('.'),
    'cut short': good.slice(0, -2),
    expired: await seal({ since: since(9) }),
    'from tomorrow': await seal({ since: since(-24) }),
    'an older version': await seal({ tokenVersion: claims.tokenVersion - 1 }),
    'a newer version': await seal({ tokenVersion: claims.tokenVersion + 1 }),
    nobody: await seal({ userId: 99_999 }),
    'a text for a number': await seal({ userId: String(claims.userId) }),
  }
  expect(head).not.toBe('')
  for (const [name, cookie] of Object.entries(forged)) expect([name, await statusWith(server, cookie)]).toEqual([name, 401])
})

test('nobody is led to another site by signing in', async ({ server, page }) => {
  const account = accountOf(server.accounts, 'bureau', 1)
  await (await settled(server, account)).dispose()
  const wanted = {
    'https://elsewhere.example/': '/',
    '//elsewhere.example/': '/',
    '/\\elsewhere.example': '/',
    '/%09/elsewhere.example': '/%09/elsewhere.example',
    'javascript:alert(1)': '/',
    '/api/auth/signout': '/',
    '/projects?box=3-1': '/projects?box=3-1',
  }
  for (const [next, to] of Object.entries(wanted)) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await page.locator('[name=username]').fill(account.username)
    await page.locator('[name=password]').fill(account.password)
    await page.locator('form:has([name=password]) [type=submit]').click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    expect(page.url().replace(server.url, '')).toBe(to)
  }
  const who = await visitor(server)
  const { csrfToken } = await (await who.get('/api/auth/csrf')).json()
  const form = { csrfToken, ...account, callbackUrl: 'https://elsewhere.example/', json: 'true' }
  const answer = await who.post('/api/auth/callback/credentials', { form })
  expect((await answer.json()).url).not.toContain('elsewhere')
})

test('the session’s cookie is for the server only, and pages are kept nowhere', async ({ server }) => {
  const account = accountOf(server.accounts, 'bureau', 1)
  await (await settled(server, account)).dispose()
  const answer = await tryToSignIn(await visitor(server), account)
  const cookie = answer.headersArray().find(({ name, value }) => name.toLowerCase() === 'set-cookie' && value.startsWith(cookieName))
  expect(cookie?.value).toMatch(/HttpOnly/i)
  expect(cookie?.value).toMatch(/SameSite=Lax/i)
  const headers = (await (await visitor(server)).get('/plan')).headers()
  expect(headers).toMatchObject({
    'cache-control': expect.stringContaining('no-store'),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  })
  expect(headers['x-powered-by']).toBeUndefined()
  const policy = headers['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic'(;|$)/)
  expect(policy).toMatch(/style-src 'self'(;|$)/)
  expect(policy).toMatch(/frame-ancestors 'none'/)
})

test('the language is the profile’s, else the cookie’s, else Chinese, whatever the browser wishes', async ({ server }) => {
  const who = await settled(server, accountOf(server.accounts, 'bureau', 1))
  const language = async (lang?: string) => {
    const headers = { 'accept-language': 'en-GB,en', ...(lang ? { cookie: `${await cookies(who)}; lang=${lang}` } : {}) }
    return /<html[^>]* lang="([^"]+)"/.exec(await (await who.get('/', { headers })).text())?.[1]
  }
  expect(await language()).toBe('zh-CN')
  expect(await language('en')).toBe('en')
  expect(await language('xx')).toBe('zh-CN')
  await call(who, actionNamed('app/account', 'saveLanguage'), { locale: 'en' })
  expect(await language('zh-CN')).toBe('en')
  await call(who, actionNamed('app/account', 'saveLanguage'), { locale: 'zh-CN' })
  expect(await language('en')).toBe('zh-CN')
})

async function cookies(who: APIRequestContext): Promise<string> {
  return (await who.storageState()).cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

async function statusWith(server: Server, session: string): Promise<number> {
  const who = await request.newContext({ baseURL: server.url, extraHTTPHeaders: { cookie: `${cookieName}=${session}` } })
  const answer = await who.get('/api/v1/projects?limit=1')
  await who.dispose()
  return answer.status()
}

async function newAccount(server: Server, admin: APIRequestContext, username: string): Promise<Account> {
  const organisation = look<{ name: string }>(server, `select name from organisations where kind = 'company' limit 1`).name
  const { text } = await call(admin, actionNamed('app/admin/users', 'createUser'), { name: '某人', username, role: 'owner', organisation })
  return { role: 'owner', username, password: /"password":"([^"]+)"/.exec(text)?.[1] ?? '' }
}

async function newToken(server: Server, who: APIRequestContext): Promise<APIRequestContext> {
  const { text } = await call(who, actionNamed('app/account', 'createToken'), { name: '试验' })
  const token = /hd_[\w-]{43}/.exec(text)?.[0] ?? ''
  return request.newContext({ baseURL: server.url, maxRedirects: 0, extraHTTPHeaders: { authorization: `Bearer ${token}` } })
}
