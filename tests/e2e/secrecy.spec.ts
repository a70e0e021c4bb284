import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from '../support/browser'
import { peopleTest as test } from '../support/people'
import { accountOf, type Server } from '../support/server'
import { subjectsOf } from '../support/subjects'

/** What a project unit may know of the others: nothing by name, and no sum that lets one be worked out. */
const chains = ['machinery', 'cuisine', 'tourism', 'chemicals', 'nonferrous', 'food', 'building', 'supply-chain', 'digital']
const pages = [
  ...[
    '/',
    '/projects',
    '/projects?sort=name',
    '/projects?q=演示',
    '/projects/matrix',
    '/chains',
    '/sectors',
    '/sectors/water',
    '/sectors/industry',
    '/conditions',
  ],
  ...['/findings', '/findings?show=all', '/bulletins'],
  ...['/conditions/new', '/outputs/new', '/account', ...chains.map((id) => `/chains/${id}`)],
]

const all = <Row>(server: Server, sql: string, ...values: unknown[]): Row[] => {
  const library = new Database(join(server.dataDir, 'library.db'), { readonly: true })
  try {
    return library.prepare(sql).all(...values) as Row[]
  } finally {
    library.close()
  }
}

const ownCodes = (server: Server): string[] =>
  all<{ code: string }>(
    server,
    `select distinct p.code from projects p join assignments a on a.project_id = p.id join users u on u.organisation_id = a.organisation_id
     where u.username = ? and a.to_day is null and a.kind in ('owner', 'responsible')`,
    accountOf(server.accounts, 'owner').username,
  ).map(({ code }) => code)

test('a unit’s pages speak of its own works, and of no other enterprise', async ({ demo, people }) => {
  const own = [...ownCodes(demo), ...asked(demo)]
  const firms = all<{ name: string }>(
    demo,
    `select distinct o.name from organisations o join chain_enterprises c on c.organisation_id = o.id
     where o.id not in (select organisation_id from users where username = ?)`,
    accountOf(demo.accounts, 'owner').username,
  ).map(({ name }) => name)
  expect(firms.length).toBeGreaterThan(10)
  const found: string[] = []
  for (const page of pages) {
    const answer = await people.owner.get(page)
    const html = await answer.text()
    expect([page, answer.status()]).toEqual([page, 200])
    const others = [...new Set(html.match(/\bP\d{4}\b/g) ?? [])].filter((code) => !own.includes(code))
    const named = firms.filter((name) => new RegExp(`${name}(?![一二三四五六七八九十])`).test(html))
    if (others.length + named.length > 0) found.push(`${page}: ${[...others, ...named].slice(0, 8).join(' ')}`)
  }
  expect(found).toEqual([])
})

/** Works of others about which the unit was asked something: their identity it may know. */
const asked = (server: Server): string[] =>
  all<{ code: string }>(
    server,
    `select distinct p.code from conditions c join projects p on p.id = c.project_id join users u on u.organisation_id = c.asked_of_id where u.username = ?`,
    accountOf(server.accounts, 'owner').username,
  ).map(({ code }) => code)

test('counts and totals are of one’s own works only', async ({ demo, people }) => {
  const own = ownCodes(demo)
  const listed = await (await people.owner.get('/api/v1/projects?limit=200')).json()
  expect(listed.total).toBe(own.length)
  expect(listed.items.map(({ code }: { code: string }) => code).sort()).toEqual([...own].sort())
  const sectors = await (await people.owner.get('/api/v1/sectors')).json()
  expect(sectors.items.reduce((sum: number, { works }: { works: number }) => sum + works, 0)).toBe(own.length)
  for (const filter of ['owner=none', 'stage=unknown', 'light=red', 'report=none', 'q=工程']) {
    const answer = await (await people.owner.get(`/api/v1/projects?${filter}&limit=200`)).json()
    expect(answer.items.every(({ code }: { code: string }) => own.includes(code))).toBe(true)
    expect(answer.total).toBe(answer.items.length)
  }
})

test('a unit is told of a chain only what a locked month published of three enterprises or more, and the leader sees all of it', async ({
  demo,
  people,
}) => {
  type Chain = {
    id: string
    output: { yuan: number | null; known: number; unknown: number; published: string | null; source: { kind: string } | null }
  }
  const told = (await (await people.owner.get('/api/v1/chains')).json()).items as Chain[]
  const whole = (await (await people.leader.get('/api/v1/chains')).json()).items as Chain[]
  expect(whole.filter(({ output }) => output.yuan !== null && output.published === null).length).toBeGreaterThan(0)
  const published = (id: string, period: string) =>
    all<{ yuan: number; known: number; unknown: number }>(
      demo,
      `select t.output_yuan as yuan, t.output_known as known, t.output_unknown as unknown from lock_totals t join locks l on l.id = t.lock_id
       where l.state = 'confirmed' and l.kind = 'month' and l.period = ? and t.dimension = 'chain' and t.key = ?`,
      period,
      id,
    )
  for (const { id, output } of told) {
    if (output.published === null) expect([id, output.yuan, output.known, output.unknown]).toEqual([id, null, 0, 0])
    else {
      expect(published(id, output.published)).toContainEqual({ yuan: output.yuan, known: output.known, unknown: output.unknown })
      expect(output.source?.kind === 'statistics' ? output.known + output.unknown : output.known).toBeGreaterThanOrEqual(3)
    }
  }
})

test('a cursor, a sort or a filter of somebody else’s list shows nothing of it', async ({ demo, people }) => {
  const own = ownCodes(demo)
  const { next } = await (await people.bureau.get('/api/v1/projects?sort=-approved&limit=5')).json()
  const answer = await (await people.owner.get(`/api/v1/projects?sort=-approved&limit=200&cursor=${next}`)).json()
  expect(answer.items.every(({ code }: { code: string }) => own.includes(code))).toBe(true)
  const { work, update, output } = subjectsOf(demo)
  const refused = await Promise.all([`/api/v1/projects/${work}`].map((path) => people['other owner'].get(path)))
  const missing = await people['other owner'].get('/api/v1/projects/P9999')
  for (const one of refused) expect(await one.json()).toEqual(await missing.json())
  for (const path of [`/updates/${update}`, `/outputs/${output}`, `/projects/${work}`])
    expect((await people['other owner'].get(path)).status()).toBe(404)
})

test('a sealed round is told to nobody, in no list, log, sheet or form', async ({ demo, people }) => {
  const { sealedRound } = subjectsOf(demo)
  const [round] = all<{ title: string }>(demo, 'select title from rounds where id = ?', Number(sealedRound))
  const title = round?.title ?? ''
  expect(await (await people.supervisor.get('/inspections')).text()).toContain(title)
  const listing = ['/', '/inspections', '/inspections/repeat-draw', '/findings', '/findings/export', '/bulletins', '/differences']
  const read = {
    ...{ owner: ['/', '/findings', '/bulletins', '/projects'], 'other owner': ['/', '/findings'], bureau: listing, leader: listing },
    ...{ admin: ['/', '/audit'], auditor: ['/', '/audit', '/audit?topic=round', `/audit?subject=round:${sealedRound}`] },
  }
  const found: string[] = []
  for (const [caller, addresses] of Object.entries(read) as [keyof typeof read, string[]][])
    for (const address of addresses) {
      const answer = await people[caller].get(address)
      expect([caller, address, answer.status()]).toEqual([caller, address, 200])
      const text = await answer.text()
      if (text.includes(title) || text.includes(`/inspections/${sealedRound}"`)) found.push(`${caller} ${address}`)
    }
  expect(found).toEqual([])
})
