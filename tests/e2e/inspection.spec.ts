import { join } from 'node:path'
import { test as base, type Download, expect, type Locator, type Page } from '@playwright/test'
import { fill } from '../../domain/fill'
import { messagesFor } from '../../domain/messages'
import { alarmsIn, alarmsTold, servedAgainOn } from '../support/away'
import { visit } from '../support/browser'
import { demoCopy } from '../support/demo'
import { addFinding, allReceived, differs, finishVisit, rate, startVisit, takeAlong, kept as typedKept } from '../support/field'
import {
  attach,
  cameraPicture,
  Desks,
  follow,
  formNamed,
  type InspectionHouse,
  inspectionHouse,
  kept,
  namesIn,
  npmRun,
  openSheet,
  photographs,
  rowWith,
  send,
  sha256Of,
  told,
  wrongWords,
} from '../support/inspection'
import { partsOf } from '../support/paper'
import { parseXml, textOf } from '../support/paper-xml'
import { closePhones, newProfile, openPhone } from '../support/phone'
import { recomputedAlarms } from '../support/recomputed-alarms'
import { type Account, accountOf, type Server } from '../support/server'
import { overflow } from '../support/watch'

/** Two quarters of inspection by the people who do them, each at their own device, on a library that had no round yet. */
const test = base.extend<object, { house: InspectionHouse }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern
    async ({}, use) => {
      const house = await inspectionHouse()
      await use(house)
      await house.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
test.afterEach(closePhones)

const t = messagesFor('zh-CN')
const words = t.rounds
const day = (more = 0) => new Date(Date.now() + (8 * 3600 + more * 86_400) * 1000).toISOString().slice(0, 10)
const quarterFrom = (today: string, more: number) => {
  const at = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3) + more
  return `${Math.floor(at / 4)}Q${(at % 4) + 1}`
}
const [first, second] = [quarterFrom(day(), 0), quarterFrom(day(), 1)]
const [site = '', good = ''] = told.codes
const facts = { closed: '基坑临边没有防护', open: '用地手续不全' }

test('two quarters: draw, notice, a visit without a network, rectification by four eyes, a bulletin that stays, and what is carried over', async ({
  browser,
  house,
}) => {
  test.setTimeout(240_000)
  const { server } = house
  const took: string[] = []
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now()
    const result = await test.step(name, work)
    took.push(`${name} ${((performance.now() - from) / 1000).toFixed(1)}`)
    return result
  }
  const desks = new Desks(browser, server)
  const [a, b] = [await desks.enter('supervisor'), await desks.enter('supervisor', 1)]
  const owner = await desks.enter('owner', 0, { width: 390, height: 844 })
  const [bureau, otherBureau] = [await desks.enter('bureau'), await desks.enter('bureau', 1)]

  const round = await step('round', () => openRound(a))
  const drawn = await step('draw', () => drawSome(a, round))
  await step('team', () => nameTeam(a, round))
  await step('notice', () => sendNotice(a, round))
  await step('repeat', () => repeatDraw(b, drawn))
  const material = await step('materials', () => handInMaterial(owner))

  await step('field', () => goOut(house, round))
  await step('exactly once', () => everythingOnce(house))

  const number = await step('assign', () => assignFindings(a, round))
  await step('rectify', () => rectify(owner, number))
  await step('send back', () => sendBack(a, number))
  await step('again', () => requestClosure(owner, number, '护栏已补齐，附照片'))
  await step('close', () => close(b, number))
  const rating = await step('rating', () => answerRating(owner))
  const seen = await step('differences', () => settleDifferences(bureau))

  const bulletin = await step('draft', () => draftBulletin(a, round))
  await step('not by the first', () => cannotIssue(a, bulletin))
  await step('issue', () => issue(b, bulletin, first))
  const before = await step('files', () => filesOf(b, bulletin))
  await step('correction', () => correctMonth(owner, otherBureau))
  await step('unchanged', async () => expect(await filesOf(b, bulletin)).toEqual(before))
  await step('verify', () => verifies(house, before.head))

  const next = await step('next round', () => nextRound(a, round))
  const later = await step('next bulletin', () => nextBulletin(a, b, next))
  await step('compared', () => compared(b, bulletin, later))
  await step('English', () =>
    inEnglish(b, server, [...places(round, number), ...places(next, number), `/bulletins/${bulletin}`, material, rating, seen]),
  )
  expect(desks.found()).toEqual([])
  expect(server.log()).not.toContain('"level":"error"')
  await desks.leave()
  console.log(`inspection: ${took.join(' · ')} s`)
})

