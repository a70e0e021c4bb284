import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { plan } from '../../db/plan'
import type { FieldPackage } from '../../domain/field-package'
import { expect } from '../support/browser'
import { demoCopy } from '../support/demo'
import { peopleTest as test } from '../support/people'
import { type Server, startServer } from '../support/server'
import { addressOf, look, subjectsOf } from '../support/subjects'

/** Firms and offices that exist: their names may not stand beside an invented figure. */
const real = [
  ...new Set([
    ...plan.boxes.flatMap(({ items }) => items.flatMap(({ owner }) => owner ?? [])),
    ...plan.chains.flatMap(({ firms }) => firms.map(({ name }) => name)),
    ...['湖南机油泵', '东健', '聚味堂', '恒建', '丰食园', '创大', '和富', '盛和', '旭达', '清泉供水', '湘泵'],
  ]),
]

test('the accounts of the demonstration stand in its file, two and more a role, with nothing to change first', ({ demo }) => {
  const file = join(demo.dataDir, 'demo-accounts.txt')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const count = (role: string) => demo.accounts.filter((account) => account.role === role).length
  for (const role of ['bureau', 'supervisor', 'leader', 'admin', 'auditor']) expect(count(role), role).toBeGreaterThanOrEqual(2)
  expect(demo.accounts.every(({ role }) => ['owner', 'bureau', 'supervisor', 'leader', 'admin', 'auditor'].includes(role))).toBe(true)
  const { units } = look<{ units: number }>(
    demo,
    `select count(distinct u.organisation_id) as units from users u join assignments a on a.organisation_id = u.organisation_id
     where u.role = 'owner' and u.must_change_password = 0 and a.to_day is null`,
  )
  expect(units).toBeGreaterThanOrEqual(3)
})

const work = '/projects/{work}'
const read = {
  stranger: ['/plan', '/plan/boxes/3-1', '/sign-in', '/nowhere'],
  owner: [
    ...['/', '/projects', work, `${work}/update`, `${work}/fact-sheet`, '/outputs/new', '/chains', '/sectors', '/conditions', '/account'],
    ...['/findings', '/findings/{finding}', '/visits/{visit}', '/ratings/{rating}', '/materials/{site}', '/bulletins/{bulletin}/extract'],
  ],
  bureau: [
    ...[
      '/',
      '/projects',
      '/projects/matrix',
      '/projects/new',
      `${work}/edit`,
      '/census',
      '/milestones',
      '/milestones/approve',
      '/conditions',
    ],
    ...[
      '/reviews',
      '/updates/{update}',
      '/outputs/{output}',
      '/chains',
      '/sectors',
      '/sectors/industry',
      '/sectors/industry/3-1',
      '/admin/organisations',
    ],
  ],
  supervisor: [
    ...['/', '/projects', '/inspections', '/inspections/{round}', '/inspections/{sealedRound}', '/inspections/{round}/works/{work}'],
    ...['/inspections/{drawnRound}/draw', '/inspections/{round}/notice', '/inspections/{sealedRound}/scope', '/findings', '/differences'],
    ...['/bulletins', '/bulletins/{bulletin}', '/bulletins/{draftBulletin}'],
  ],
  leader: ['/', '/chains', '/bulletins/compare', '/differences/agreement'],
  admin: ['/', '/admin/users', '/admin/organisations', '/audit'],
  auditor: ['/', '/audit', '/audit?verify=1'],
} as const

test('every page says 演示数据, and none that needs a sign-in names a real firm', async ({ demo, people }) => {
  test.setTimeout(180_000)
  const subjects = subjectsOf(demo)
  const found: string[] = []
  for (const [role, patterns] of Object.entries(read) as [keyof typeof read, readonly string[]][])
    for (const pattern of patterns) found.push(...(await wrongWords(people[role], addressOf(pattern, subjects))))
  expect(found).toEqual([])
})

