import { describe, expect, it } from 'vitest'
import type { OcFacts, OcSetting } from '../../domain/oc4ids/facts'
import { linksOf, ocHeadOf } from '../../domain/oc4ids/package'
import { ocProjectOf } from '../../domain/oc4ids/project'
import { ocPackage } from '../../domain/oc4ids/shape'
import { type Stage, stages } from '../../domain/project'
import { settingInput } from '../../domain/publication-input'
import { extensions, schemaErrors, strangers } from '../support/oc4ids'

const setting: OcSetting = {
  prefix: 'oc4ids-xxxxxx',
  publisher: '衡东县发展和改革局',
  origin: 'https://library.test',
  today: '2025-10-16',
  demo: false,
  changedAt: '2025-10-16T01:00:00.000Z',
}
const bare: OcFacts = {
  ...{ code: 'P0001', name: '试验水库', sector: 'water', stage: 'reserve', stages: [], town: null, nationalCode: null },
  ...{ constructionKind: null, content: null, startMonth: null, finishMonth: null, totalYuan: null, invested: null, percent: null },
  ...{ plans: [], milestones: [], completedOn: null, finalYuan: null, units: [], clauses: [] },
}
const milestone = { name: '开工', templateKey: 'water.start', originalOn: '2024-03-01', baselineOn: '2024-06-01', metOn: null }
const full: OcFacts = {
  ...bare,
  ...{ stage: 'completed', town: '石湾镇', nationalCode: '2401-430424-04-01-123456', constructionKind: 'extension', content: '扩建水库' },
  ...{ startMonth: '2024-03', finishMonth: '2025-08', totalYuan: 50_000_000, percent: { value: 100, month: '2025-08' } },
  invested: { yuan: 42_000_000, partial: true, month: '2025-08' },
  plans: [{ year: 2024, yuan: 20_000_000 }],
  milestones: [
    { id: 1, ...milestone, metOn: '2024-05-30' },
    { id: 2, ...milestone, name: '竣工验收', templateKey: 'water.acceptance', originalOn: '2025-06-30', baselineOn: '2025-08-31' },
    { id: 3, ...milestone, name: '自定', templateKey: null, originalOn: '2025-12-31', baselineOn: '2025-12-31' },
  ],
  ...{ completedOn: '2025-08-20', finalYuan: 43_000_000 },
  units: [
    { id: 7, name: '县水利局', isPublic: true },
    { id: 8, name: '某某公司', isPublic: false },
  ],
  clauses: [{ item: '5-1#01', boxId: '5-1', boxTitle: '水利', line: 500, description: '规划的话' }],
}
const packed = (...facts: OcFacts[]) => ({
  ...ocHeadOf('https://library.test/api/v1/oc4ids', setting),
  links: {},
  projects: facts.map((each) => ocProjectOf(each, setting)),
})
const only = (facts: Partial<OcFacts>) => ocProjectOf({ ...bare, ...facts }, setting)

describe('a work in OC4IDS', () => {
  it('is valid when everything is known, when nothing is, and in every stage', () => {
    const all = stages.map((stage, at): OcFacts => ({ ...full, stage, code: `P10${at}0` }))
    const document = packed(full, bare, ...all)
    expect(schemaErrors(document)).toEqual([])
    expect(() => ocPackage.parse(document)).not.toThrow()
    expect([...new Set(strangers(document))].filter((path) => !extensions.includes(path))).toEqual([])
  })

  it('leaves out what is not known instead of saying 0 or nothing', () => {
    expect(Object.keys(only({}))).toEqual(
      expect.arrayContaining(['id', 'language', 'title', 'identifiers', 'status', 'sector', 'additionalClassifications', 'hengdong']),
    )
    expect(Object.keys(only({}))).toHaveLength(8)
    expect(JSON.stringify(only({}))).not.toMatch(/null|"amount"|undefined/)
  })

  it('says the stage by the closed list; a paused one keeps the code of the stage it stopped in, and says that it is paused', () => {
    const code = (stage: Stage, before: Stage[] = []) =>
      only({ stage, stages: before.map((each, at) => ({ stage: each, from: `2025-0${at + 1}-01` })) })
    const plain = { reserve: 'identification', preparatory: 'preparation', construction: 'implementation', completed: 'completion' }
    const codes = { ...plain, operation: 'maintenance', withdrawn: 'cancelled', unknown: undefined }
    for (const [stage, status] of Object.entries(codes)) expect([stage, code(stage as Stage).status]).toEqual([stage, status])
    const paused = code('paused', ['preparatory', 'construction', 'paused'])
    expect(paused).toMatchObject({
      status: 'implementation',
      hengdong: { stage: 'paused', paused: { since: '2025-03-01T00:00:00+08:00' } },
    })
    expect(code('paused', ['unknown', 'paused'])).not.toHaveProperty('status')
    expect(code('construction').hengdong).not.toHaveProperty('paused')
  })

  it('names public bodies only', () => {
    const work = ocProjectOf(full, setting)
    expect(work.publicAuthority).toEqual({ id: 'hengdong-unit-7', name: '县水利局' })
    expect(work.parties).toEqual([{ id: 'hengdong-unit-7', name: '县水利局', roles: ['publicAuthority'] }])
    expect(JSON.stringify(work)).not.toContain('某某公司')
    expect(only({ units: [{ id: 8, name: '某某公司', isPublic: false }] })).not.toHaveProperty('parties')
  })

  it('gives money in yuan, a partial sum as a lower bound, and dates as days begin in Shanghai', () => {
    const work = ocProjectOf(full, setting)
    expect(work.budget).toEqual({ amount: { amount: 50_000_000, currency: 'CNY' } })
    expect(work.metrics?.[0]).toMatchObject({
      id: 'financialProgress',
      observations: [{ id: '2025-08', value: { amount: 42_000_000, currency: 'CNY' }, notes: expect.stringContaining('lower bound') }],
    })
    expect(work.forecasts?.[0]?.observations).toMatchObject([{ id: '2024', value: { amount: 20_000_000 } }])
    expect(work.completion).toEqual({ endDate: '2025-08-20T00:00:00+08:00', finalValue: { amount: 43_000_000, currency: 'CNY' } })
    expect(work.implementationPeriod).toEqual({ startDate: '2024-05-30T00:00:00+08:00', endDate: '2025-08-20T00:00:00+08:00' })
  })

  it('sets the planned period by the dates that count now and keeps the first ones as baseline', () => {
    const work = ocProjectOf(full, setting)
    expect(work.period).toEqual({ startDate: '2024-06-01T00:00:00+08:00', endDate: '2025-08-31T00:00:00+08:00' })
    expect(work.milestones?.map(({ status, code }) => [status, code])).toEqual([
      ['met', 'commencement'],
      ['notMet', 'completion'],
      ['scheduled', undefined],
    ])
    expect(work.hengdong.baseline?.[0]).toEqual({
      milestone: '1',
      original: '2024-03-01T00:00:00+08:00',
      current: '2024-06-01T00:00:00+08:00',
    })
  })

  it('points to the clause by item and line, never by its words', () => {
    const [document] = ocProjectOf(full, setting).documents ?? []
    expect(document).toMatchObject({ id: 'plan-5-1#01', url: 'https://library.test/plan/boxes/5-1' })
    expect(document?.description).toContain('第 500 行')
    expect(JSON.stringify(document)).not.toContain('规划的话')
  })
})