async function openRound(page: Page): Promise<number> {
  await visit(page, '/inspections')
  await follow(page.locator('a[href="/inspections/new"]').first())
  await page.locator('[name=fromDay]').fill(day())
  await page.locator('[name=toDay]').fill(day(4))
  await expect(page.locator('[name=quarter]')).toHaveValue(first)
  await send(page.locator('main form'))
  await page.waitForURL(/\/inspections\/\d+\/scope$/)
  const id = Number(new URL(page.url()).pathname.split('/')[2])
  await formNamed(page, words.scope.named).locator('textarea').fill(told.codes.join('\n'))
  await send(formNamed(page, words.scope.named))
  await expect(page.locator('.round-assign tbody tr')).toHaveCount(told.codes.length)
  await page.locator('[name=rules][value=every-sector]').check()
  await follow(page.getByRole('button', { name: words.scope.preview }))
  const added = await page.locator('.round-preview tbody tr').count()
  expect(added).toBeGreaterThan(0)
  await send(page.locator('form:has(input[name=how][value=rules])'))
  await expect(page.locator('.round-assign tbody tr')).toHaveCount(told.codes.length + added)
  return id
}

type Drawn = { path: string; codes: string[] }

async function drawSome(page: Page, round: number): Promise<Drawn> {
  await visit(page, `/inspections/${round}/draw`)
  await send(formNamed(page, words.draw.commit))
  const freeze = formNamed(page, words.draw.freeze)
  await expect(page.getByText(words.draw.seedHidden)).toBeVisible()
  await freeze.locator('[name=count]').fill('4')
  await freeze.locator('[name=stratify]').selectOption('sector')
  await send(freeze)
  await send(formNamed(page, words.draw.run))
  const codes = await page.locator('.draw-result li .small').allTextContents()
  expect(codes).toHaveLength(4)
  const download = await downloaded(page.getByRole('link', { name: words.draw.file }))
  const path = join((await download.path()).replace(/[^/\\]*$/, ''), `draw-${round}.json`)
  await download.saveAs(path)
  await visit(page, `/inspections/${round}/scope`)
  for (const code of codes) await expect(rowWith(page, code)).toHaveCount(1)
  return { path, codes }
}

async function downloaded(link: Locator): Promise<Download> {
  const download = link.page().waitForEvent('download')
  await link.click()
  return download
}

async function nameTeam(page: Page, round: number): Promise<void> {
  await visit(page, `/inspections/${round}/team`)
  const groups = formNamed(page, words.team.groups)
  await groups.locator('[name="groups.0.name"]').fill('第一组')
  await page.getByRole('button', { name: words.team.group.add }).click()
  await groups.locator('[name="groups.1.name"]').fill('第二组')
  await send(groups)
  const members = formNamed(page, words.team.members)
  const people = [
    { name: '督查员甲', duty: 'leader', group: '第一组', username: 'supervisor1' },
    { name: '督查员乙', duty: 'leader', group: '第二组', username: 'supervisor2' },
    { name: '资料员丙', duty: 'clerk', group: '', username: '' },
  ]
  for (const [index, { name, duty, group, username }] of people.entries()) {
    const field = (key: string) => members.locator(`[name="members.${index}.${key}"]`)
    await field('name').fill(name)
    await field('unit').fill('县政府督查室')
    await field('duty').selectOption(duty)
    if (group) await field('groupId').selectOption({ label: group })
    await field('username').fill(username)
  }
  await send(members)
  await follow(page.locator(`nav a[href="/inspections/${round}"], .crumbs a[href="/inspections/${round}"]`).first())
  await expect(page.locator('main')).toContainText('督查员乙')
  await visit(page, `/inspections/${round}/scope`)
  for (const row of await page.locator('.round-assign tbody tr').all()) {
    const own = told.codes.includes(((await row.locator('td').first().textContent()) ?? '') as (typeof told.codes)[number])
    await row.locator('select').selectOption({ label: own ? '第一组' : '第二组' })
    if (own) await row.locator('input[type=date]').fill(day())
  }
  await send(formNamed(page, words.scope.assign))
}

