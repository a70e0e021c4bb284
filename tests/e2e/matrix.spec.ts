import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { repo } from '../../scripts/house.mjs'
import { actionNamed } from '../support/actions'
import { expect } from '../support/browser'
import { upload } from '../support/http'
import { areaPages } from '../support/pages'
import type { Row } from '../support/pages/page-rows'
import { callers, type People, peopleTest as test } from '../support/people'
import { addressOf, eventsOf, type Subjects, subjectsOf } from '../support/subjects'

/** Who may look where, written by hand from the permissions the county was promised (not from the program's own). */

// `in` = sent to the sign-in, `home` = sent home. {work}, {update}, {output}, … belong to the owner's unit.
const everybody = '200 200 200 200 200 200 200 200'
const signedInPeople = 'in 200 200 200 200 200 200 200'
const readers = 'in 200 200 200 200 200 403 403'
const ownAndReaders = 'in 200 404 200 200 200 403 403'
const ownAndBureau = 'in 200 404 200 403 403 403 403'
const bureauOnly = 'in 403 403 200 403 403 403 403'
const supervisorOnly = 'in 403 403 403 200 403 403 403'
// Rounds that are known: read by the bureau and the leaders, kept by the supervisors; one that is sealed is there for these alone.
const rounds = 'in 403 403 200 200 200 403 403'
const sealed = 'in 403 403 404 200 404 403 403'
const adminOnly = 'in 403 403 403 403 403 200 403'

const pages: readonly Row[] = [
  ['/', signedInPeople],
  ['/sign-in', '200 home home home home home home home'],
  ['/account', signedInPeople],
  ['/account/password', signedInPeople],
  ['/about', signedInPeople],
  ['/plan', everybody],
  ['/plan/boxes/3-1', everybody],
  ['/plan/chains', everybody],
  ['/plan/chapter-10', everybody],
  ['/plan/indicators', everybody],
  ['/plan/places', everybody],
  ['/plan/register', everybody],
  ['/plan/targets', everybody],
  ['/projects', readers],
  ['/projects/matrix', readers],
  ['/projects/new', bureauOnly],
  ['/projects/{work}', ownAndReaders],
  ['/projects/{work}?part=all', ownAndReaders],
  ['/projects/{work}?part=cellar', ownAndReaders],
  ['/projects/{work}/update', ownAndBureau],
  ['/projects/{work}/milestone?id={milestone}', ownAndBureau],
  ['/projects/{work}/milestones', ownAndBureau],
  ['/projects/{work}/completion', ownAndBureau],
  ['/projects/{work}/fact-sheet', ownAndBureau],
  ['/projects/{work}/annual-plan', ownAndBureau],
  ['/projects/{work}/edit', bureauOnly],
  ['/census', bureauOnly],
  ['/milestones', bureauOnly],
  ['/milestones/approve', bureauOnly],
  ['/conditions', 'in 200 200 200 200 200 403 403'],
  ['/conditions/new?project={work}', 'in 200 200 200 403 403 403 403'],
  ['/reviews', bureauOnly],
  ['/updates/{update}', ownAndReaders],
  ['/outputs/{output}', ownAndReaders],
  // Whoever names another's unit gets the choice among their own.
  ['/outputs/new?chain={chain}&organisation={outputUnit}', 'in 200 200 200 403 403 403 403'],
  ['/chains', readers],
  ['/chains/{chain}', readers],
  ['/sectors', readers],
  ['/sectors/water', readers],
  ['/sectors/water/5-1', readers],
  ['/inspections', rounds],
  ['/inspections/new', supervisorOnly],
  ['/inspections/repeat-draw', rounds],
  ['/inspections/{round}', rounds],
  ['/inspections/{sealedRound}', sealed],
  ['/inspections/{round}/scope', supervisorOnly],
  ['/inspections/{sealedRound}/scope', supervisorOnly],
  ['/inspections/{round}/team', supervisorOnly],
  ['/inspections/{round}/draw', rounds],
  ['/inspections/{sealedRound}/draw', sealed],
  ['/inspections/{round}/notice', rounds],
  // No notice is ever sent of an unannounced round.
  ['/inspections/{sealedRound}/notice', 'in 403 403 404 404 404 403 403'],
  ['/inspections/{round}/works/{work}', ownAndReaders],
  ['/inspections/{sealedRound}/works/{work}', 'in 404 404 404 200 404 403 403'],
  ['/materials/{site}', ownAndReaders],
  ['/visits/{visit}', ownAndReaders],
  ['/ratings/{rating}', ownAndReaders],
  ['/differences', rounds],
  ['/differences/agreement', rounds],
  ['/findings', readers],
  ['/findings/new', supervisorOnly],
  ['/findings/{finding}', ownAndReaders],
  // Nobody's but the inspectors' and their readers' until it is put to a unit.
  ['/findings/{unassigned}', 'in 404 404 200 200 200 403 403'],
  ['/bulletins', readers],
  // A unit reads what the bulletin says of its own works, and not the bulletin.
  ['/bulletins/{bulletin}', rounds],
  ['/bulletins/{draftBulletin}', sealed],
  ['/bulletins/compare', rounds],
  ['/bulletins/{bulletin}/extract', 'in 200 200 403 403 403 403 403'],
  ['/bulletins/{draftBulletin}/extract', 'in 404 404 403 403 403 403 403'],
  ['/admin/users', adminOnly],
  ['/admin/users/new', adminOnly],
  ['/admin/users/{user}', adminOnly],
  ['/admin/organisations', 'in 403 403 200 403 403 200 403'],
  ['/admin/organisations/{organisation}', 'in 403 403 200 403 403 200 403'],
  ['/audit', 'in 403 403 403 403 403 200 200'],
  ...areaPages.flatMap((area) => area.pages),
]

