// npm run pictures: takes the pictures of README anew (docs/pictures), from a demonstration made for the purpose.
// DATA_DIR names a demonstration that is there already, and is not running.
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { build, checkNode, install, repo, serverEnv, spawnServer, whenHealthy } from './house.mjs'

const folder = join(repo, 'docs/pictures')
const port = Number(process.env.PORT || 3900)
const base = `http://localhost:${port}`
const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const mostBytes = 200_000

/** Whose page, at which address, and how wide. */
const pictures = [
  { name: 'home-leader', who: 'leader1', path: '/' },
  { name: 'home-owner', who: 'owner11', path: '/', view: phone },
  { name: 'update', who: 'owner11', path: '/projects/P0031/update', view: phone },
  { name: 'projects', who: 'bureau1', path: '/projects' },
  { name: 'project', who: 'bureau1', path: '/projects/P0031' },
  { name: 'reviews', who: 'bureau2', path: '/reviews' },
  { name: 'census', who: 'bureau1', path: '/census' },
  { name: 'chains', who: 'leader1', path: '/chains' },
  { name: 'chain', who: 'leader1', path: '/chains/machinery' },
  { name: 'sectors', who: 'leader1', path: '/sectors' },
  { name: 'plan', who: null, path: '/plan' },
  { name: 'audit', who: 'auditor1', path: '/audit?action=update.approved' },
  { name: 'round', who: 'supervisor1', path: () => `/inspections/${roundOf('2025Q3')}` },
  { name: 'draw', who: 'leader1', path: () => `/inspections/${roundOf('2025Q2')}/draw` },
  { name: 'finding', who: 'supervisor1', path: '/findings/2025Q2-004' },
  {
    name: 'bulletin',
    who: 'leader1',
    path: () => `/bulletins/${one("select id from bulletins where state = 'issued' order by id desc limit 1")}`,
  },
  { name: 'annual', who: 'bureau1', path: '/annual' },
  { name: 'months', who: 'bureau1', path: '/months' },
  { name: 'compare', who: 'leader1', path: '/compare?from=2025-06&to=2025-08' },
  { name: 'funds', who: 'bureau1', path: '/funds' },
  {
    name: 'dispatch',
    who: 'leader1',
    path: () => `/dispatches/${one("select id from dispatches where state = 'issued' order by id desc limit 1")}`,
  },
  { name: 'timeline', who: 'leader1', path: '/timeline' },
  { name: 'towns', who: 'leader1', path: '/towns' },
  { name: 'import', who: 'bureau1', path: '/imports/new', before: pasteLedger },
  { name: 'field', who: 'supervisor1', path: () => `/field?round=${roundOf('2025Q3')}`, view: phone },
  {
    name: 'field-work',
    who: 'supervisor1',
    path: () => `/field?round=${roundOf('2025Q3')}`,
    view: phone,
    open: '.field-work a, main li a, main a',
  },
]

checkNode()
await install()
await build()
const { chromium } = await import('@playwright/test')
const { default: sharp } = await import('sharp')
const { default: Database } = await import('better-sqlite3')

const dataDir = process.env.DATA_DIR || mkdtempSync(join(tmpdir(), 'hengdong-pictures-'))
const server = spawnServer(serverEnv({ dataDir, host: '127.0.0.1', port, demo: true }), ['ignore', 'ignore', 'inherit'])
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
  env: { ...process.env, LANGUAGE: 'zh_CN' },
})
try {
  await whenHealthy(`http://127.0.0.1:${port}`, 900, () => server.exitCode)
  mkdirSync(folder, { recursive: true })
  for (const picture of pictures) await take(picture, passwords())
} finally {
  await browser.close()
  server.kill('SIGTERM')
  if (server.exitCode === null) await once(server, 'exit')
  if (!process.env.DATA_DIR) rmSync(dataDir, { recursive: true, force: true })
}

/** Sign-in name → password, as the demonstration wrote them down. */
function passwords() {
  const lines = readFileSync(join(dataDir, 'demo-accounts.txt'), 'utf8').trim().split('\n')
  return new Map(lines.map((line) => line.split('\t').slice(1)))
}

async function take({ name, who, path, view = wide, open, before }, known) {
  const context = await browser.newContext({ viewport: view, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  if (who) await signIn(page, who, known.get(who))
  await page.goto(base + (typeof path === 'function' ? path() : path))
  await page.waitForLoadState('networkidle')
  if (before) await before(page)
  if (open) await page.locator(open).first().click()
  const file = join(folder, `${name}.png`)
  writeFileSync(file, await small(await page.screenshot()))
  console.log(`${file.slice(repo.length + 1)}  ${Math.round(statSync(file).size / 1000)} kB`)
  await context.close()
}

async function signIn(page, username, password) {
  if (!password) throw new Error(`no account ${username} in the demonstration`)
  await page.goto(`${base}/sign-in`)
  await page.locator('[name=username]').fill(username)
  await page.locator('[name=password]').fill(password)
  await page.locator('form:has([name=password]) [type=submit]').click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** A town's table as it came: title, two units, a sum, a name nobody knows. */
async function pasteLedger(page) {
  const names = some(`select name from projects p where stage = 'construction' and not exists
    (select 1 from updates u where u.project_id = p.id and u.period = '2025-09' and u.status in ('submitted', 'approved')) order by code limit 4`)
  const rows = names.map((name, at) => `${at + 1}\t${name}\t${3 + at}.2\t约${800 + 150 * at}`)
  const cells = [
    '2025年9月项目进展情况表',
    '序号\t项目名称\t总投资（亿元）\t本年累计完成投资（万元）',
    ...rows,
    '5\t某某道路改造\t0.6\t120',
    '合计\t\t\t4820',
  ]
  await page.locator('[name=cells]').fill(cells.join('\n'))
  await page.locator('form:has([name=cells]) [type=submit]').click()
  await page.waitForURL((url) => /^\/imports\/\d+$/.test(url.pathname))
  await page.locator('[name=sender]').fill('某镇')
  await page.locator('[name=note]').fill('乡镇台账原文，金额为约数')
  await page.locator('form:has([name=sender]) [type=submit]').last().click()
  await page.locator('.import-says').first().waitFor({ timeout: 60_000 })
}

/** Rounds have ids of their own in every demonstration. */
function roundOf(quarter) {
  return one(`select id from rounds where kind = 'quarterly' and quarter = '${quarter}'`)
}

function one(sql) {
  return some(sql)[0]
}

function some(sql) {
  const library = new Database(join(dataDir, 'library.db'), { readonly: true })
  try {
    return library.prepare(sql).pluck().all()
  } finally {
    library.close()
  }
}

/** A palette is enough for a page of text; fewer colours until it fits. */
async function small(png) {
  for (const colours of [256, 128, 64, 32]) {
    const packed = await sharp(png).png({ palette: true, colours, effort: 10 }).toBuffer()
    if (packed.length <= mostBytes) return packed
  }
  throw new Error('the picture stays too large')
}
