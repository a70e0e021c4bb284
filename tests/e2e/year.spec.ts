import { test as base, expect, type Page } from '@playwright/test'
import type { ReportState } from '../../domain/duty'
import { fill } from '../../domain/fill'
import { messagesFor } from '../../domain/messages'
import { formatWan, formatYi } from '../../domain/money'
import { visit } from '../support/browser'
import { Desks, formNamed, openSheet, rowWith, send } from '../support/inspection'
import { type Row, recomputedRows, type Sum, sumOf } from '../support/recomputed-locks'
import {
  type Code,
  codes,
  computed,
  decide,
  lastLock,
  lastUpdate,
  lockOver,
  planned,
  report,
  stepOf,
  YearHouse,
} from '../support/year-house'

/** The bureau's year on a library that began empty, with the server's clock going from morning to morning. */
const test = base.extend<object, { house: YearHouse }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern
    async ({}, use) => {
      const house = new YearHouse()
      await house.found()
      await use(house)
      await house.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

const t = messagesFor('zh-CN')
const words = t.months
const year = 2025
const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
const nextMonth = (month: string, day: string): string => {
  const number = Number(month.slice(5))
  return number === 12 ? `${year + 1}-01-${day}` : `${year}-${String(number + 1).padStart(2, '0')}-${day}`
}

/** What each unit's months were like: everything else was on time. P0006 belongs to a unit that cannot report. */
const unusual: Partial<Record<Code, Record<string, ReportState>>> = {
  P0002: { '2025-02': 'late', '2025-09': 'late' },
  P0003: { '2025-03': 'returned' },
  P0004: { '2025-09': 'missing' },
}
const stateOf = (code: Code, month: string): ReportState => (code === 'P0006' ? 'not-due' : (unusual[code]?.[month] ?? 'on-time'))
/** A twelfth of the plan each month; P0005 never says what it spent. */
const toldOf = (code: Code, month: string) => {
  const at = Number(month.slice(5))
  return code === 'P0005' ? { code, period: month, percent: at * 8 } : { code, period: month, wan: (planned[code] / 12) * at }
}

test('a year from its list to the evaluation: September, October and December in the browser, the other months through the same actions over HTTP', async ({
  browser,
  house,
}) => {
  test.setTimeout(240_000)
  const took: string[] = []
  const desks: Desks[] = []
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now()
    const result = await test.step(name, work)
    took.push(`${name} ${((performance.now() - from) / 1000).toFixed(1)}`)
    return result
  }
  /** Everybody comes to a server that was started this morning. */
  const morning = async (day: string) => {
    await desks.at(-1)?.leave()
    const here = new Desks(browser, await house.startOn(day))
    desks.push(here)
    return { bureau: await here.enter('bureau'), second: await here.enter('bureau', 1), owner: await here.enter('owner') }
  }

  await step('first months', async () => {
    await house.startOn('2025-02-02')
    await reportOver(house, '2025-01')
    await closeOver(house, '2025-01')
    await reportOver(house, '2025-02')
    await closeOver(house, '2025-02')
    await reportOver(house, '2025-03')
  })
  await step('plans and list', async () => {
    const { bureau, second } = await morning('2025-04-08')
    await setPlans(house, bureau, second)
    await publishList(bureau, second)
  })
  await step('spring and summer', async () => {
    await closeOver(house, '2025-03')
    for (const month of months.slice(3, 8)) {
      await reportOver(house, month)
      await closeOver(house, month)
      if (month === '2025-06') await adjustPlan(house)
    }
  })
  await step('September', async () => {
    const early = await morning('2025-10-02')
    await reportOver(house, '2025-09', ['P0001', 'P0003', 'P0005'])
    await returnAndAnswer(house, early.second, early.owner)
    const { bureau, second, owner } = await morning('2025-10-15')
    await readReminder(bureau)
    await reportLate(house, owner)
    await seeMatrix(bureau, months.slice(0, 9))
    await lockSeptember(house, bureau, second)
  })
  await step('October', async () => {
    await house.jumpTo('2025-11-03')
    await reportOver(house, '2025-10')
    const { bureau, second, owner } = await morning('2025-11-15')
    await correct(house, owner)
    await reopenSeptember(house, bureau, second)
    await lockHere(house, bureau, second, '2025-10')
  })
  await step('November', async () => {
    await reportOver(house, '2025-11')
    await closeOver(house, '2025-11')
    await reportOver(house, '2025-12')
  })
  await step('the end', async () => {
    const { bureau, second } = await morning('2026-01-15')
    await lockHere(house, bureau, second, '2025-12')
    await lockOver(house, ...[1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`))
    await lockHere(house, bureau, second, String(year))
    await seeMatrix(bureau, months)
  })
  await step('figures', async () => {
    const bureau = await desks.at(-1)!.enter('leader')
    for (const period of [...months, '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2025']) await seeFigures(house, bureau, period)
    await seeFigures(house, bureau, '2025-09', 1)
    await seeComparison(house, bureau, '2025-09@1', '2025-09')
    await seeComparison(house, bureau, '2025Q1', '2025Q4')
  })
  await step('evaluation', async () => {
    const here = desks.at(-1)!
    await evaluate(house, await here.enter('bureau'), await here.enter('bureau', 1))
  })
  expect(desks.flatMap((one) => one.found())).toEqual([])
  expect(house.server.log()).not.toContain('"level":"error"')
  await desks.at(-1)?.leave()
  console.log(`year: ${took.join(' · ')} s`)
})

/** The units' second morning of the month, and the bureau's approval the same day. */
async function reportOver(house: YearHouse, month: string, which: readonly Code[] = onTime(month)): Promise<void> {
  await house.jumpTo(nextMonth(month, month === '2025-10' ? '03' : '02'))
  const numbers: number[] = []
  for (const code of which) numbers.push(await report(house, toldOf(code, month)))
  if (month === '2025-09') return
  for (const [at, id] of numbers.entries())
    if (stateOf(which[at] ?? 'P0001', month) === 'returned') await decide(house, 'second', `update:${id}`, '投资构成说不清，请重报')
    else await decide(house, 'second', `update:${id}`)
}

const onTime = (month: string) => codes.filter((code) => ['on-time', 'returned'].includes(stateOf(code, month)))

/** The fifteenth: who is late reports, one locks, another confirms. */
async function closeOver(house: YearHouse, month: string): Promise<void> {
  await house.jumpTo(nextMonth(month, '15'))
  for (const code of codes.filter((one) => stateOf(one, month) === 'late'))
    await decide(house, 'second', `update:${await report(house, toldOf(code, month))}`)
  await lockOver(house, month)
}

const planFields = (code: Code): Record<string, string> => ({
  plannedYuan: String(planned[code]),
  startMonth: '2025-01',
  finishMonth: '2025-12',
  documentNo: '东发改〔2025〕7号',
})

async function setPlans(house: YearHouse, bureau: Page, second: Page): Promise<void> {
  await visit(bureau, `/projects/P0001/annual-plan?year=${year}`)
  const form = formNamed(bureau, fill(t.facts.planForm, { year }))
  for (const [name, value] of Object.entries(planFields('P0001'))) await form.locator(`[name=${name}]`).fill(value)
  await form.locator('[name=curveShape]').selectOption('own')
  await form.getByText(t.annual.curveOwn, { exact: true }).click()
  for (const at of months.keys()) await form.locator(`[name="curve.${at}"]`).fill(String(1000 * (at + 1)))
  await send(form)
  for (const code of codes.slice(1))
    await house.act('bureau', 'app/projects/[code]/annual-plan sendPlan', {
      code,
      version: '0',
      year: String(year),
      curveShape: code === 'P0002' ? 'even' : '',
      ...planFields(code),
    })
  const plans = house.look<{ id: number }>('select id from annual_plans order by id').map(({ id }) => id)
  await approveHere(second, `annual-plan:${plans[0]}`)
  for (const id of plans.slice(1)) await decide(house, 'second', `annual-plan:${id}`)
}

async function approveHere(page: Page, item: string): Promise<void> {
  await visit(page, `/reviews?item=${item}`)
  await formNamed(page, t.reviews.decide).locator('[name=step][value=approve]').click()
  await expect(page.locator(`.queue a[href*="${item}"]`)).toHaveCount(0)
}

async function publishList(bureau: Page, second: Page): Promise<void> {
  await visit(bureau, `/annual?year=${year}`)
  const form = formNamed(bureau, fill(t.annual.draftTitle, { year }))
  await form.locator('[name=documentNo]').fill('东政发〔2025〕9号')
  await form.locator('[name=day]').fill('2025-04-08')
  await send(form)
  await expect(bureau.getByText(t.annual.ownDraft)).toBeVisible()
  await expect(formNamed(bureau, t.annual.publish)).toHaveCount(0)
  await visit(second, `/annual?year=${year}`)
  await openSheet(second, t.annual.publish)
  await send(formNamed(second, t.annual.publish))
  await expect(second.locator('#lists')).toContainText(t.annual.statusPublished)
  await expect(second.locator('#lists')).toContainText(t.annual.lateMark)
  await visit(second, `/annual/${year}/1`)
  for (const code of codes) await expect(rowWith(second, code)).toContainText(formatWan(planned[code] * 10_000))
}

/** In July P0002 is to bring less; the first plan stays the one it is measured by. */
async function adjustPlan(house: YearHouse): Promise<void> {
  const fields = { ...planFields('P0002'), plannedYuan: '5400', documentNo: '东发改〔2025〕21号', reason: '设备采购推迟到明年' }
  await house.act('second', 'app/projects/[code]/annual-plan sendPlan', { code: 'P0002', version: '1', year: String(year), ...fields })
  const { id } = house.one<{ id: number }>('select max(id) as id from annual_plans')
  await decide(house, 'bureau', `annual-plan:${id}`)
}

async function returnAndAnswer(house: YearHouse, second: Page, owner: Page): Promise<void> {
  const number = (code: Code) => lastUpdate(house, { code, period: '2025-09' })
  for (const code of ['P0001', 'P0005'] as const) await decide(house, 'second', `update:${number(code)}`)
  const returned = number('P0003')
  await visit(second, `/reviews?item=update:${returned}`)
  const form = formNamed(second, t.reviews.decide)
  await form.locator('textarea[name=reason]').fill('形象进度与投资不符')
  await form.locator('[name=step][value=return]').click()
  await expect(second.locator(`.queue a[href*="update:${returned}"]`)).toHaveCount(0)
  await visit(owner, '/projects/P0003/update?period=2025-09')
  await expect(owner.getByText('形象进度与投资不符').first()).toBeVisible()
  await fillMonth(owner, planned.P0003 * 0.75)
  await approveHere(second, `update:${number('P0003')}`)
}

async function fillMonth(page: Page, wan: number, why?: string): Promise<void> {
  const form = page.locator('form.update-form')
  await form.locator('[name=investment]').fill(String(wan))
  await form.locator('[name=remark]').fill('按计划推进')
  if (why) await form.locator('[name=revisionReason]').fill(why)
  await form.locator('[type=submit]:not([name])').first().click()
  await page.waitForURL(/\/updates\/\d+$/)
}

async function readReminder(bureau: Page): Promise<void> {
  await visit(bureau, '/months/late?month=2025-09')
  const panel = bureau.locator('.panel', { hasText: 'P0004' })
  await panel.locator('details summary').click()
  const text = panel.locator('details p')
  for (const said of ['（P0002）', '（P0004）', '2025年9月', '已过截止日']) await expect(text).toContainText(said)
  for (const code of ['P0001', 'P0003', 'P0005', 'P0006']) await expect(panel).not.toContainText(code)
  await expect(panel).toContainText('项目单位经办人')
  await expect(panel.getByRole('button', { name: words.lateCopy })).toBeVisible()
}

/** On the fifteenth, by the owner's own form. */
async function reportLate(house: YearHouse, owner: Page): Promise<void> {
  await visit(owner, '/projects/P0002/update?period=2025-09')
  await fillMonth(owner, planned.P0002 * 0.75)
  const { timing } = house.one<{ timing: string }>(
    'select timing from updates where id = ?',
    lastUpdate(house, { code: 'P0002', period: '2025-09' }),
  )
  expect(timing).toBe('late')
}

/** Shape, colour and a character, and what a screen reader hears. */
async function seeMatrix(page: Page, told: readonly string[]): Promise<void> {
  await visit(page, `/months?year=${year}`)
  for (const code of codes) {
    const row = page.locator('table.matrix tr').filter({ has: page.locator(`a[href="/projects/${code}?part=months#months"]`) })
    const labels = await row.locator('.mark').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''))
    const seen = labels.slice(0, told.length).map((label) => label.split(' ').slice(0, 2).join(' '))
    expect(seen, code).toEqual(told.map((month) => `${month} ${t.labels.reportStates[stateOf(code, month)]}`))
  }
}

/** Read, and touched before it is confirmed: it has to be computed anew. */
async function lockSeptember(house: YearHouse, bureau: Page, second: Page): Promise<void> {
  const late = lastUpdate(house, { code: 'P0002', period: '2025-09' })
  await visit(bureau, '/months/2025-09')
  const check = (name: keyof typeof words.check) => bureau.locator('.lock-checks li', { hasText: words.check[name] })
  await expect(check('missing')).toContainText(/1/)
  await expect(check('waiting')).toContainText(/1/)
  await expect(check('unanswered')).toContainText(words.checkGood)
  await beginHere(house, bureau, '2025-09')
  await expect(bureau.getByText(words.waitsForOther)).toBeVisible()
  await expect(formNamed(bureau, words.confirm)).toHaveCount(0)
  expect(await house.told('bureau', 'app/months/[period] confirm', stepOf(house, '2025-09'))).toContain(t.errors['not-self'])
  await visit(second, '/months/2025-09')
  await decide(house, 'second', `update:${late}`)
  await formNamed(second, words.confirm).locator('[type=submit]').click()
  await expect(second.getByText(fill(t.errors['changed-meanwhile'], { works: 1 }))).toBeVisible()
  expect(lastLock(house, '2025-09').state).toBe('submitted')
  await visit(bureau, '/months/2025-09')
  await send(formNamed(bureau, words.abandon))
  await lockHere(house, bureau, second, '2025-09')
}

async function beginHere(house: YearHouse, page: Page, period: string, begin: string = words.begin): Promise<void> {
  await send(formNamed(page, begin))
  await computed(house, period)
  await visit(page, `/months/${period}`)
  await send(formNamed(page, words.submit))
}

async function lockHere(house: YearHouse, bureau: Page, second: Page, period: string, begin?: string): Promise<void> {
  await visit(bureau, `/months/${period}`)
  await beginHere(house, bureau, period, begin)
  await visit(second, `/months/${period}`)
  await send(formNamed(second, words.confirm))
  await expect(second.getByText(`● ${words.states.confirmed}`)).toBeVisible()
}

async function correct(house: YearHouse, owner: Page): Promise<void> {
  await visit(owner, '/projects/P0001/update?period=2025-09&revise=1')
  await fillMonth(owner, 8800, '监理核减')
  await decide(house, 'second', `update:${lastUpdate(house, { code: 'P0001', period: '2025-09' })}`)
}

async function reopenSeptember(house: YearHouse, bureau: Page, second: Page): Promise<void> {
  await visit(bureau, '/months/2025-09')
  await expect(bureau.getByText(fill(words.later, { later: 1 }))).toBeVisible()
  await openSheet(bureau, words.reopen)
  await formNamed(bureau, words.reopen).locator('textarea').fill('P0001 监理核减 200 万元')
  await send(formNamed(bureau, words.reopen))
  await expect(formNamed(bureau, words.reopenAgree)).toHaveCount(0)
  const { id } = house.one<{ id: number }>('select max(id) as id from lock_reopenings')
  expect(await house.told('bureau', 'app/months/[period] agreeReopening', { id: String(id) })).toContain(t.errors['not-self'])
  await visit(second, '/months/2025-09')
  await send(formNamed(second, words.reopenAgree))
  await lockHere(house, bureau, second, '2025-09', fill(words.beginAgain, { revision: 2 }))
  await expect(rowWith(second, 'P0001').first()).toContainText('8,800.00')
  await visit(second, '/months/2025-09?revision=1')
  await expect(second.getByText(fill(words.earlier, { revision: 1, latest: 2 }))).toBeVisible()
  await expect(rowWith(second, 'P0001').first()).toContainText('9,000.00')
}

type Kept = { at: string; works: number; id: number }
/** A quarter's or year's rows are those of its last month, as of when that was read. */
function momentOf(house: YearHouse, period: string, revision: number | null): Kept {
  const through = months[period.length === 4 ? 11 : Number(period.slice(-1)) * 3 - 1] ?? ''
  const of = (what: string) =>
    house.one<Kept>(
      `select id, at, works from locks where period = ? and state = 'confirmed' and (? is null or revision = ?) order by revision desc limit 1`,
      what,
      revision,
      revision,
    )
  return { ...of(period), at: of(period.length === 7 ? period : through).at }
}

/** Every figure of the lock's page against the raw rows: the county's line, and work by work. */
async function seeFigures(house: YearHouse, page: Page, period: string, revision: number | null = null): Promise<void> {
  const { at, works } = momentOf(house, period, revision)
  const rows = recomputedRows(house, period, at)
  expect(rows, period).toHaveLength(works)
  await page.goto(`/months/${period}${revision ? `?revision=${revision}` : ''}`)
  const [total] = await tableOf(page, words.by.all)
  const sums = {
    [words.planOriginal]: sumOf(rows, (row) => row.planOriginalYuan),
    [words.plan]: sumOf(rows, (row) => row.planYuan),
    [words.yearToDate]: sumOf(rows, (row) => row.yearToDateYuan),
    [words.flow]: sumOf(rows, (row) => row.flowYuan),
  }
  for (const [head, sum] of Object.entries(sums)) expect(total?.[head], `${period} ${head}`).toBe(sumText(sum))
  expect(total?.[words.works]).toBe(String(works))
  const shown = (await tableOf(page, words.worksInLock)).slice(0, codes.length)
  expect(shown.map(shownRow), period).toEqual(rows.slice(0, codes.length).map(wantedRow))
}

const sumText = ({ works, yuan, known }: Sum): string =>
  yuan === null ? '—' : `${known < works ? '≥ ' : ''}${formatYi(yuan)} ${fill(t.common.coverage, { known, all: works })}`

const shownRow = (cells: Record<string, string>) => [
  cells[t.projects.code],
  cells[words.plan],
  cells[words.yearToDate],
  cells[words.flow],
  cells[words.reports],
]
const wantedRow = ({ code, planYuan, yearToDateYuan, flowYuan, reportState }: Row) => [
  code,
  formatWan(planYuan),
  formatWan(yearToDateYuan),
  formatWan(flowYuan),
  t.labels.reportStates[reportState as ReportState],
]

/** A table's rows by its heads, as they read. */
function tableOf(page: Page, caption: string): Promise<Record<string, string>[]> {
  return page.locator('table', { has: page.locator('caption', { hasText: new RegExp(`^${caption}$`) }) }).evaluate((table) => {
    const heads = [...table.querySelectorAll('thead th')].map((head) => head.firstChild?.textContent ?? '')
    const text = (cell: Element) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()
    return [...table.querySelectorAll('tbody tr')].map((row) =>
      Object.fromEntries([...row.children].map((cell, at) => [heads[at] ?? '', text(cell)])),
    )
  })
}

/** Nothing entered or left: what was, and what changed, make what is, in every line and by the raw rows. */
async function seeComparison(house: YearHouse, page: Page, from: string, to: string): Promise<void> {
  const rowsOf = (side: string) => {
    const [period = '', revision] = side.split('@')
    return recomputedRows(house, period, momentOf(house, period, revision ? Number(revision) : null).at)
  }
  const [before, after] = [rowsOf(from), rowsOf(to)]
  await page.goto(`/compare?from=${from}&to=${to}`)
  const lines = await page
    .locator('table.bridge')
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())))
  const measures = { planYuan: (row: Row) => row.planYuan, yearToDateYuan: (row: Row) => row.yearToDateYuan }
  for (const [name, of] of Object.entries(measures)) {
    const [was, is] = [sumOf(before, of), sumOf(after, of)]
    const line = lines.find(([head]) => head?.startsWith(words.measures[name as keyof typeof measures]))
    const [yuan, known] = [(is.yuan ?? 0) - (was.yuan ?? 0), is.known - was.known]
    const change =
      yuan === 0 && known === 0
        ? '0.00'
        : `${yuan > 0 ? '+' : ''}${formatYi(yuan)}${known === 0 ? '' : ` (${known > 0 ? '+' : ''}${known})`}`
    const side = (sum: Sum) => (sum.known === 0 ? '—' : `${formatYi(sum.yuan)} (${sum.known})`)
    expect(line?.slice(1), `${from} ${to} ${name}`).toEqual([side(was), '—', '—', change, side(is)])
  }
  const moved = after.filter((row, at) => row.yearToDateYuan !== before[at]?.yearToDateYuan)
  expect(moved.length).toBeGreaterThan(0)
  for (const { code } of moved) await expect(page.locator('.changed-works > li', { hasText: code })).toHaveCount(1)
}

/** The plan is over: what it brought, and what nobody ever reported. */
async function evaluate(house: YearHouse, bureau: Page, second: Page): Promise<void> {
  await visit(bureau, '/evaluation')
  const form = formNamed(bureau, t.evaluation.draftTitle)
  await form.locator('[name=kind]').selectOption('final')
  await form.locator('[name=year]').selectOption(String(year))
  await send(form)
  await bureau.waitForURL(/\/evaluation\/\d+$/)
  const at = new URL(bureau.url()).pathname
  const { never } = house.one<{ never: number }>(
    `select count(*) as never from projects p where p.stage <> 'withdrawn'
     and not exists (select 1 from updates u where u.project_id = p.id and u.status = 'approved')`,
  )
  const { all } = house.one<{ all: number }>('select count(*) as "all" from projects')
  const count = (counted: number) => fill(t.evaluation.of, { known: counted, all })
  await expect(rowWith(bureau, t.evaluation.gaps.report)).toContainText(count(never))
  await expect(rowWith(bureau, t.evaluation.things['annual-plans'])).toContainText(count(codes.length))
  await visit(bureau, at)
  await send(formNamed(bureau, t.evaluation.propose))
  await expect(formNamed(bureau, t.evaluation.issue)).toHaveCount(0)
  await visit(second, at)
  await formNamed(second, t.evaluation.issue).locator('[name=signer]').fill('审签人')
  await send(formNamed(second, t.evaluation.issue))
  await expect(second.locator('main')).toContainText(t.evaluation.sha256)
}
