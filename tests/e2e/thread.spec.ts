import type { Browser, Page } from '@playwright/test'
import { expect, signIn, signInAs, realTest as test, visit } from '../support/browser'
import { settled } from '../support/http'
import { type Account, accountOf, type Server } from '../support/server'
import { type Watch, watch } from '../support/watch'

/** The whole thread on a library that began empty: once in Chinese, and again, with other works, in English. */
const runs = [
  { locale: 'zh-CN', works: ['P0001', 'P0002', 'P0003', 'P0004', 'P0005'], chain: 'machinery', unit: '衡东试验一公司', name: 'unit-one' },
  { locale: 'en', works: ['P0006', 'P0007', 'P0008', 'P0009', 'P0010'], chain: 'digital', unit: '衡东试验二公司', name: 'unit-two' },
] as const
type Run = (typeof runs)[number]

const shanghai = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
const today = shanghai(Date.now())
/** The month that is reported now: the last whole one. */
const dueMonth = shanghai(Date.parse(`${today.slice(0, 7)}-01T00:00:00Z`) - 86_400_000).slice(0, 7)
const nextYear = String(Number(today.slice(0, 4)) + 1)

for (const run of runs) {
  test(`${run.locale}: from the census of five works to a chain’s total that says where it is from`, async ({ browser, server }) => {
    test.setTimeout(240_000)
    const house = new House(browser, server, run.locale)
    const [first = ''] = run.works
    const before = await totals(server, run)
    const bureau = await house.enter('bureau')
    await test.step('the bureau takes the census of five works', () => takeCensus(bureau, run))
    const account = await test.step('the administrator makes accounts from a pasted list', async () =>
      makeAccounts(await house.enter('admin'), run))
    const unit = await test.step('the unit changes its one-time password', () => house.enterAs(account))
    await test.step('the bureau lays milestones from a template', () => layMilestones(bureau, run))
    await test.step('the unit proposes first dates', () => proposeDates(unit, first))
    const second = await house.enter('bureau', 1)
    await test.step('the bureau approves the dates', () => approveDates(second, run))
    const update = await test.step('the unit reports on a phone, in ten fields and ninety seconds', () => reportMonth(unit, first))
    await test.step('the bureau returns it with a reason, by keyboard', () => returnByKeys(second, `update:${update}`))
    const answer = await test.step('the unit answers', () => answerReturn(unit))
    await test.step('the bureau approves, by keyboard', () => approveByKeys(second, `update:${answer}`))
    const met = await test.step('the unit reports a milestone as met', () => reportMilestone(unit, first))
    await test.step('the bureau approves the milestone', () => approveByKeys(second, `update:${met}`))
    await test.step('the bureau ties the enterprise to its chain', () => tieEnterprise(bureau, run))
    const output = await test.step('the unit returns its output', () => returnOutput(unit, run))
    await test.step('the bureau approves the output', () => approveByKeys(second, `output:${output}`))
    await test.step('milestone, sector and chain have moved by just that', async () => moved(server, run, before))
    const leader = await house.enter('leader')
    await test.step('the leader sees it, and is led from the number to the return and to the clause', () => whereFrom(leader, run, output))
    expect(house.found()).toEqual([])
    await house.leave()
  })
}

/** People at their own devices, each watched. */
class House {
  private readonly watches: Watch[] = []
  private readonly pages: Page[] = []
  constructor(
    private readonly browser: Browser,
    private readonly server: Server,
    private readonly locale: string,
  ) {}

  async enter(role: string, index = 0): Promise<Page> {
    const page = await this.device({ width: 1440, height: 900 })
    await signInAs(page, this.server, role, index)
    return page
  }

  /** On a phone, with the password on the slip. */
  async enterAs(account: Account): Promise<Page> {
    const page = await this.device({ width: 390, height: 844 })
    await signIn(page, account)
    return page
  }

  private async device(viewport: { width: number; height: number }): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.server.url, viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    await context.addCookies([{ name: 'lang', value: this.locale, url: this.server.url }])
    const page = await context.newPage()
    this.watches.push(await watch(page, this.server.url))
    this.pages.push(page)
    return page
  }

  found = (): string[] => this.watches.flatMap((one) => one.found)

  async leave(): Promise<void> {
    for (const page of this.pages) await page.context().close()
  }
}

const press = (page: Page, form: string) => page.locator(`${form} [type=submit]:not([name])`).first().click()
const saved = (page: Page) => expect(page.locator('.said-good').filter({ visible: true }).first()).toBeVisible()
const numberOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

async function takeCensus(page: Page, { works, unit, locale }: Run): Promise<void> {
  await visit(page, '/census')
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
  await page.locator('.census-paste > summary').click()
  const stage = locale === 'en' ? 'Under construction' : '在建'
  const list = ['编码\t业主\t阶段\t产业链', ...works.map((code) => `${code}\t${unit}\t${stage}\t无`)].join('\n')
  await page.locator('.census-paste textarea[name=list]').fill(list)
  await press(page, '.census-paste form:has(textarea)')
  const rows = page.locator('.census-paste form.census-good')
  await expect(rows).toHaveCount(works.length)
  await page.locator('.census-paste button[type=button].button-main').click()
  await expect(page.locator('.census-paste form.census-saved')).toHaveCount(works.length)
}