async function sendNotice(page: Page, round: number): Promise<void> {
  await visit(page, `/inspections/${round}`)
  await openSheet(page, words.materials.change)
  const asked = formNamed(page, words.materials.change)
  await asked.locator('textarea').fill('施工许可证\n最近一期监理月报')
  await asked.locator('[name=materialsDueOn]').fill(day(1))
  await send(asked)
  await follow(page.getByRole('link', { name: words.next.notify }))
  await expect(page.locator('.paper')).toContainText('最近一期监理月报')
  await send(formNamed(page, words.notice.send))
  await expect(formNamed(page, words.notice.send)).toHaveCount(0)
  const word = await downloaded(page.getByRole('link', { name: words.notice.word }))
  expect(await documentText(word)).toContain('督查')
}

async function repeatDraw(page: Page, { path, codes }: Drawn): Promise<void> {
  await visit(page, '/inspections/repeat-draw')
  await page.locator('input[type=file]').setInputFiles(path)
  await expect(page.locator('textarea[name=file]')).toHaveValue(/seedHash/)
  await send(page.locator('main form:has(textarea[name=file])'))
  await expect(page.locator('.said-good', { hasText: words.repeat.whole })).toBeVisible()
  expect(await page.locator('.draw-result li').allTextContents()).toEqual(codes)
  expect((await npmRun('draw', [path])).trim().split('\n')).toEqual(codes)
}

async function handInMaterial(page: Page): Promise<string> {
  await visit(page, '/')
  await follow(page.locator('a[href^="/materials/"]').first())
  const form = formNamed(page, fill(words.materials.handInOf, { name: '施工许可证' }))
  await attach(form, '许可证.jpg')
  await form.locator('textarea').fill('原件在项目部')
  await send(form)
  await expect(page.locator('.material-given')).toContainText('原件在项目部')
  expect(await overflow(page)).toEqual([])
  return new URL(page.url()).pathname
}

/** On a phone whose network is gone: everything is kept through the end of the browser, and arrives with the network. */
async function goOut({ server, line }: InspectionHouse, round: number): Promise<void> {
  const profile = newProfile()
  const phone = await openPhone(profile.folder)
  const inspector = accountOf(server.accounts, 'supervisor')
  await phone.page.goto(`${line.url}/sign-in`)
  await signInHere(phone.page, inspector, `${line.url}/`)
  await phone.page.goto(`${line.url}/inspections/${round}`)
  await phone.page.getByRole('link', { name: words.next.takeAlong }).click()
  await phone.page.waitForURL(/\/field/)
  await expect(phone.page.locator('.field-work')).toHaveCount(told.codes.length)
  await takeAlong(phone.page, line.url, round, told.codes.length)

  await line.cut()
  await phone.page.goto(`${line.url}/field`)
  await seeProgress(phone.page)
  const address = phone.page.url()
  await phone.kill()

  const again = await openPhone(profile.folder)
  await again.page.goto(address)
  await everythingThere(again.page)
  await finishVisit(again.page)
  await again.page.goto(`${line.url}/field#/`)
  await startVisit(again.page, good)
  await rate(again.page, 0, '进度与上报一致，组织有序')
  await finishVisit(again.page)
  await expect(again.page.locator('[data-state=device]')).toHaveCount(10)
  await again.kill()

  const third = await openPhone(profile.folder)
  await third.page.goto(`${line.url}/field#/outbox`)
  await expect(third.page.locator('[data-state=device]')).toHaveCount(10)
  await expect(third.page.locator('[data-banner=slow]')).toContainText('只在本机：10 项')
  expect(kept(server).visits).toBe(0)
  await line.mend()
  await third.page.evaluate(() => window.dispatchEvent(new Event('online')))
  // A browser that is killed so soon has not written down that somebody signed in: once more, and nothing is lost.
  const asked = third.page.locator('a[href^="/sign-in"]')
  await expect(asked.or(third.page.locator('[data-banner=good]')).first()).toBeVisible({ timeout: 30_000 })
  if (await asked.isVisible()) {
    await asked.click()
    await signInHere(third.page, inspector, /\/field/)
  }
  await allReceived(third.page)
  await expect(third.page.locator('[role=status][data-banner]')).toContainText(/服务器 \d\d:\d\d 已收到/)
  await third.close()
  profile.remove()
}

