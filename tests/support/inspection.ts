import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { orm } from '../../db/client'
import { approveAnnualPlan, submitAnnualPlan } from '../../db/commands/annual-plans'
import { assignUnit } from '../../db/commands/assignments'
import { approveUpdate } from '../../db/commands/review-updates'
import { moveStage } from '../../db/commands/stages'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { evidencePath } from '../../db/evidence-store'
import { foundFirstAccounts } from '../../db/first-accounts'
import { closeHouse, openHouse } from '../../db/open'
import { plan } from '../../db/plan'
import { organisations, users } from '../../db/schema'
import type { Ctx } from '../../domain/actor'
import { annualPlanInput } from '../../domain/annual-plan'
import { shanghaiDay } from '../../domain/calendar'
import { monthlyInput } from '../../domain/update-input'
import { repo } from '../../scripts/house.mjs'
import { awake, signInAs } from './browser'
import { openLine, type PhoneLine } from './line'
import { type Server, startServer } from './server'
import { type Watch, watch } from './watch'
import { work } from './work'

/** Works of one unit, under construction and on course, as approved before anybody comes to look. */
export const told = { codes: ['P0001', 'P0002'], percent: 80 } as const

/** A county's library on the day before its first round: accounts, one unit's works, their year's plan and their month. */
export type InspectionHouse = { server: Server; line: PhoneLine; close: () => Promise<void> }

export async function inspectionHouse(): Promise<InspectionHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hengdong-data-'))
  const at = new Date().toISOString()
  openHouse({ dir: dataDir, at, today: shanghaiDay(at), demo: false })
  await foundFirstAccounts(dataDir, at)
  const unit = unitOf('owner')
  for (const code of told.codes) tell(code, unit, at)
  closeHouse()
  const server = await startServer({ dataDir })
  const line = await openLine(server.url)
  const close = async () => {
    await line.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { server, line, close }
}

const userNamed = (username: string) => orm().select().from(users).where(eq(users.username, username)).get()!
const unitOf = (username: string): string =>
  orm()
    .select()
    .from(organisations)
    .where(eq(organisations.id, userNamed(username).organisationId))
    .get()!.name

/** Every step by the person who takes it; the money is exactly as far as the year is. */
function tell(code: string, organisation: string, at: string): void {
  const today = shanghaiDay(at)
  const period = today.slice(0, 7)
  const by = (username: string): Ctx => {
    const { id, role, organisationId } = userNamed(username)
    return { actor: { kind: 'user', id, role, organisationId }, at, today, requestId: 'prepared' }
  }
  const since = `${period}-01`
  assignUnit(by('bureau1'), { code, version: work(code).version, kind: 'owner', organisation, fromDay: since })
  moveStage(by('bureau1'), { code, version: work(code).version, to: 'construction', on: since, reason: null })
  const year = today.slice(0, 4)
  const plan = {
    code,
    version: '0',
    year,
    plannedYuan: '12000',
    startMonth: `${year}-01`,
    finishMonth: `${year}-12`,
    documentNo: '东发改1号',
  }
  approveAnnualPlan(by('bureau2'), submitAnnualPlan(by('bureau1'), annualPlanInput.parse(plan)))
  const done = {
    code,
    period,
    investmentBasis: 'year',
    investment: String(1000 * Number(today.slice(5, 7))),
    percent: String(told.percent),
  }
  approveUpdate(by('bureau2'), submitMonthlyUpdate(by('owner'), monthlyInput.parse(done)))
}

/** People at their desks and with their phones, each watched. */
export class Desks {
  private readonly watches: Watch[] = []
  private readonly pages: Page[] = []
  constructor(
    private readonly browser: Browser,
    private readonly server: Server,
  ) {}

  async enter(role: string, index = 0, viewport = { width: 1440, height: 900 }): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.server.url, viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    await context.addCookies([{ name: 'lang', value: 'zh-CN', url: this.server.url }])
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    this.watches.push(await watch(page, this.server.url))
    this.pages.push(page)
    await signInAs(page, this.server, role, index)
    return page
  }

  found = (): string[] => this.watches.flatMap((one) => one.found)

  async leave(): Promise<void> {
    for (const page of this.pages) await page.context().close()
  }
}

export const formNamed = (page: Page, name: string): Locator => page.getByRole('form', { name, exact: true })
export const rowWith = (page: Page, text: string): Locator => page.locator('tr').filter({ hasText: text })

/** Presses the form's button and waits until it has been answered; what was refused fails with its words. */
export async function send(form: Locator): Promise<void> {
  const page = form.page()
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST' && 'next-action' in answer.request().headers())
  await form.locator('[type=submit]').click()
  await answered
  await expect(page.locator('form[aria-busy=true]')).toHaveCount(0)
  expect(await page.locator('[data-answer].said-late').allTextContents()).toEqual([])
}