test('no work, chain, sector or list of the demonstration names a real firm', async ({ demo, people }) => {
  test.setTimeout(180_000)
  const { works } = look<{ works: number }>(demo, 'select count(*) as works from projects')
  const listed = await (await people.bureau.get('/api/v1/projects?limit=200')).json()
  expect(listed.items).toHaveLength(works)
  const found: string[] = []
  const addresses = [
    ...listed.items.map(({ code }: { code: string }) => `/projects/${code}?part=all`),
    ...plan.chains.map(({ id }) => `/chains/${id}`),
    ...[
      '/projects?cursor=',
      '/api/v1/projects?limit=200',
      '/api/v1/chains',
      '/api/v1/sectors',
      ...listed.items.slice(0, 12).map(({ code }: { code: string }) => `/api/v1/projects/${code}`),
    ],
  ]
  for (const address of addresses) found.push(...(await wrongWords(people.bureau, address)))
  expect(found).toEqual([])
})

test('no paper of the demonstration names a real firm', async ({ demo, people }) => {
  const subjects = subjectsOf(demo)
  for (const pattern of ['/inspections/{round}/notice/page', '/bulletins/{bulletin}/page', '/bulletins/{draftBulletin}/page']) {
    const page = await (await people.supervisor.get(addressOf(pattern, subjects))).text()
    expect(page).toContain('演示')
    expect([pattern, ...real.filter((name) => page.includes(name))]).toEqual([pattern])
  }
})

test('what is taken along from the demonstration says that it is one, names no real firm, and how often each work was visited', async ({
  demo,
  people,
}) => {
  const text = await (await people.supervisor.get(`/api/field/package?round=${subjectsOf(demo).round}`)).text()
  const taken = JSON.parse(text) as FieldPackage
  expect(taken.demo).toBe(true)
  expect(taken.works.some(({ visits }) => visits > 0)).toBe(true)
  expect(real.filter((name) => text.includes(name))).toEqual([])
})

test('the plan itself keeps its text, with the names it names', async ({ people }) => {
  const page = await (await people.stranger.get('/plan/boxes/3-1')).text()
  for (const { owner } of plan.boxes.find(({ id }) => id === '3-1')?.items ?? []) if (owner) expect(page).toContain(owner)
})

test('a demonstration is not begun over a real library, nor a real library over a demonstration', async () => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'hengdong-data-'))
  const copy = await demoCopy()
  try {
    await (await startServer({ dataDir: folder })).stop()
    await expect(startServer({ dataDir: folder, demo: true })).rejects.toThrow(/演示/)
    await expect(startServer({ dataDir: folder, env: { DEMO_TODAY: '2025-10-16' } })).rejects.toThrow(/DEMO_TODAY/)
    await expect(startServer({ dataDir: copy.folder })).rejects.toThrow(/演示/)
    await unharmed(await startServer({ dataDir: folder }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
    copy.remove()
  }
})

async function unharmed(library: Server): Promise<void> {
  expect(look<{ n: number }>(library, 'select count(*) as n from updates').n).toBe(0)
  expect(library.accounts.map(({ role }) => role)).toContain('bureau')
  await library.stop()
}

/** What an answer says that it should not, or does not say that it should. */
async function wrongWords(who: APIRequestContext, address: string): Promise<string[]> {
  const answer = await who.get(address)
  const text = await answer.text()
  const isPlan = address.startsWith('/plan')
  const isPage = !address.startsWith('/api/')
  const named = isPlan ? [] : real.filter((name) => text.includes(name)).map((name) => `${address}: ${name} · ${around(text, name)}`)
  const mark = /演示数据/.test(text.replaceAll(/<script[\s\S]*?<\/script>/g, ''))
  return [
    ...named,
    ...(isPage && !mark ? [`${address}: does not say 演示数据`] : []),
    ...(answer.status() >= 500 ? [`${address}: ${answer.status()}`] : []),
  ]
}

const around = (text: string, name: string) =>
  text.slice(Math.max(0, text.indexOf(name) - 60), text.indexOf(name) + 60).replaceAll(/\s+/g, ' ')