async function signInHere(page: Page, { username, password }: Account, next: string | RegExp): Promise<void> {
  await page.locator('[name=username]').fill(username)
  await page.locator('[name=password]').fill(password)
  await page.locator('form:has([name=password]) [type=submit]').click()
  await page.waitForURL(next)
}

async function seeProgress(page: Page): Promise<void> {
  await startVisit(page, site)
  await differs(page, 'stage', 'paused', '现场无人施工')
  await differs(page, 'percent', '60', '主体只到二层')
  await differs(page, 'investment', '4321')
  await page.locator('#people-value').fill('0')
  await addFinding(page, facts.closed)
  await addFinding(page, facts.open, 'land')
  const pictures = await Promise.all([1, 2, 3, 4].map(async (seed) => ({ name: `现场${seed}.jpg`, buffer: await cameraPicture(seed) })))
  await page
    .locator('.field-pick input')
    .nth(1)
    .setInputFiles(pictures.map((one) => ({ ...one, mimeType: 'image/jpeg' })))
  await expect(page.locator('[data-photo] img')).toHaveCount(4)
  await page.locator('[data-photo] select').first().selectOption({ index: 2 })
  await rate(page, 2, '现场停工，与上报不符')
  await page.locator('#words').fill('大门敞开，塔吊未运行')
  await page.locator('#present').fill('王工，李工')
  await typedKept(page)
}

async function everythingThere(page: Page): Promise<void> {
  await expect(page.locator('#words')).toHaveValue('大门敞开，塔吊未运行')
  await expect(page.locator('#present')).toHaveValue('王工，李工')
  await expect(page.locator('#rating-reason')).toHaveValue('现场停工，与上报不符')
  await expect(page.locator('#stage-value')).toHaveValue('paused')
  await expect(page.locator('#percent-value')).toHaveValue('60')
  await expect(page.locator('#investment-value')).toHaveValue('4321')
  await expect(page.locator('[data-finding] textarea').nth(0)).toHaveValue(facts.closed)
  await expect(page.locator('[data-finding] textarea').nth(1)).toHaveValue(facts.open)
  await expect(page.locator('[data-photo] img')).toHaveCount(4)
}

async function everythingOnce({ server }: InspectionHouse): Promise<void> {
  const once = { visits: 2, finished: 2, differing: 3, findings: 2, photos: 4, announced: 4, ratings: 2, differences: 3, parts: 4 }
  const events = {
    'visit.started': 2,
    'visit.finished': 2,
    'finding.registered': 2,
    'photo.received': 4,
    'rating.given': 2,
    'difference.raised': 3,
    'round.begun': 1,
  }
  expect(kept(server)).toEqual({ ...once, events })
  const arrived = photographs(server)
  const sent = await Promise.all([1, 2, 3, 4].map(cameraPicture))
  expect(sent.every((bytes) => bytes.includes('TestCamera'))).toBe(true)
  for (const bytes of arrived) expect([bytes.includes('TestCamera'), bytes.includes('Exif')]).toEqual([false, false])
  expect(new Set(arrived.map(sha256Of)).size).toBe(4)
  expect(sent.map(sha256Of).filter((hash) => arrived.map(sha256Of).includes(hash))).toEqual([])
}