const routes: readonly Row[] = [
  ['/healthz', everybody],
  ['/api/auth/session', everybody],
  ['/api/v1/plan', everybody],
  ['/api/v1/openapi.json', everybody],
  ['/api/v1/projects', '401 200 200 200 200 200 403 403'],
  ['/api/v1/projects/{work}', '401 200 404 200 200 200 403 403'],
  ['/api/v1/chains', '401 200 200 200 200 200 403 403'],
  ['/api/v1/sectors', '401 200 200 200 200 200 403 403'],
  ['/inspections/{round}/notice/word', '401 403 403 200 200 200 403 403'],
  ['/inspections/{round}/notice/page', '401 403 403 200 200 200 403 403'],
  ['/inspections/{drawnRound}/draws/1/file', '401 403 403 200 200 200 403 403'],
  ['/inspections/{sealedRound}/draws/1/file', '401 403 403 404 404 404 403 403'],
  ['/bulletins/{bulletin}/word', '401 403 403 200 200 200 403 403'],
  ['/bulletins/{bulletin}/page', '401 403 403 200 200 200 403 403'],
  ['/bulletins/{draftBulletin}/word', '401 403 403 404 200 404 403 403'],
  ['/bulletins/{draftBulletin}/page', '401 403 403 404 200 404 403 403'],
  ['/findings/export', '401 200 200 200 200 200 403 403'],
  // The shell is the same document for everybody; what it shows is asked for by its script.
  ['/field', everybody],
  ['/api/field/package?round={round}', '401 403 403 403 200 403 403 403'],
  ['/api/field/package?round={sealedRound}', '401 403 403 404 200 403 403 403'],
  // A photograph is its inspector's alone.
  ['/api/field/photos/{photo}', '401 403 403 404 200 403 403 403'],
  // A file of a form that is not handed in yet is its author's alone.
  ['/api/evidence/{file}', '401 200 404 404 404 404 404 404'],
  ...areaPages.flatMap((area) => area.routes),
]

