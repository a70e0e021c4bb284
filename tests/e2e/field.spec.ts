import { test as base, expect, type Page } from '@playwright/test'
import { seriousFindings } from '../support/axe'
import { signIn } from '../support/browser'
import {
  addFinding,
  addPhotos,
  allReceived,
  answer,
  differs,
  type FieldHouse,
  fieldHouse,
  finishVisit,
  kept,
  rate,
  recorded,
  startVisit,
  takeAlong,
} from '../support/field'
import { closePhones, newProfile, openPhone, type Phone } from '../support/phone'
import { accountOf } from '../support/server'
import { overflow } from '../support/watch'

/** A phone at a site, its network, and the server at the other end. */
const works = 40
type Field = { house: FieldHouse }
const test = base.extend<{ phone: (index?: number, flags?: string[]) => Promise<Phone> }, Field>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern
    async ({}, use) => {
      const house = await fieldHouse(works)
      await use(house)
      await house.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  /** A signed-in supervisor's phone with nothing on it yet. */
  phone: async ({ house }, use) => {
    const opened: { phone: Phone; remove: () => void }[] = []
    await use(async (index = 0, flags = []) => {
      const profile = newProfile()
      const phone = await openPhone(profile.folder, flags)
      opened.push({ phone, remove: profile.remove })
      await signInAt(phone.page, house, index)
      return phone
    })
    for (const { phone, remove } of opened) {
      await phone.close()
      remove()
    }
  },
})

test.afterEach(closePhones)

/** As signIn of the other tests, at the line's own address. */
async function signInAt(page: Page, { line, server }: FieldHouse, index: number): Promise<void> {
  await page.goto(`${line.url}/sign-in`)
  await signIn(atBase(page, line.url), accountOf(server.accounts, 'supervisor', index))
}

/** By the banner's own link, as somebody whose session has ended while they were out. */
async function comeBackIn(page: Page, { server }: FieldHouse, index: number): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.locator('a[href^="/sign-in"]').click()
  const { username, password } = accountOf(server.accounts, 'supervisor', index)
  await page.locator('[name=username]').fill(username)
  await page.locator('[name=password]').fill(password)
  await page.locator('form:has([name=password]) [type=submit]').click()
  await page.waitForURL(/\/field/)
}