/** Both findings are put to the unit; the number of the first. */
async function assignFindings(page: Page, round: number): Promise<string> {
  const numbers: string[] = []
  for (const fact of [facts.closed, facts.open]) {
    await visit(page, `/inspections/${round}`)
    await follow(rowWith(page, fact).locator('a[href^="/findings/"]').first())
    await send(formNamed(page, t.findings.assign))
    await expect(page.locator('main')).toContainText(t.labels.findingStates.assigned)
    numbers.push(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  }
  expect(numbers).toEqual([`${first}-001`, `${first}-002`])
  return numbers[0] ?? ''
}

async function rectify(page: Page, number: string): Promise<void> {
  await visit(page, '/')
  await follow(page.locator(`a[href="/findings/${number}"]`).first())
  await send(formNamed(page, t.findings.acknowledge))
  const plan = formNamed(page, t.findings.plan)
  await plan.locator('textarea').fill('三天内装好护栏，安全员负责')
  await send(plan)
  await send(formNamed(page, t.findings.start))
  await requestClosure(page, number, '护栏已装')
}

async function requestClosure(page: Page, number: string, said: string): Promise<void> {
  await visit(page, `/findings/${number}`)
  const form = formNamed(page, t.findings.request)
  await form.locator('textarea').fill(said)
  await attach(form, `${said}.jpg`)
  await send(form)
  await expect(page.locator('main')).toContainText(t.labels.findingStates['closure-requested'])
  expect(await overflow(page)).toEqual([])
}

async function sendBack(page: Page, number: string): Promise<void> {
  await visit(page, '/')
  await follow(page.locator(`a[href="/findings/${number}"]`).first())
  await openSheet(page, t.findings.sendBack)
  const form = formNamed(page, t.findings.sendBack)
  await form.locator('textarea').fill('北侧仍缺两段')
  await form.locator('[name=dueOn]').fill(day(7))
  await send(form)
  await expect(page.locator('main')).toContainText(t.labels.findingStates['sent-back'])
  await expect(page.locator('main')).toContainText(day(7))
}

async function close(page: Page, number: string): Promise<void> {
  await visit(page, '/')
  await follow(page.locator(`a[href="/findings/${number}"]`).first())
  await send(formNamed(page, t.findings.close))
  await expect(page.locator('main')).toContainText(t.labels.findingStates.closed)
  await expect(page.locator('.happened')).toContainText('北侧仍缺两段')
}

async function answerRating(page: Page): Promise<string> {
  await visit(page, '/')
  await follow(page.locator('a[href^="/ratings/"]').first())
  const form = formNamed(page, t.seen.rating.form)
  await form.locator('textarea').fill('因雨停工三天，已复工，月底前补回进度')
  await send(form)
  await expect(form).toHaveCount(0)
  await expect(page.locator('main')).toContainText('因雨停工三天')
  expect(await overflow(page)).toEqual([])
  return new URL(page.url()).pathname
}

/** The stage is kept with a reason; a figure of the month is to be corrected. */
async function settleDifferences(page: Page): Promise<string> {
  await visit(page, '/')
  await follow(page.locator('a[href="/differences"]').first())
  const rows = page.locator('.register tbody tr')
  await expect(rows).toHaveCount(3)
  const seen = (await rows.first().locator('a[href^="/visits/"]').getAttribute('href')) ?? ''
  await decide(rows.filter({ has: page.locator('strong', { hasText: /^60/ }) }), 'ask-revision', '请按现场核定数更正')
  await expect(rows).toHaveCount(2)
  await decide(rows.filter({ hasText: t.labels.stages.paused }), 'keep', '临时停工三天，阶段不变')
  await expect(rows).toHaveCount(1)
  return seen
}

async function decide(row: Locator, outcome: string, reason: string): Promise<void> {
  await openSheet(row, t.seen.differences.act)
  await row.locator(`label:has([value=${outcome}])`).click()
  await row.locator('textarea').fill(reason)
  await send(row.locator('form'))
}

async function draftBulletin(page: Page, round: number): Promise<number> {
  await visit(page, `/inspections/${round}`)
  await openSheet(page, words.steps.end)
  await send(formNamed(page, words.steps.end))
  await follow(page.getByRole('link', { name: words.next.bulletin }))
  await send(page.locator('form.bulletin-round'))
  await page.waitForURL(/\/bulletins\/\d+$/)
  const texts = formNamed(page, t.bulletins.textsTitle)
  await texts.locator('[name=overall]').fill('多数项目按计划推进，个别项目停工。')
  const choices = page.locator('.bulletin-choice')
  await choices.filter({ hasText: good }).locator('.tick').click()
  await choices.filter({ hasText: facts.open }).locator('.tick').click()
  await choices.filter({ hasText: facts.open }).locator('input[type=text]').fill('限期复工')
  await texts.locator('[name="requirements.0.words"]').fill('停工项目月底前复工')
  await texts.locator('[name="requirements.0.dueOn"]').fill(day(20))
  await send(texts)
  await send(formNamed(page, t.bulletins.propose))
  await expect(page.locator('main')).toContainText(t.bulletins.waitsTitle)
  return Number(new URL(page.url()).pathname.split('/').at(-1))
}

async function cannotIssue(page: Page, id: number): Promise<void> {
  await visit(page, `/bulletins/${id}`)
  await expect(page.locator('main')).toContainText(t.bulletins.waitsLead)
  await expect(formNamed(page, t.bulletins.issueTitle)).toHaveCount(0)
}

async function issue(page: Page, id: number, quarter: string): Promise<void> {
  await visit(page, '/bulletins')
  await follow(page.locator(`a[href="/bulletins/${id}"]`))
  const form = formNamed(page, t.bulletins.issueTitle)
  await form.locator('[name=signer]').fill('周县长')
  await send(form)
  await expect(form).toHaveCount(0)
  await expect(page.locator('main')).toContainText(`${quarter}-通报-1`)
}

type Files = { word: string; page: string; head: string }

/** The two files as they come now; what they say is looked at each time. */
async function filesOf(page: Page, id: number): Promise<Files> {
  await visit(page, `/bulletins/${id}`)
  const [sha256 = '', head = ''] = await page.locator('.bulletin-kept code').allTextContents()
  const title = (await page.locator('h1').textContent()) ?? ''
  const download = await downloaded(page.getByRole('link', { name: t.bulletins.word }))
  const bytes = await bytesOf(download)
  expect(sha256Of(bytes)).toBe(sha256)
  const text = await documentText(download)
  for (const said of [title, '周县长', facts.open, '限期复工', '停工项目月底前复工']) expect(text).toContain(said)
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: t.bulletins.page }).click()
  const paper = await opened
  await paper.waitForLoadState()
  await expect(paper.locator('body')).toContainText(title)
  await expect(paper.locator('body')).toContainText(head.slice(0, 16))
  const html = await (await page.request.get(`/bulletins/${id}/page`)).body()
  await paper.close()
  return { word: sha256, page: sha256Of(html), head }
}

