import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { planDocument } from '../../db/queries/plan-document'
import { openApiDocument, operations } from '../../domain/api/openapi'
import { noParameters, wholeParameter } from '../../domain/api/parameters'
import { type PlanDocument, planShape } from '../../domain/api/plan'
import { problemShape } from '../../domain/api/problem'
import { Refusal } from '../../domain/errors'
import { openTestHouse, type TestHouse } from '../support/house'

const session = vi.hoisted(() => ({ viewer: null as unknown }))
vi.mock('../../app/_lib/session', () => ({
  readerLocale: async () => 'en',
  apiViewer: async () => {
    if (!session.viewer) throw new Refusal('sign-in-required')
    return session.viewer
  },
}))

const { apiGet, publicGet } = await import('../../app/_lib/api')
const { GET: getPlan } = await import('../../app/api/v1/plan/route')
const { GET: getOpenApi } = await import('../../app/api/v1/openapi.json/route')

let house: TestHouse
beforeAll(() => {
  house = openTestHouse()
})
afterAll(() => house.close())

const context = { params: Promise.resolve({}) }
const ask = (route: typeof getPlan, address: string, headers: Record<string, string> = {}) =>
  route(new Request(`http://localhost${address}`, { headers }), context)
const document = (): PlanDocument => JSON.parse(planDocument().body)

describe('GET /api/v1/plan', () => {
  it('has exactly the promised shape', () => {
    expect(() => planShape.parse(document())).not.toThrow()
    expect(Object.keys(document())).toEqual(['boxes', 'chains', 'indicators', 'contradictions', 'towns', 'parks', 'indicators13'])
  })

  it('holds every item, chain, indicator and entry of the register', () => {
    const { boxes, chains, indicators, contradictions, towns, parks, indicators13 } = document()
    expect(boxes.flatMap(({ items }) => items)).toHaveLength(168)
    expect([chains.length, indicators.length, indicators13.length, towns.length, parks.length]).toEqual([9, 39, 28, 17, 3])
    expect(contradictions.length).toBeGreaterThanOrEqual(90)
    expect(indicators.map(({ no }) => no)).toContain('15-1')
  })

  it('names the owner apart from the work, and the second amount as a part', () => {
    const item = document()
      .boxes.flatMap(({ items }) => items)
      .find(({ code }) => code === '3-1#04')
    expect(item).toMatchObject({
      owner: '湖南东健药业有限公司',
      name: '现代化厂区与养殖基地的配套建设',
      class: null,
      sector: 'industry',
      investment: { yuan: 300_000_000, qualifier: null, parts: [{ yuan: 200_000_000, text: '投资约2亿', qualifier: '约' }] },
    })
  })

  it('leaves blanks blank', () => {
    const { chains, indicators, boxes } = document()
    expect(chains.find(({ name }) => name === '绿色食品生产加工')?.target).toBeNull()
    expect(indicators.find(({ no }) => no === '1')?.target2025).toBeNull()
    const lng = boxes.flatMap(({ items }) => items).flatMap(({ quantities }) => quantities)
    expect(lng.some(({ value, min, max }) => value === null && min === null && max === null)).toBe(true)
  })

  it('answers 304 to a reader who has it, and 400 with its name to a parameter it does not know', async () => {
    const first = await ask(getPlan, '/api/v1/plan')
    const etag = first.headers.get('etag') ?? ''
    expect(first.status).toBe(200)
    expect((await ask(getPlan, '/api/v1/plan', { 'if-none-match': etag })).status).toBe(304)
    expect((await ask(getPlan, '/api/v1/plan', { 'if-none-match': '"another"' })).status).toBe(200)
    const refused = await ask(getPlan, '/api/v1/plan?box=3-1')
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ code: 'unknown-parameter', errors: [{ name: 'box' }] })
  })
})

describe('the API document', () => {
  it('is OpenAPI 3.1 with every path, every schema it points to, and every list parameter', async () => {
    const answer = await (await ask(getOpenApi, '/api/v1/openapi.json')).json()
    expect(answer.openapi).toBe('3.1.0')
    expect(Object.keys(answer.paths)).toEqual(operations.map(({ path }) => path))
    const named = JSON.stringify(answer.paths).matchAll(/#\/components\/schemas\/(\w+)/g)
    for (const [, name = ''] of named) expect(answer.components.schemas).toHaveProperty(name)
    const list = answer.paths['/api/v1/projects'].get.parameters.map(({ name }: { name: string }) => name)
    const promised = ['q', 'box', 'sector', 'chain', 'town', 'owner', 'stage', 'category', 'light', 'report', 'sort', 'limit', 'cursor']
    expect(list).toEqual(expect.arrayContaining(promised))
  })

  it('asks a stranger only where a sign-in is needed', () => {
    const { paths } = openApiDocument()
    expect(paths['/api/v1/plan']?.get).toMatchObject({ security: [] })
    expect(paths['/api/v1/projects']?.get).not.toHaveProperty('security')
  })
})

describe('refusals', () => {
  const limited = noParameters.extend({ limit: wholeParameter(1, 200).optional() })
  const route = apiGet(limited, (_, input) => input)
  const open = publicGet(limited, (input) => input)

  it('are problem documents in the reader’s language', async () => {
    session.viewer = null
    const refused = await ask(route, '/x')
    expect(refused.status).toBe(401)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.headers.get('www-authenticate')).toBe('Bearer')
    const problem = problemShape.parse(await refused.json())
    expect(problem).toMatchObject({ status: 401, code: 'sign-in-required', title: 'Sign-in required' })
  })

  it('come before parameters are looked at', async () => {
    session.viewer = null
    expect((await ask(route, '/x?limit=nonsense')).status).toBe(401)
    session.viewer = {}
    expect((await ask(route, '/x?limit=nonsense')).status).toBe(400)
  })

  it.each(['limit=0', 'limit=201', 'limit=', 'limit=1e2', 'limit=1&limit=2', 'limit=%00', 'limit=١'])(
    'name the parameter of ?%s',
    async (query) => {
      const refused = await ask(open, `/x?${query}`)
      expect(refused.status).toBe(400)
      expect(await refused.json()).toMatchObject({ code: 'malformed-parameter', errors: [{ name: 'limit' }] })
    },
  )

  it.each(['__proto__=1', 'constructor=1', 'LIMIT=1', '=1'])('do not know ?%s', async (query) => {
    const refused = await ask(open, `/x?${query}`)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ code: 'unknown-parameter' })
  })

  it('read a good parameter as what it means', async () => {
    expect(await (await ask(open, '/x?limit=200')).json()).toEqual({ limit: 200 })
  })

  it('turn what a query refuses into its status, and let a fault through', async () => {
    session.viewer = {}
    const answer = async (error: unknown) =>
      ask(
        apiGet(limited, () => {
          throw error
        }),
        '/x',
      )
    expect((await answer(new Refusal('forbidden'))).status).toBe(403)
    expect((await answer(new Refusal('not-found'))).status).toBe(404)
    await expect(answer(new Error('fault'))).rejects.toThrow('fault')
  })
})