async function makeAccounts(page: Page, { unit, name }: Run): Promise<Account> {
  await visit(page, '/admin/users/new')
  const list = [`李工\t${name}\t项目单位\t${unit}`, `王工\t${name}-b\towner\t${unit}`].join('\n')
  const box = page.locator('textarea[name=list]')
  await box.fill(list)
  await page.locator('form:has(textarea[name=list]) [type=submit]').click()
  await page.locator('form:has(input[type=hidden][name=list]) [type=submit]').click()
  const slips = page.locator('[data-slip]')
  await expect(slips).toHaveCount(2)
  const values = await slips.first().locator('dd').allTextContents()
  const username = values.at(-2) ?? ''
  expect(username).toBe(name)
  return { role: 'owner', username, password: values.at(-1) ?? '' }
}

async function layMilestones(page: Page, { works }: Run): Promise<void> {
  await visit(page, '/milestones?template=enterprise&box=3-1')
  for (const code of works) await page.locator(`input[name="codes[]"][value=${code}]`).check()
  // What was said about the census still stands there: the answer to this form is waited for.
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await press(page, 'form:has(input[name=template])')
  await answered
  await saved(page)
}

/** The first is due today, the others month by month after it. */
async function proposeDates(page: Page, code: string): Promise<void> {
  await visit(page, `/projects/${code}/milestones`)
  const fields = page.locator('#first-dates input[type=date]')
  const count = await fields.count()
  expect(count).toBeGreaterThan(5)
  for (let at = 0; at < count; at++) await fields.nth(at).fill(at === 0 ? today : `${nextYear}-${String(at).padStart(2, '0')}-15`)
  await press(page, '#first-dates form')
  await saved(page)
}

async function approveDates(page: Page, { works: [code] }: Run): Promise<void> {
  await visit(page, '/milestones/approve')
  for (const row of await page
    .locator('tr')
    .filter({ has: page.locator(`a[href="/projects/${code}/milestones"]`) })
    .all())
    await row.locator('input[name="ids[]"]').check()
  await press(page, 'form#approve-dates')
  await expect(page.locator(`a[href="/projects/${code}/milestones"]`)).toHaveCount(0)
}

async function reportMonth(page: Page, code: string): Promise<string> {
  const began = Date.now()
  await visit(page, '/')
  await page.locator(`a[href="/projects/${code}"]`).first().click()
  await page.waitForURL(`**/projects/${code}`)
  await page.locator(`a[href^="/projects/${code}/update"]`).first().click()
  await page.waitForURL(`**/projects/${code}/update**`)
  if (!page.url().includes(dueMonth) && new URL(page.url()).search !== '') await visit(page, `/projects/${code}/update?period=${dueMonth}`)
  await expect(page.locator('[name=period][type=hidden]')).toHaveValue(dueMonth)
  expect(await visibleFields(page)).toBeLessThanOrEqual(10)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await fillMonth(page, '1200')
  await page.locator('input[type=file]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: await picture(page) })
  await expect(page.locator('a[href^="/api/evidence/"], img[src^="/api/evidence/"]').first()).toBeVisible()
  await press(page, 'form.update-form')
  await page.waitForURL(/\/updates\/\d+$/)
  expect(Date.now() - began).toBeLessThan(90_000)
  return numberOf(page)
}

async function fillMonth(page: Page, wan: string): Promise<void> {
  await page.locator('[name=investment]').fill(wan)
  await page.locator('.segments:has([name=step]) label').nth(1).click()
  await page.locator('[name=percent]').fill('35')
  await page.locator('[name=progressText]').fill('主体施工')
  await page.locator('[name=remark]').fill('按计划推进')
}

/** A group of choices counts as one field. */
const visibleFields = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLInputElement>('form.update-form :is(input, select, textarea):not([type=hidden])')]
    const seen = controls.filter(
      (control) => control.type === 'file' || (control.closest('label, .box') ?? control).getClientRects().length > 0,
    )
    return new Set(seen.map((control) => control.name || control.id || control.type)).size
  })

/** A photograph as a phone makes one, as large as the screen. */
const picture = (page: Page) => page.screenshot()

/** j, as often as it takes, until the wanted one is the selected one. */
async function select(page: Page, item: string): Promise<void> {
  await visit(page, '/reviews')
  const selected = page.locator('.queue a[aria-current=true]')
  await expect(page.locator(`.queue a[href*="${item}"]`)).toHaveCount(1)
  for (let presses = 0; presses < 50; presses++) {
    const at = (await selected.getAttribute('href')) ?? ''
    if (at.endsWith(item)) return
    await page.keyboard.press('j')
    await expect(selected).not.toHaveAttribute('href', at)
  }
  throw new Error(`j never comes to ${item}`)
}