/** A link, as it is pressed, and the page it leads to. */
export async function follow(link: Locator): Promise<void> {
  const page = link.page()
  const before = page.url()
  await link.click()
  await page.waitForURL((url) => url.href !== before)
  await awake(page)
}

/** A small form behind a button. */
export async function openSheet(scope: Page | Locator, text: string): Promise<void> {
  await scope.locator('summary.sheet-button', { hasText: text }).click()
}

export const attach = async (form: Locator, name: string): Promise<void> => {
  await form.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer: await cameraPicture(name.length) })
  await expect(form.locator('.evidence-file')).toHaveCount(1)
}

/** A photograph as a camera writes it: which one it was, and where it stood. */
export async function cameraPicture(seed: number): Promise<Buffer> {
  const background = { r: (53 * seed) % 255, g: 120, b: (91 * seed) % 255 }
  const exif = { IFD0: { Make: 'TestCamera' }, IFD3: { GPSLatitude: '27/1 7/1 0/1', GPSLatitudeRef: 'N' } }
  return sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .withExif(exif)
    .jpeg()
    .toBuffer()
}

/** What the server has, read from its files beside it: rows that must be there once, and one event for each. */
export function kept({ dataDir }: Server) {
  const db = new Database(join(dataDir, 'library.db'), { readonly: true })
  const count = (sql: string) => db.prepare(sql).pluck().get() as number
  const happened = (action: string) => db.prepare('select count(*) from events where action = ?').pluck().get(action) as number
  const actions = [
    'visit.started',
    'visit.finished',
    'finding.registered',
    'photo.received',
    'rating.given',
    'difference.raised',
    'round.begun',
  ]
  const found = {
    visits: count('select count(*) from visits'),
    finished: count('select count(*) from visits where finished_at is not null'),
    differing: count(`select count(*) from visit_figures where result = 'differs'`),
    findings: count('select count(*) from findings'),
    photos: count('select count(*) from visit_photos where received_at is not null'),
    announced: count('select count(*) from visit_photos'),
    ratings: count('select count(*) from ratings'),
    differences: count('select count(*) from differences'),
    parts: count(`select count(*) from (select sha256 from evidence_links where subject like 'visit:%' or subject like 'finding:%')`),
    events: Object.fromEntries(actions.map((action) => [action, happened(action)])),
  }
  db.close()
  return found
}

/** The photographs of visits and findings as they lie on the server's disk. */
export function photographs({ dataDir }: Server): Buffer[] {
  const db = new Database(join(dataDir, 'library.db'), { readonly: true })
  const sql = `select sha256 from evidence_links where subject like 'visit:%' or (subject like 'finding:%')`
  const hashes = db.prepare(sql).pluck().all() as string[]
  db.close()
  return hashes.map((hash) => readFileSync(evidencePath(dataDir, hash)))
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** A command of the house, as somebody types it on the server. */
export async function npmRun(script: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const shell = process.platform === 'win32'
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', script, '--', ...args], {
    cwd: repo,
    env: { ...process.env, ...env },
    shell,
  })
  return stdout
}

/** Names that stay as they are in every language: of people, units, works, rounds, groups, papers, files, chains. */
export function namesIn({ dataDir }: Server): string[] {
  const db = new Database(join(dataDir, 'library.db'), { readonly: true })
  const columns = [
    'users.name',
    'organisations.name',
    'projects.name',
    'rounds.title',
    'round_groups.name',
    'documents.number',
    'evidence_links.name',
  ]
  const names = columns.flatMap(
    (column) =>
      db
        .prepare(`select ${column} from ${column.split('.')[0]}`)
        .pluck()
        .all() as string[],
  )
  db.close()
  return [...names, ...plan.chains.map(({ name }) => name)].sort((a, b) => b.length - a.length)
}

/** What the interface of an English page says in Chinese, or with a place left open. What people and the plan say is marked as theirs, or a name. */
export async function wrongWords(page: Page, names: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const shown: { text: string; chinese: boolean }[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent?.closest('script, style')) continue
      shown.push({ text: node.textContent ?? '', chinese: parent?.closest('[lang="zh-CN"]') !== null })
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder'])
        shown.push({ text: element.getAttribute(name) ?? '', chinese: element.closest('[lang="zh-CN"]') !== null })
    return shown
  })
  const open = texts.filter(({ text }) => /\{\w+\}|undefined|\[object/.test(text))
  const chinese = texts.filter(
    (one) => !one.chinese && /\p{Script=Han}/u.test(names.reduce((text, name) => text.replaceAll(name, ''), one.text)),
  )
  return [...open, ...chinese].map(({ text }) => text.trim().slice(0, 80))
}