/** A fact of the bulletin is corrected: the unit's revision, as the bureau asked, approved by another. */
async function correctMonth(owner: Page, bureau: Page): Promise<void> {
  await visit(owner, '/')
  await follow(owner.locator(`a[href^="/projects/${site}/update?period="]`).first())
  await owner.locator('[name=percent]').fill('60')
  await owner.locator('[name=investment]').fill('4321')
  await owner.locator('[name=revisionReason]').fill('按督查核定数更正')
  await owner.locator('form.update-form [type=submit]:not([name])').first().click()
  await owner.waitForURL(/\/updates\/\d+$/)
  const item = `update:${new URL(owner.url()).pathname.split('/').at(-1)}`
  await visit(bureau, `/reviews?item=${item}`)
  await bureau.keyboard.press('a')
  await expect(bureau.locator(`.queue a[href*="${item}"]`)).toHaveCount(0)
}

async function verifies({ server }: InspectionHouse, head: string): Promise<void> {
  const said = await npmRun('audit:verify', ['--head', head], { DATA_DIR: server.dataDir })
  expect(said).toMatch(/events, head [0-9a-f]{64}, whole/)
  expect(said).toMatch(new RegExp(`head ${head}: .*event \\d+, .*the chain is whole up to it`))
}

/** The next quarter begins with what was left open. */
async function nextRound(page: Page, before: number): Promise<number> {
  await visit(page, `/inspections/${before}`)
  await send(formNamed(page, words.steps.rectify))
  await visit(page, '/inspections/new')
  await page.locator('[name=quarter]').fill(second)
  await page.locator('[name=title]').fill('下一季度重大项目督查')
  await page.locator('[name=fromDay]').fill(day(1))
  await page.locator('[name=toDay]').fill(day(3))
  await send(page.locator('main form'))
  await page.waitForURL(/\/inspections\/\d+\/scope$/)
  const id = Number(new URL(page.url()).pathname.split('/')[2])
  const left = formNamed(page, words.scope.left)
  await expect(left).toContainText(facts.open)
  await expect(left).not.toContainText(facts.closed)
  await send(left)
  await expect(rowWith(page, site)).toHaveCount(1)
  await visit(page, `/inspections/${id}`)
  await expect(rowWith(page, facts.open)).toContainText(words.carried)
  await visit(page, `/inspections/${before}`)
  await send(formNamed(page, words.steps.close))
  await expect(page.locator('main')).toContainText(t.labels.roundStates.closed)
  return id
}

