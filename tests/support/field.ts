import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { asc, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { orm } from '../../db/client'
import { foundFirstAccounts } from '../../db/first-accounts'
import { closeHouse, openHouse } from '../../db/open'
import { projects, users } from '../../db/schema'
import { shanghaiDay } from '../../domain/calendar'
import { openLine, type PhoneLine } from './line'
import { type Server, startServer } from './server'
import { addMember, roundOf } from './visits'

/** A real server with a round of so many works, both supervisors in its team, and the line to it that can be cut. */
export type FieldHouse = { server: Server; line: PhoneLine; round: number; codes: string[]; close: () => Promise<void> }

export async function fieldHouse(works: number): Promise<FieldHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hengdong-data-'))
  const at = new Date().toISOString()
  openHouse({ dir: dataDir, at, today: shanghaiDay(at), demo: false })
  await foundFirstAccounts(dataDir, at)
  const codes = orm()
    .select({ code: projects.code })
    .from(projects)
    .orderBy(asc(projects.code))
    .limit(works)
    .all()
    .map(({ code }) => code)
  const team = orm().select().from(users).where(eq(users.role, 'supervisor')).all()
  const people = team.map(({ id, organisationId }) => ({ kind: 'user', role: 'supervisor', id, organisationId }) as const)
  const round = roundOf(codes, { by: people[0]! })
  for (const person of people) addMember(round, person)
  closeHouse()
  const server = await startServer({ dataDir })
  const line = await openLine(server.url)
  const close = async () => {
    await line.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { server, line, round, codes, close }
}

/** What the server has, read from its file: every count is of things that must be there once. */
export function recorded({ server }: Pick<FieldHouse, 'server'>) {
  const db = new Database(join(server.dataDir, 'library.db'), { readonly: true })
  const count = (sql: string) => db.prepare(sql).pluck().get() as number
  const found = {
    visits: count('select count(*) from visits'),
    finished: count('select count(*) from visits where finished_at is not null'),
    figures: count('select count(*) from visit_figures'),
    findings: count('select count(*) from findings'),
    photos: count('select count(*) from visit_photos where received_at is not null'),
    announced: count('select count(*) from visit_photos'),
  }
  db.close()
  return found
}

/** `/field?round=`: fetches the works and waits until the list stands. */
export async function takeAlong(page: Page, url: string, round: number, works: number): Promise<void> {
  await page.goto(`${url}/field?round=${round}`)
  await expect(page.locator('.field-work')).toHaveCount(works)
  // The worker keeps the shell from now on.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 20))
  })
}

export async function startVisit(page: Page, code: string): Promise<void> {
  await page.locator('.field-work').filter({ hasText: code }).getByRole('link').click()
  await page.locator('[data-start]').click()
  await expect(page.locator('[data-finish]')).toBeVisible()
}

type Result = 'agrees' | 'differs' | 'seen' | 'unchecked'
export const answer = (page: Page, figure: string, result: Result): Promise<void> =>
  page.locator(`[data-figure="${figure}"] .segments label:has([value=${result}])`).click()

/** Another value than the one that was said; where nothing was said, the value that is seen. */
export async function differs(page: Page, figure: string, value: string, why = ''): Promise<void> {
  const box = page.locator(`[data-figure="${figure}"]`)
  await answer(page, figure, (await box.locator('[value=differs]').count()) > 0 ? 'differs' : 'seen')
  const control = box.locator('[id$="-value"]')
  if ((await control.evaluate(({ tagName }) => tagName)) === 'SELECT') await control.selectOption(value)
  else await control.fill(value)
  if (why) await box.locator('[id$="-why"]').fill(why)
}

export async function rate(page: Page, place: number, reason: string): Promise<void> {
  await page.locator('fieldset:has(#rating-level) .segments label').nth(place).click()
  await page.locator('#rating-reason').fill(reason)
}

export async function addFinding(page: Page, facts: string, category = 'safety'): Promise<void> {
  const before = await page.locator('[data-finding]').count()
  await page.locator('[data-add-finding]').click()
  const box = page.locator('[data-finding]').nth(before)
  await box.locator('select').selectOption(category)
  await box.locator('.segments label').nth(1).click()
  await box.locator('textarea').fill(facts)
}

/** Pictures as a camera makes them: large, each its own, with notes about the place inside. */
export async function addPhotos(page: Page, count: number): Promise<void> {
  const before = await page.locator('[data-photo]').count()
  const files = await Promise.all(Array.from({ length: count }, (_, index) => picture(before + index)))
  await page.locator('.field-pick input').nth(1).setInputFiles(files)
  await expect(page.locator('[data-photo] img')).toHaveCount(before + count, { timeout: 30_000 })
}

async function picture(seed: number) {
  const noise = { create: { width: 2600, height: 1900, channels: 3 as const, background: { r: (40 * seed) % 255, g: 120, b: 80 } } }
  const exif = { IFD0: { Make: 'TestCamera' }, IFD3: { GPSLatitude: '27/1 7/1 0/1', GPSLatitudeRef: 'N' } }
  const grain = { type: 'gaussian' as const, mean: 128, sigma: 20 }
  const texture = await sharp({ create: { width: 2600, height: 1900, channels: 3, background: '#888', noise: grain } })
    .png()
    .toBuffer()
  const buffer = await sharp(noise)
    .composite([{ input: texture, blend: 'overlay' }])
    .withExif(exif)
    .jpeg()
    .toBuffer()
  return { name: `现场${seed}.jpg`, mimeType: 'image/jpeg', buffer }
}

/** Everything typed has reached the device. */
export const kept = (page: Page): Promise<void> => expect(page.locator('[data-keeping=kept]')).toBeVisible()

export async function finishVisit(page: Page): Promise<void> {
  await page.locator('[data-finish]').click()
  await page.locator('[role=alertdialog] .button-main').click()
  await expect(page).toHaveURL(/#\/outbox$/)
}

/** The banner says that nothing is left on this device alone. */
export const allReceived = (page: Page): Promise<void> => expect(page.locator('[data-banner=good]')).toBeVisible({ timeout: 60_000 })