/** A browser reached from outside has no base address of its own. */
function atBase(page: Page, url: string): Page {
  return new Proxy(page, {
    get: (target, name) => {
      if (name === 'goto') return (path: string) => target.goto(new URL(path, url).href)
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** What a page breaks of its own policy, says to the console, or asks of another host. */
function watched(page: Page, origin: string): string[] {
  const found: string[] = []
  page.on('console', (message) => {
    // A cut line is what these tests are about.
    if (message.type() === 'error' && !/ERR_|Failed to load resource/.test(message.text())) found.push(message.text())
  })
  page.on('pageerror', (error) => found.push(error.message))
  page.on('request', (request) => {
    if (/^http/.test(request.url()) && new URL(request.url()).origin !== origin) found.push(request.url())
  })
  return found
}

test('a visit without a network, the browser killed in the middle, arrives once', async ({ house }) => {
  test.setTimeout(240_000)
  const { line, round, codes } = house
  const profile = newProfile()
  const before = recorded(house)
  const first = await openPhone(profile.folder)
  const found = watched(first.page, line.url)
  await signInAt(first.page, house, 0)
  await takeAlong(first.page, line.url, round, works)
  const bytes = await first.page.evaluate(
    async (id) => (await (await fetch(`/api/field/package?round=${id}`)).arrayBuffer()).byteLength,
    round,
  )
  expect(bytes).toBeLessThan(5_000_000)

  await line.cut()
  const started = performance.now()
  await first.page.goto(`${line.url}/field`)
  await expect(first.page.locator('.field-work')).toHaveCount(works)
  const opening = Math.round(performance.now() - started)
  console.log(`field: package ${Math.round(bytes / 1000)} kB for ${works} works, opened offline in ${opening} ms`)
  expect(opening).toBeLessThan(1000)

  await startVisit(first.page, codes[0]!)
  await differs(first.page, 'stage', 'paused', '现场无人')
  await differs(first.page, 'percent', '60')
  await differs(first.page, 'investment', '1200.5')
  await answer(first.page, 'step', 'unchecked')
  await first.page.locator('#step-why').fill('大门锁着')
  await first.page.locator('#people-value').fill('12')
  await rate(first.page, 1, '进度偏慢')
  await addFinding(first.page, '基坑未设防护')
  await addFinding(first.page, '用地手续不全', 'land')
  await addPhotos(first.page, 4)
  await first.page.locator('[data-photo] select').first().selectOption({ index: 2 })
  await first.page.locator('#words').fill('写到一半的话')
  await kept(first.page)
  await first.page.locator('#present').pressSequentially('王工，李工')
  await kept(first.page)
  const address = first.page.url()
  await first.kill()

  const again = await openPhone(profile.folder)
  const foundAgain = watched(again.page, line.url)
  await again.page.goto(address)
  await expect(again.page.locator('#words')).toHaveValue('写到一半的话')
  await expect(again.page.locator('#present')).toHaveValue('王工，李工')
  await expect(again.page.locator('[id="percent-value"]')).toHaveValue('60')
  await expect(again.page.locator('[data-finding] textarea').first()).toHaveValue('基坑未设防护')
  await expect(again.page.locator('[data-photo] img')).toHaveCount(4)
  await expect(again.page.locator('[data-banner=slow]')).toContainText('只在本机：1 项')
  await finishVisit(again.page)
  await expect(again.page.locator('[data-state=device]')).toHaveCount(8)
  expect(recorded(house)).toEqual(before)

  await again.kill()
  const third = await openPhone(profile.folder)
  await third.page.goto(`${line.url}/field#/outbox`)
  await expect(third.page.locator('[data-state=device]')).toHaveCount(8)
  // The session ended meanwhile: nothing is lost, and signing in again goes on from here.
  await third.context.clearCookies()
  await line.mend()
  await comeBackIn(third.page, house, 0)
  await allReceived(third.page)
  await expect(third.page.locator('[role=status][data-banner]')).toContainText(/服务器 \d\d:\d\d 已收到/)
  expect(recorded(house)).toEqual({
    visits: before.visits + 1,
    finished: before.finished + 1,
    figures: before.figures + 5,
    findings: before.findings + 2,
    photos: before.photos + 4,
    announced: before.announced + 4,
  })
  expect([...found, ...foundAgain]).toEqual([])
  await third.close()
  profile.remove()
})

test('a line that is cut while it sends, and two tabs at once, make one record of everything', async ({ house, phone }) => {
  test.setTimeout(180_000)
  const { line, round, codes } = house
  const before = recorded(house)
  const { page, newPage } = await phone()
  await takeAlong(page, line.url, round, works)
  await startVisit(page, codes[1]!)
  const other = await newPage()
  await other.goto(page.url())
  await page.locator('#words').fill('甲窗口写的')
  await expect(other.locator('#words')).toHaveValue('甲窗口写的')
  await other.locator('#rating-reason').fill('乙窗口写的')
  await expect(page.locator('#rating-reason')).toHaveValue('乙窗口写的')
  await rate(page, 0, '正常')
  await addPhotos(page, 2)
  await line.cut()
  await finishVisit(page)
  await expect(other.getByText('这份记录已在另一个窗口完成或放弃')).toBeVisible()
  for (let cut = 0; cut < 6; cut++) {
    await line.mend()
    await Promise.all([page, other].map((tab) => tab.evaluate(() => window.dispatchEvent(new Event('online')))))
    await page.waitForTimeout(15 + cut * 40)
    await line.cut()
    await page.waitForTimeout(50)
  }
  await line.mend()
  await Promise.all([page, other].map((tab) => tab.evaluate(() => window.dispatchEvent(new Event('online')))))
  await allReceived(page)
  await expect(other.locator('[data-banner=good]')).toBeVisible()
  expect(recorded(house)).toEqual({
    ...before,
    visits: before.visits + 1,
    finished: before.finished + 1,
    photos: before.photos + 2,
    announced: before.announced + 2,
  })
})

const faults = ['cut', 'kill', 'expired', 'two-tabs'] as const

test('whatever happens while it sends, every visit is there once', async ({ house }) => {
  const runs = process.env.LONG ? 52 : 4
  test.setTimeout(60_000 + runs * 40_000)
  const { line, round, codes } = house
  const before = recorded(house)
  const profile = newProfile()
  let phone = await openPhone(profile.folder)
  await signInAt(phone.page, house, 0)
  await takeAlong(phone.page, line.url, round, works)
  for (let run = 0; run < runs; run++) {
    const { page } = phone
    const fault = faults[run % faults.length]!
    await page.goto(`${line.url}/field#/`)
    await startVisit(page, codes[10 + (run % 30)]!)
    await addFinding(page, `第${run}次`)
    await addPhotos(page, 1)
    await rate(page, 0, '正常')
    await line.cut()
    await finishVisit(page)
    const other = fault === 'two-tabs' ? await phone.newPage() : null
    await other?.goto(`${line.url}/field#/outbox`)
    await line.mend()
    for (const tab of [page, other]) await tab?.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.waitForTimeout(Math.floor(Math.random() * 300))
    if (fault === 'kill') {
      await phone.kill()
      phone = await openPhone(profile.folder)
      await phone.page.goto(`${line.url}/field#/outbox`)
    }
    if (fault === 'expired') await phone.context.clearCookies()
    if (fault === 'cut') await line.cut().then(line.mend)
    await untilReceived(phone.page, house)
    await other?.close()
    const after = recorded(house)
    const [visits, findings, photos] = [after.finished - before.finished, after.findings - before.findings, after.photos - before.photos]
    expect([visits, findings, photos, after.announced - before.announced], `${fault}, run ${run}`).toEqual(Array(4).fill(run + 1))
  }
  console.log(`field in Chromium: runs=${runs} (${faults.map((fault) => `${fault}=${runs / faults.length}`).join(' ')}) lost=0 doubled=0`)
  await phone.close()
  profile.remove()
})

/** Signs in again whenever the banner asks for it. */
async function untilReceived(page: Page, house: FieldHouse): Promise<void> {
  const [good, signInLink] = [page.locator('[data-banner=good]'), page.locator('a[href^="/sign-in"]')]
  for (let tries = 0; tries < 4; tries++) {
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect(good.or(signInLink).first()).toBeVisible({ timeout: 30_000 })
    if (await good.isVisible()) return
    await comeBackIn(page, house, 0)
  }
  await allReceived(page)
}

test('another person on the same device neither sees nor sends what the first one left, and the first one gets it back', async ({
  house,
  phone,
}) => {
  const { line, round, codes } = house
  const before = recorded(house)
  const { page, context } = await phone()
  await takeAlong(page, line.url, round, works)
  await startVisit(page, codes[2]!)
  await page.locator('#words').fill('只有我能看')
  await kept(page)
  await line.cut()
  await rate(page, 0, '正常')
  await finishVisit(page)
  await line.mend()
  await context.clearCookies()
  await signInAt(page, house, 1)
  await page.goto(`${line.url}/field`)
  await expect(page.getByText(/这台手机上锁着 \d 项/)).toBeVisible()
  await expect(page.locator('.field-work')).toHaveCount(0)
  expect(recorded(house).finished).toBe(before.finished)
  await context.clearCookies()
  await signInAt(page, house, 0)
  await page.goto(`${line.url}/field#/outbox`)
  await allReceived(page)
  expect(recorded(house).finished).toBe(before.finished + 1)
})

test('signing out asks about what was not sent: kept locked it comes back, discarded it is gone', async ({ house, phone }) => {
  const { line, round, codes } = house
  const { page } = await phone()
  await takeAlong(page, line.url, round, works)
  await startVisit(page, codes[3]!)
  await page.locator('#words').fill('未完成的记录')
  await kept(page)
  await leave(page, line.url)
  const dialog = page.locator('dialog.leave')
  await expect(dialog).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '锁好留着，然后退出' }).click()
  await page.waitForURL(/\/sign-in/)
  await page.goto(`${line.url}/field`)
  await expect(page.getByText(/锁着 \d 项/)).toBeVisible()
  await signInAt(page, house, 0)
  await page.goto(`${line.url}/field#/outbox`)
  await page.getByRole('link', { name: '接着填写' }).click()
  await expect(page.locator('#words')).toHaveValue('未完成的记录')
  await leave(page, line.url)
  await dialog.getByRole('button', { name: '丢掉，然后退出' }).click()
  await dialog.getByRole('button', { name: '确定丢掉并退出' }).click()
  await page.waitForURL(/\/sign-in/)
  await signInAt(page, house, 0)
  await page.goto(`${line.url}/field`)
  await expect(page.getByText('这台手机上还没有带走的项目')).toBeVisible()
  // Nothing here any more: signing out is what it is for everybody.
  await leave(page, line.url)
  await page.waitForURL(/\/sign-in/)
})

async function leave(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/account`)
  await page.locator('.top-end details.menu > summary').click()
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('.menu-sheet button') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
  await page.getByRole('button', { name: '退出登录', exact: true }).click()
}

for (const locale of ['zh-CN', 'en'] as const) {
  test(`${locale}: every page of the shell at 390 px is within reach of a thumb, a key and a screen reader`, async ({ house, phone }) => {
    test.setTimeout(120_000)
    const { line, round, codes } = house
    const { page } = await phone(1)
    const found = watched(page, line.url)
    await takeAlong(page, line.url, round, works)
    if (locale === 'en') await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    const look = async (name: string) => {
      expect(await seriousFindings(page), name).toEqual([])
      expect(await overflow(page), name).toEqual([])
      expect(await smallTargets(page), name).toEqual([])
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${locale}-${name}.png`, fullPage: true })
    }
    await look('works')
    await page.locator('.field-work').filter({ hasText: codes[4]! }).getByRole('link').click()
    await expect(page.locator('[data-start]')).toBeVisible()
    await look('work')
    await page.locator('[data-start]').click()
    await differs(page, 'percent', '160')
    await differs(page, 'stage', 'paused')
    await addFinding(page, '')
    await addPhotos(page, 1)
    await page.locator('[data-finish]').click()
    await expect(page.locator('[aria-invalid=true]').first()).toBeVisible()
    await look('visit')
    await differs(page, 'percent', '60')
    await page.locator('[data-finding] textarea').fill('基坑未设防护')
    await rate(page, 2, '停工')
    await page.locator('[data-finish]').click()
    await expect(page.locator('[role=alertdialog]')).toBeVisible()
    await look('finish')
    await page.locator('[role=alertdialog] .button-main').click()
    await allReceived(page)
    await look('outbox')
    expect(found).toEqual([])
  })
}