test('the table speaks of every page and every route of the house', () => {
  const app = join(repo, 'app')
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  const places = files
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${file.replace(/\/?(page\.tsx|route\.ts)$/, '')}`)
  const posted = ['/api/drafts', '/api/evidence', '/api/field/key', '/api/field/sync', '/api/imports']
  const spoken = [...pages, ...routes].map(([pattern]) => (pattern.split('?')[0] ?? '').split('/'))
  const fits = (place: string) => {
    const parts = place.split('/')
    return spoken.some(
      (words) =>
        words.length === parts.length && words.every((word, at) => (parts[at]?.startsWith('[') ? word !== '' : word === parts[at])),
    )
  }
  expect(places.filter((place) => !fits(place) && !posted.includes(place) && !place.includes('[...'))).toEqual([])
})

for (const [pattern, expected] of [...pages, ...routes]) {
  test(`${pattern} answers ${expected}`, async ({ people, demo }) => {
    const address = await addressFor(pattern, people.owner, subjectsOf(demo))
    const answers: string[] = []
    for (const caller of callers) {
      const answer = await people[caller].get(address)
      const to = answer.headers().location
      answers.push(to === undefined ? String(answer.status()) : whereTo(new URL(to, demo.url), address))
    }
    expect(said(answers)).toEqual(said(expected.split(' ')))
  })
}

const said = (answers: string[]) => Object.fromEntries(callers.map((caller, at) => [caller, answers[at]]))

function whereTo({ pathname, searchParams }: URL, from: string): string {
  if (pathname === '/sign-in') return (searchParams.get('next') ?? '/') === from ? 'in' : `in, then ${searchParams.get('next')}`
  return pathname === '/' ? 'home' : pathname
}

async function addressFor(pattern: string, owner: People['owner'], subjects: Subjects): Promise<string> {
  return addressOf(pattern, pattern.includes('{file}') ? { ...subjects, file: await fileOf(owner, subjects) } : subjects)
}

/** The hash of a picture in the owner's half-typed form. */
async function fileOf(owner: People['owner'], { work }: Subjects): Promise<string> {
  const answer = await upload(owner, `draft:update:${work}:monthly:2025-09`, 'matrix.png')
  expect(await answer.json()).toMatchObject({ sha256: expect.any(String) })
  return (await answer.json()).sha256
}

test('a draft and a file are taken from those who fill the form, and from nobody else', async ({ people, demo }) => {
  const { work } = subjectsOf(demo)
  const subject = `update:${work}:monthly:2024-01`
  const answers: Record<string, number[]> = {}
  for (const caller of callers) {
    const before = eventsOf(demo)
    const draft = await people[caller].post('/api/drafts', { data: { subject, version: 0, body: { remark: '试' } } })
    const file = await upload(people[caller], `draft:${subject}`, `${caller}.png`)
    answers[caller] = [draft.status(), file.status()]
    if (file.status() !== 201) expect(eventsOf(demo), caller).toBe(before)
  }
  expect(answers).toEqual({
    stranger: [401, 401],
    owner: [200, 201],
    'other owner': [404, 404],
    bureau: [200, 201],
    supervisor: [403, 403],
    leader: [403, 403],
    admin: [404, 404],
    auditor: [404, 404],
  })
})

test('a file to import is taken from the bureau, and from nobody else', async ({ people, demo }) => {
  const answers: Record<string, number> = {}
  for (const caller of callers) {
    const before = eventsOf(demo)
    const file = { name: 'ledger.csv', mimeType: 'text/csv', buffer: Buffer.from('项目编号,项目名称\nP0001,试\n') }
    const answer = await people[caller].post('/api/imports', { multipart: { file } })
    answers[caller] = answer.status()
    if (answer.status() !== 201) expect(eventsOf(demo), caller).toBe(before)
  }
  const refused = Object.fromEntries(['owner', 'other owner', 'supervisor', 'leader', 'admin', 'auditor'].map((caller) => [caller, 403]))
  expect(answers).toEqual({ stranger: 401, bureau: 201, ...refused })
})

test('a phone’s batch is taken from those who inspect, and from nobody else', async ({ people, demo }) => {
  const answers: Record<string, number[]> = {}
  for (const caller of callers) {
    const before = eventsOf(demo)
    const sync = await people[caller].post('/api/field/sync', { data: { items: [{ kind: 'nothing', id: 'x' }] } })
    const key = await people[caller].post('/api/field/key')
    answers[caller] = [sync.status(), key.status()]
    if (key.status() !== 200) expect(eventsOf(demo), caller).toBe(before)
  }
  const refused = [403, 403]
  expect(answers).toEqual({
    ...{ stranger: [401, 401], owner: refused, 'other owner': refused, bureau: [200, 200], supervisor: [200, 200] },
    ...{ leader: refused, admin: refused, auditor: refused },
  })
})

test('nothing is taken from another site', async ({ people, demo }) => {
  const before = eventsOf(demo)
  const foreign = { headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } }
  const draft = await people.owner.post('/api/drafts', { ...foreign, data: {} })
  const file = await people.owner.post('/api/evidence', { ...foreign, multipart: { subject: 'x' } })
  const action = await people.owner.post('/account', {
    headers: { ...foreign.headers, 'next-action': actionNamed('app/account', 'createToken').id },
    multipart: { 0: '[]' },
  })
  expect([draft.status(), file.status(), action.status()]).toEqual([403, 403, 403])
  expect(eventsOf(demo)).toBe(before)
})

const wrongFilters: readonly (readonly [string, string])[] = [
  ...(['box=nine', 'sector=gold', 'chain=none-such', 'owner=-1', 'stage=asleep', 'category=x', 'light=blue', 'report=maybe'] as const),
  ...([
    'sort=price',
    'limit=0',
    'limit=201',
    'limit=many',
    'cursor=%00',
    'cursor=W10',
    'colour=red',
    'q=a&q=b',
    `q=${'长'.repeat(200)}`,
  ] as const),
].map((query) => [query, query.slice(0, query.indexOf('='))] as const)

for (const [query, name] of wrongFilters) {
  test(`${query.slice(0, 30)} is refused by its name, on the page and in the API`, async ({ people }) => {
    const answer = await people.leader.get(`/api/v1/projects?${query}`)
    expect(answer.status()).toBe(400)
    expect(answer.headers()['content-type']).toContain('application/problem+json')
    expect((await answer.json()).errors.map((error: { name: string }) => error.name)).toEqual([name])
    const page = await people.leader.get(`/projects?${query}`)
    expect([200, 400]).toContain(page.status())
    expect(await page.text()).toContain('said-slow')
  })
}

test('the other reads of the API take no parameters', async ({ people, demo }) => {
  const { work } = subjectsOf(demo)
  for (const path of ['/api/v1/plan', '/api/v1/openapi.json', `/api/v1/projects/${work}`, '/api/v1/chains', '/api/v1/sectors']) {
    const answer = await people.leader.get(`${path}?x=1`)
    expect([path, answer.status(), (await answer.json()).errors?.[0]?.name]).toEqual([path, 400, 'x'])
  }
})

const strange = [
  '-1',
  '0',
  '1e309',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '%00',
  '%FF',
  '..%2F..%2Fetc%2Fpasswd',
  '99999999999999999999',
  '__proto__',
  '长'.repeat(700),
  '\u202e',
]
const places = [
  '/projects/*',
  '/projects/*/update',
  '/projects/*/milestone',
  '/updates/*',
  '/outputs/*',
  '/chains/*',
  '/sectors/*',
  '/sectors/water/*',
  '/plan/boxes/*',
  ...['/inspections/*', '/inspections/*/draw', '/inspections/*/notice'],
  ...['/materials/*', '/visits/*', '/ratings/*', '/findings/*', '/bulletins/*'],
]
const supervisorPlaces = ['/inspections/*/scope', '/inspections/*/team', '/inspections/*/works/P0001', '/inspections/1/works/*']
const ownerPlaces = ['/bulletins/*/extract']
const adminPlaces = ['/admin/users/*', '/admin/organisations/*']
const apiPlaces = [
  ...['/api/v1/projects/*', '/api/evidence/*', '/api/field/photos/*', '/inspections/*/notice/word', '/inspections/*/notice/page'],
  ...['/inspections/*/draws/1/file', '/inspections/1/draws/*/file', '/bulletins/*/word', '/bulletins/*/page'],
]

test('a name that cannot be is not found, whatever it is made of', async ({ people }) => {
  const wrong: string[] = []
  const ask = async (who: People['admin'], path: string) => {
    const answer = await who.get(path)
    if (![400, 404].includes(answer.status())) wrong.push(`${answer.status()} ${path}`)
  }
  for (const value of strange) {
    for (const place of [...places, ...apiPlaces]) await ask(people.bureau, place.replace('*', encoded(value)))
    for (const place of supervisorPlaces) await ask(people.supervisor, place.replace('*', encoded(value)))
    for (const place of ownerPlaces) await ask(people.owner, place.replace('*', encoded(value)))
    for (const place of adminPlaces) await ask(people.admin, place.replace('*', encoded(value)))
  }
  expect(wrong).toEqual([])
})

const encoded = (value: string) => (value.includes('%') ? value : encodeURIComponent(value))
const names =
  'q box sector class chain town owner stage category light report sort limit cursor page show months period revise id item kind organisation quarter year action subject actor role state active severity topic line next error callbackUrl verify unit project a b rules source category overdue round offset'

test('a strange parameter never breaks a page', async ({ people, demo }) => {
  test.setTimeout(180_000)
  const subjects = subjectsOf(demo)
  const wrong: string[] = []
  for (const [pattern, expected] of pages) {
    const caller = callers[expected.split(' ').lastIndexOf('200')] ?? 'stranger'
    for (const value of strange) {
      const query = names.split(' ').map((name) => `${name}=${encoded(value.slice(0, 20))}`)
      const path = addressOf(pattern.split('?')[0] ?? '', subjects)
      const answer = await people[caller].get(`${path}?${query.join('&')}&q=twice`)
      if (![200, 307, 400, 404].includes(answer.status())) wrong.push(`${answer.status()} ${path} ${value}`)
    }
  }
  expect(wrong).toEqual([])
})

test('a wrong method never breaks anything and changes nothing', async ({ people, demo }) => {
  test.setTimeout(180_000)
  const subjects = { ...subjectsOf(demo), file: 'a'.repeat(64) }
  const before = eventsOf(demo)
  const wrong: string[] = []
  for (const [pattern] of [...pages, ...routes, ['/api/drafts', ''], ['/api/evidence', '']] as const) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']) {
      const answer = await people.bureau.fetch(addressOf(pattern, subjects), { method })
      if (answer.status() >= 500) wrong.push(`${answer.status()} ${method} ${pattern}`)
    }
  }
  expect(wrong).toEqual([])
  expect(eventsOf(demo)).toBe(before)
})

test('a body that is no form, or an action that is none, changes nothing', async ({ people, demo }) => {
  const before = eventsOf(demo)
  const { id } = actionNamed('app/account', 'createToken')
  const bodies = [
    { data: 'not a form' },
    { data: '[' },
    { multipart: { 0: '["$K9"]' } },
    { multipart: { 0: '{' } },
    { form: { a: 'b' } },
    {},
  ]
  for (const body of bodies) {
    await people.bureau.post('/account', { headers: { 'next-action': id }, ...body })
    for (const action of [id.slice(2), '0'.repeat(42), '../../x']) {
      const answer = await people.bureau.post('/account', { headers: { 'next-action': action }, ...body })
      expect(answer.status(), `${action} ${JSON.stringify(body)}`).toBeLessThan(500)
    }
  }
  expect(eventsOf(demo)).toBe(before)
  expect((await people.bureau.get('/healthz')).status()).toBe(200)
})