describe('the official schema refuses', () => {
  const broken = (change: (document: ReturnType<typeof packed>) => unknown) => schemaErrors(change(packed(full))).join('\n')
  const withWork = (change: object) => broken((document) => ({ ...document, projects: [{ ...document.projects[0], ...change }] }))

  it('a package without a work, a publisher or a real instant', () => {
    expect(broken((document) => ({ ...document, projects: [] }))).toMatch('/projects minItems')
    expect(broken(({ publisher: _, ...document }) => document)).toMatch("required property 'publisher'")
    expect(broken((document) => ({ ...document, publishedDate: '2025-10-16' }))).toMatch('/publishedDate format')
    expect(broken((document) => ({ ...document, version: '0.9.5' }))).toMatch('/version pattern')
  })

  it('a work without an id, a code off a closed list, a currency that is none', () => {
    expect(withWork({ id: '' })).toMatch('/projects/0/id minLength')
    expect(withWork({ status: 'paused' })).toMatch('/projects/0/status enum')
    expect(withWork({ type: 'technical' })).toMatch('/projects/0/type enum')
    expect(withWork({ budget: { amount: { amount: 1, currency: 'RMB' } } })).toMatch('/budget/amount/currency enum')
    expect(withWork({ parties: [] })).toMatch('/parties minItems')
  })

  it('and a member or an open code that the standard does not know is seen beside it', () => {
    const [work] = packed(full).projects
    expect(strangers({ projects: [{ ...work, budgets: {} }] })).toContain('/projects/budgets')
    expect(strangers({ projects: [{ ...work, sector: ['水利'] }] })).toContain('/projects/sector: 水利')
  })
})

describe('a package', () => {
  it('says that the prefix is a placeholder until it is another, and marks a demonstration', () => {
    const head = (change: Partial<OcSetting>) => ocHeadOf('https://library.test/api/v1/oc4ids', { ...setting, ...change })
    expect(head({}).hengdong).toMatchObject({ prefix: 'oc4ids-xxxxxx', prefixRegistered: false, demonstration: false })
    expect(head({ prefix: 'oc4ids-a1b2c3' }).hengdong.prefixRegistered).toBe(true)
    expect(head({ demo: true }).publisher.name).toContain('演示数据')
  })

  it('links to the pages before and after', () => {
    expect(linksOf('https://a.test/x', 1, 100)).toEqual({})
    expect(linksOf('https://a.test/x', 2, 201)).toEqual({ next: 'https://a.test/x?page=3', prev: 'https://a.test/x?page=1' })
  })
})

describe('a setting as typed', () => {
  const typed = (setting: string, value: string) => settingInput.safeParse({ setting, value, version: '0' })
  const wrong = (key: string, value: string) => typed(key, value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

  it('is on or off, a prefix of the registry, a name; an emptied one goes back', () => {
    expect(typed('oc4ids', 'on').data).toEqual({ key: 'oc4ids', value: 'on', version: 0 })
    expect(typed('oc4ids-prefix', 'oc4ids-a1b2c3').success).toBe(true)
    expect(typed('oc4ids-publisher', '').data).toMatchObject({ value: null })
    expect(wrong('oc4ids', 'perhaps')).toEqual(['value: not-a-choice'])
    expect(wrong('public-page', '')).toEqual(['value: required'])
    expect(wrong('oc4ids-prefix', 'ocds-a1b2c3')).toEqual(['value: wrong-shape'])
    expect(wrong('anything', 'on')).toEqual(['setting: not-a-choice'])
  })
})