/** Controls that a thumb would miss; links in running text are not among them. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inSight = (element: Element) => element.getClientRects().length > 0
    const targets = [...document.querySelectorAll('button, a, select, textarea, .segments label, .box input, .field-pick, .tick')]
    return targets
      .filter(inSight)
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 43.5)
      .map(({ element, box }) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 20)} ${Math.round(box.height)}`)
  })
}

test('a whole visit by keyboard alone', async ({ house, phone }) => {
  const { line, round, codes } = house
  const { page } = await phone()
  await takeAlong(page, line.url, round, works)
  const reach = async (where: string) => {
    for (let steps = 0; steps < 400; steps++) {
      if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, where)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`never reached ${where}`)
  }
  await reach(`a[href$="/${codes[5]}"]`)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-start]')).toBeVisible()
  await reach('[data-start]')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-finish]')).toBeVisible()
  await reach('[name=percent]')
  await page.keyboard.press('Space')
  await reach('[id="percent-value"]')
  await page.keyboard.type('55')
  await reach('[name=rating-level]')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await reach('#rating-reason')
  await page.keyboard.type('按键填写')
  await reach('.field-pick input')
  await reach('[data-finish]')
  await page.keyboard.press('Enter')
  await reach('[role=alertdialog] .button-main')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/outbox$/)
  await allReceived(page)
})

test('a photograph leaves the device smaller and without what the camera wrote into it', async ({ house, phone }) => {
  const { line, round, codes } = house
  const { page } = await phone()
  await takeAlong(page, line.url, round, works)
  await startVisit(page, codes[9]!)
  // What is digested is what will be sent.
  await page.evaluate(() => {
    const digest = crypto.subtle.digest.bind(crypto.subtle)
    crypto.subtle.digest = (how, bytes) => {
      Object.assign(window, { sent: new TextDecoder('latin1').decode(bytes as ArrayBuffer) })
      return digest(how, bytes)
    }
  })
  await addPhotos(page, 1)
  const sent = await page.evaluate(() => (window as unknown as { sent: string }).sent)
  expect(sent.startsWith('\u00ff\u00d8\u00ff')).toBe(true)
  expect([sent.includes('Exif'), sent.includes('TestCamera')]).toEqual([false, false])
  const size = await page.locator('[data-photo] img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])
  expect(size).toEqual([2000, 1462])
})

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

test('storage that runs full is said while what was typed is still on the screen, and saved once there is room', async ({
  house,
  phone,
}) => {
  const { line, round, codes } = house
  const { page } = await phone()
  await takeAlong(page, line.url, round, works)
  await startVisit(page, codes[6]!)
  // As the browser refuses when the disk is full: a device whose disk is really full cannot be had here.
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    Object.assign(window, { room: () => Object.assign(IDBObjectStore.prototype, { put }) })
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.locator('#words').fill('存不下的话')
  await expect(page.locator('.field-trouble')).toContainText('手机存储满了')
  await expect(page.locator('#words')).toHaveValue('存不下的话')
  await page
    .locator('.field-pick input')
    .nth(1)
    .setInputFiles({ name: 'IMG.HEIC', mimeType: 'image/heic', buffer: Buffer.from('ftypheic') })
  await expect(page.getByText('“IMG.HEIC”打不开')).toBeVisible()
  await page.locator('.field-pick input').nth(1).setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: pixel })
  await expect(page.getByText('“现场.png”没有存下')).toBeVisible()
  await page.evaluate(() => (window as unknown as { room: () => void }).room())
  await expect(page.locator('[data-keeping=kept]')).toBeVisible({ timeout: 15_000 })
  await page.reload()
  await expect(page.locator('#words')).toHaveValue('存不下的话')
})

test('a photograph of the very moment in which the browser is killed is there again', async ({ house }) => {
  const { line, round, codes } = house
  const profile = newProfile()
  const first = await openPhone(profile.folder)
  await signInAt(first.page, house, 0)
  await takeAlong(first.page, line.url, round, works)
  await startVisit(first.page, codes[8]!)
  // The draft is not written any more, as if the end had come just before it.
  await first.page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'drafts') throw new DOMException('gone', 'AbortError')
      return put.apply(this, args)
    }
  })
  await addPhotos(first.page, 1)
  await expect(first.page.locator('.field-trouble')).toBeVisible()
  const address = first.page.url()
  await first.kill()
  const again = await openPhone(profile.folder)
  await line.cut()
  await again.page.goto(address)
  await expect(again.page.locator('[data-photo] img')).toHaveCount(1)
  await again.page.getByRole('button', { name: '删掉照片 1' }).click()
  await kept(again.page)
  await again.page.reload()
  await expect(again.page.locator('[data-finish]')).toBeVisible()
  await expect(again.page.locator('[data-photo]')).toHaveCount(0)
  await line.mend()
  await again.close()
  profile.remove()
})

test('what the server refuses stays with its words, and can be corrected and handed in anew', async ({ house, phone }) => {
  const { line, round, codes } = house
  const before = recorded(house)
  const { page } = await phone()
  await takeAlong(page, line.url, round, works)
  await startVisit(page, codes[7]!)
  await addFinding(page, '事实写得不清')
  await addPhotos(page, 1)
  await page.locator('[data-photo] select').selectOption({ index: 2 })
  await rate(page, 0, '正常')
  await refuseFindings(page)
  await finishVisit(page)
  const refused = page.locator('[data-state=refused]')
  await expect(refused).toContainText('请写清事实')
  await expect(page.locator('[data-state=received]')).toHaveCount(2)
  await expect(page.locator('[data-banner=slow]')).toContainText('1 项被退回')
  await page.reload()
  await expect(refused).toHaveCount(1)
  await page.getByRole('button', { name: '改后重新提交' }).click()
  await expect(page.locator('[data-finding] textarea')).toHaveValue('事实写得不清')
  await expect(page.locator('[data-photo] img')).toHaveCount(1)
  await page.locator('[data-finding] textarea').fill('东侧围挡缺失二十米')
  await rate(page, 0, '正常')
  await finishVisit(page)
  await allReceived(page)
  const after = recorded(house)
  expect([after.findings - before.findings, after.photos - before.photos, after.visits - before.visits]).toEqual([1, 1, 2])
})

/** The server says no to findings, and has nobody's photograph of one. */
function refuseFindings(page: Page): Promise<void> {
  return page.evaluate(() => {
    const real = window.fetch
    window.fetch = async (path, init) => {
      if (path !== '/api/field/sync') return real(path, init)
      const items = (JSON.parse(String(init?.body)) as { items: { id: string; kind: string; finding?: string | null }[] }).items
      const held = items.filter(({ kind, finding }) => kind === 'finding' || finding)
      const rest = items.filter((item) => !held.includes(item))
      const answer = await real(path, { ...init, body: JSON.stringify({ items: rest.length > 0 ? rest : [{ id: 'none' }] }) })
      const body = (await answer.json()) as { answers: { id: string }[] }
      const said = held.map(({ id, kind }) =>
        kind === 'finding' ? { id, status: 'refused', code: 'required', field: 'facts', message: '请写清事实' } : { id, status: 'later' },
      )
      return Response.json({ ...body, answers: [...body.answers.filter(({ id }) => id !== 'none'), ...said] })
    }
  })
}

test('without a secure connection the page says why nothing can be taken along', async ({ house, phone }) => {
  const { page } = await phone(0, ['--host-resolver-rules=MAP plain.test 127.0.0.1'])
  await page.goto(`http://plain.test:${new URL(house.line.url).port}/field?round=${house.round}`)
  await expect(page.getByText('浏览器只在安全连接（https）或本机地址上允许')).toBeVisible()
})

test('the shell alone is kept: no page, no answer of the server, nothing of a person in the document', async ({ house, phone }) => {
  const { line, round } = house
  const { page } = await phone()
  await takeAlong(page, line.url, round, works)
  const cached = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return { names, paths: requests.flat().map(({ url }) => new URL(url).pathname) }
  })
  expect(cached.names).toHaveLength(1)
  expect(cached.paths.filter((path) => path !== '/field' && !/^\/field\/[\w-]+\.(js|css|svg|webmanifest)$/.test(path))).toEqual([])
  const shell = await page.request.get(`${line.url}/field`)
  expect(shell.headers()['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  )
  expect(await shell.text()).not.toContain('督查员')
})
