import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation, renameOrganisation } from '../../db/commands/organisations'
import { listOrganisations, organisationById, organisationChoices } from '../../db/queries/organisations'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { refusalOf } from '../support/refusal'

let house: TestHouse
beforeAll(() => {
  house = openTestHouse()
})
afterAll(() => house.close())

const create = (name: string) => createOrganisation(ctxOf(house.actors.bureau), { name, kind: 'company' })

describe('an organisation', () => {
  it('is created by the bureau or an administrator, once a name', async () => {
    create('新公司一')
    expect(await refusalOf(() => create('新公司一'))).toBe('invalid: name organisation-taken')
    expect(createOrganisation(ctxOf(house.actors.admin), { name: '新公司二', kind: 'company' }).id).toBeGreaterThan(0)
    for (const role of ['owner', 'supervisor', 'leader', 'auditor'] as const)
      expect(await refusalOf(() => createOrganisation(ctxOf(house.actors[role]), { name: '新公司三', kind: 'company' }))).toBe('forbidden')
  })

  it('keeps its old name in the history when it is renamed from a day on', () => {
    const { id } = create('旧名公司')
    renameOrganisation(ctxOf(house.actors.bureau, '2026-03-10'), { id, version: 1, name: '新名公司', fromDay: '2026-03-01' })
    expect(organisationById(house.actors.admin, id)).toMatchObject({
      name: '新名公司',
      version: 2,
      names: [
        { name: '旧名公司', fromDay: testDay, toDay: '2026-03-01' },
        { name: '新名公司', fromDay: '2026-03-01', toDay: null },
      ],
    })
  })

  it('is not renamed from a future day, before its present name, to a taken name, or over a newer version', async () => {
    const { id } = create('不变公司')
    const rename = (change: object) =>
      renameOrganisation(ctxOf(house.actors.admin), { id, version: 1, name: '改名公司', fromDay: testDay, ...change })
    expect(await refusalOf(() => rename({ fromDay: '2025-10-17' }))).toBe('invalid: fromDay in-the-future')
    expect(await refusalOf(() => rename({ fromDay: '2025-10-01' }))).toBe('invalid: fromDay name-before')
    expect(await refusalOf(() => rename({ name: '测试甲公司' }))).toBe('invalid: name organisation-taken')
    expect(await refusalOf(() => rename({ version: 2 }))).toBe('stale')
    expect(await refusalOf(() => renameOrganisation(ctxOf(house.actors.leader), { id, version: 1, name: 'x', fromDay: testDay }))).toBe(
      'forbidden',
    )
  })

  it('is listed for those who keep it; a project unit chooses among offices and itself', async () => {
    expect(listOrganisations(house.actors.admin, { q: '测试', page: 1 }).rows.map((row) => row.name)).toContain('测试乙公司')
    const names = organisationChoices(house.actors.owner).map((row) => row.name)
    expect(names).toContain('测试甲公司')
    expect(names).toContain('测试发改局')
    expect(names).not.toContain('测试乙公司')
    expect(await refusalOf(() => listOrganisations(house.actors.owner, { page: 1 }))).toBe('forbidden')
    expect(await refusalOf(() => organisationChoices(house.actors.auditor))).toBe('forbidden')
  })

  it('is listed with the number of its own active accounts', () => {
    const sql = 'select count(*) from users where organisation_id = ? and active = 1'
    const { rows } = listOrganisations(house.actors.admin, { q: '测试', page: 1 })
    expect(rows.map(({ people }) => people)).toEqual(rows.map(({ id }) => house.house.sqlite.prepare(sql).pluck().get(id)))
    expect(Math.max(...rows.map(({ people }) => people))).toBeGreaterThan(1)
  })

  it('takes a percent sign in a search for itself', () => {
    expect(listOrganisations(house.actors.admin, { q: '%', page: 1 }).total).toBe(listOrganisations(house.actors.admin, { page: 1 }).total)
    expect(listOrganisations(house.actors.admin, { q: '测_', page: 1 }).total).toBeGreaterThan(0)
  })
})