async function nextBulletin(a: Page, b: Page, round: number): Promise<number> {
  await visit(a, `/inspections/${round}/team`)
  const members = formNamed(a, words.team.members)
  await members.locator('[name="members.0.name"]').fill('督查员乙')
  await members.locator('[name="members.0.unit"]').fill('县政府督查室')
  await members.locator('[name="members.0.duty"]').selectOption('leader')
  await send(members)
  await visit(a, `/inspections/${round}/notice`)
  await send(formNamed(a, words.notice.send))
  await visit(a, `/inspections/${round}`)
  await send(formNamed(a, words.steps.begin))
  await openSheet(a, words.steps.end)
  await send(formNamed(a, words.steps.end))
  await follow(a.getByRole('link', { name: words.next.bulletin }))
  await send(a.locator('form.bulletin-round'))
  await a.waitForURL(/\/bulletins\/\d+$/)
  await send(formNamed(a, t.bulletins.propose))
  const id = Number(new URL(a.url()).pathname.split('/').at(-1))
  await issue(b, id, second)
  return id
}

async function compared(page: Page, before: number, after: number): Promise<void> {
  await visit(page, '/bulletins')
  await follow(page.getByRole('link', { name: t.bulletins.compare }))
  await expect(page.locator('select[name=a]')).toHaveValue(String(before))
  await expect(page.locator('select[name=b]')).toHaveValue(String(after))
  await expect(page.locator('main')).toContainText(t.bulletins.compareFigures)
  await expect(page.locator('.panel', { hasText: t.bulletins.leftRound }).last()).toContainText(good)
}

const places = (round: number, number: string): string[] => [
  '/',
  '/inspections',
  `/inspections/${round}`,
  `/inspections/${round}/scope`,
  `/inspections/${round}/draw`,
  `/inspections/${round}/team`,
  `/inspections/${round}/works/${site}`,
  '/inspections/repeat-draw',
  '/findings',
  `/findings/${number}`,
  '/findings/new',
  '/differences?show=closed',
  '/differences/agreement',
  '/bulletins',
  '/bulletins/compare',
]

async function inEnglish(page: Page, server: Server, addresses: string[]): Promise<void> {
  const names = namesIn(server)
  // What was said in Chinese a moment ago.
  await page.context().clearCookies({ name: 'flash' })
  await page.context().addCookies([{ name: 'lang', value: 'en', url: new URL(page.url()).origin }])
  const left: string[] = []
  for (const address of new Set(addresses)) {
    await page.goto(address)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    left.push(...(await wrongWords(page, names)).map((text) => `${address}: ${text}`))
  }
  expect(left).toEqual([])
}

async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** All the words of a Word file. */
async function documentText(download: Download): Promise<string> {
  return textOf(parseXml(partsOf(await bytesOf(download))['word/document.xml'] ?? ''))
}

test('a server that was off for forty days says on its first start what the calendar said, day by day', async () => {
  test.setTimeout(500_000)
  const copy = await demoCopy()
  const [left, back] = ['2025-10-16', '2025-11-25']
  const before = await servedAgainOn(copy.folder, left)
  expect(alarmsIn(before.sqlite)).toEqual(recomputedAlarms(before.sqlite, left))
  const stood = new Set(alarmsIn(before.sqlite))
  before.close()
  const after = await servedAgainOn(copy.folder, back)
  const said = alarmsIn(after.sqlite)
  expect(said).toEqual(recomputedAlarms(after.sqlite, back))
  expect(alarmsTold(after.sqlite)).toEqual(said)
  const missed = said.filter((alarm) => !stood.has(alarm)).map((alarm) => alarm.split(' ')[2] ?? '')
  expect(missed.length).toBeGreaterThan(3)
  expect(missed.every((on) => on > left && on <= back)).toBe(true)
  expect(new Set(missed).size).toBeGreaterThan(2)
  after.close()
  copy.remove()
})