async function returnByKeys(page: Page, item: string): Promise<void> {
  await select(page, item)
  await expect(page.locator('.decision a[href^="/api/evidence/"], .decision img[src^="/api/evidence/"]').first()).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.locator('textarea[name=reason]')).toBeFocused()
  await page.keyboard.type('请说明投资构成')
  for (let presses = 0; presses < 20 && !(await page.locator('[name=step][value=return]:focus').count()); presses++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await gone(page, item)
}

async function approveByKeys(page: Page, item: string): Promise<void> {
  await select(page, item)
  await page.keyboard.press('a')
  await gone(page, item)
}

const gone = (page: Page, item: string) => expect(page.locator(`.queue a[href*="${item}"]`)).toHaveCount(0)

async function answerReturn(page: Page): Promise<string> {
  await visit(page, '/')
  await expect(page.locator('.task-late')).toContainText('请说明投资构成')
  await page.locator('.task-late .task-steps a').first().click()
  await page.waitForURL('**/update?**')
  await expect(page.getByText('请说明投资构成').first()).toBeVisible()
  await fillMonth(page, '1234.5')
  await press(page, 'form.update-form')
  await page.waitForURL(/\/updates\/\d+$/)
  return numberOf(page)
}

async function reportMilestone(page: Page, code: string): Promise<string> {
  await visit(page, `/projects/${code}/milestone`)
  await page.locator('.choices a').first().click()
  await page.locator('[name=metOn]').fill(today)
  await press(page, 'form.update-form')
  await page.waitForURL(/\/updates\/\d+$/)
  return numberOf(page)
}

async function tieEnterprise(page: Page, { chain, unit }: Run): Promise<void> {
  await visit(page, `/chains/${chain}`)
  await page.locator('details:has(form [name=isNew]) > summary').click()
  await page.locator('form:has([name=isNew]) [name=organisation]').fill(unit)
  await press(page, 'form:has([name=isNew])')
  await saved(page)
  await expect(page.locator('#enterprises')).toContainText(unit)
}

async function returnOutput(page: Page, { chain }: Run): Promise<string> {
  await visit(page, `/outputs/new?chain=${chain}&quarter=2025Q4`)
  await page.locator('[name=yearToDate]').fill('21000')
  await press(page, 'form.update-form')
  await page.waitForURL(/\/outputs\/\d+$/)
  return numberOf(page)
}

type Totals = { sector: number; chain: number | null; known: number; met: string | null }

async function totals(server: Server, { chain, works: [code] }: Run): Promise<Totals> {
  const who = await settled(server, accountOf(server.accounts, 'leader'))
  const sectors = await (await who.get('/api/v1/sectors')).json()
  const chains = await (await who.get('/api/v1/chains')).json()
  const work = await (await who.get(`/api/v1/projects/${code}`)).json()
  await who.dispose()
  const { output } = chains.items.find(({ id }: { id: string }) => id === chain)
  const { investment } = sectors.items.find(({ id }: { id: string }) => id === 'industry')
  return {
    sector: investment.approved.yuan ?? 0,
    chain: output.yuan,
    known: output.known,
    met: work.milestones[0]?.metOn ?? null,
  }
}

async function moved(server: Server, run: Run, before: Totals): Promise<void> {
  expect(before).toMatchObject({ chain: null, known: 0, met: null })
  expect(await totals(server, run)).toEqual({ sector: before.sector + 12_345_000, chain: 210_000_000, known: 1, met: today })
}

async function whereFrom(page: Page, { chain, locale, works: [code] }: Run, output: string): Promise<void> {
  await visit(page, `/projects/${code}`)
  await expect(page.locator('main')).toContainText('1,234.50')
  await visit(page, '/')
  await page.locator(`a[href^="/chains/${chain}"]`).first().click()
  await page.waitForURL(`**/chains/${chain}**`)
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
  const year = page.locator('#output tr', { has: page.getByText('2025', { exact: true }) })
  await year.locator('summary', { hasText: '2.10' }).click()
  await year.locator('.account[open] .account-links a').click()
  await page.locator('#enterprises summary', { hasText: '2.10' }).click()
  await page.locator(`#enterprises .account[open] a[href="/outputs/${output}"]`).click()
  await page.waitForURL(`**/outputs/${output}`)
  await expect(page.locator('main')).toContainText('21,000')
  await page.goBack()
  await year.locator('summary').first().click()
  const clause = year.locator('.account[open] .clause cite a')
  const quote = (await year.locator('.account[open] q').textContent()) ?? ''
  expect(quote.length).toBeGreaterThan(3)
  await clause.click()
  await page.waitForURL('**/plan?line=**')
  await expect(page.locator('main')).toContainText(quote)
}
