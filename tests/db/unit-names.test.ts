import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { assignUnit } from '../../db/commands/assignments'
import { createOrganisation, renameOrganisation } from '../../db/commands/organisations'
import { changePolicyBid } from '../../db/commands/registers-bids'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { listOrganisations } from '../../db/queries/organisations'
import { projectHead } from '../../db/queries/project'
import { projectsPage } from '../../db/queries/project-list'
import { bidRegister } from '../../db/queries/register-bids'
import { updateView } from '../../db/queries/update-view'
import { nameOn, namesDuring, namesOn } from '../../db/registers/names'
import { projectStages } from '../../db/schema'
import { policyBidChange } from '../../domain/policy-bid'
import { monthlyInput } from '../../domain/update-input'
import { addUser, ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { listRow } from '../support/library'
import { bidFields, bidOne } from '../support/register'
import { typed } from '../support/typed'
import { giveWork, work } from '../support/work'

let t: TestHouse
let unit = 0
const code = 'P0001'
beforeAll(() => {
  t = openTestHouse()
  unit = createOrganisation(ctxOf(t.actors.bureau, '2023-01-01'), { name: '老水电局', kind: 'department' }).id
  const assign = (kind: 'owner' | 'responsible', organisation: string, fromDay: string) =>
    assignUnit(ctxOf(t.actors.bureau), { code, version: work(code).version, kind, organisation, fromDay })
  assign('responsible', '老水电局', '2023-02-01')
  assign('owner', '老水电局', '2023-02-01')
  assign('owner', '测试甲公司', '2024-03-01')
  const rename = (version: number, name: string, fromDay: string) =>
    renameOrganisation(ctxOf(t.actors.bureau), { id: unit, version, name, fromDay })
  rename(1, '水务局', '2024-01-01')
  rename(2, '新水利局', '2025-01-01')
})
afterAll(() => t.close())

describe('the names of a unit', () => {
  it('are those of the day', () => {
    expect(nameOn(orm(), unit, '2022-01-01')).toBe('老水电局')
    expect(nameOn(orm(), unit, '2023-12-31')).toBe('老水电局')
    expect(nameOn(orm(), unit, '2024-01-01')).toBe('水务局')
    expect(nameOn(orm(), unit, '2025-10-16')).toBe('新水利局')
    expect(nameOn(orm(), 999_999, '2025-10-16')).toBeNull()
    expect(namesOn(orm(), '2024-06-01', [unit, null, unit]).get(unit)).toBe('水务局')
    expect(namesOn(orm(), '2024-06-01', []).size).toBe(0)
  })

  it('are listed for a span, the one that begins on its last day left out', () => {
    const during = namesDuring(orm(), [unit])
    expect(during(unit, '2023-02-01', '2024-01-01')).toEqual(['老水电局'])
    expect(during(unit, '2023-02-01', null)).toEqual(['老水电局', '水务局', '新水利局'])
    expect(during(unit, '2024-01-01', '2024-06-01')).toEqual(['水务局'])
  })

  it('stand in a work’s history as they were: an ended span keeps the name it ended under', () => {
    const units = projectHead(t.actors.bureau, code).units
    expect(units.find(({ kind }) => kind === 'responsible')).toMatchObject({ name: '新水利局', former: ['老水电局', '水务局'] })
    const owners = units.filter(({ kind }) => kind === 'owner')
    expect(owners.map(({ name, former, toDay }) => [name, former, toDay])).toEqual([
      ['测试甲公司', [], null],
      ['水务局', ['老水电局'], '2024-03-01'],
    ])
  })

  it('find the work and the unit by an earlier name too, and only by what it was called', () => {
    expect(listRow(code).formerNames).toBe('老水电局、水务局')
    const found = (q: string) => projectsPage(t.actors.leader, { q }).rows.map((row) => row.code)
    expect(found('老水电局')).toEqual([code])
    expect(found('水电')).toContain(code)
    expect(found('新水利局')).toEqual([code])
    expect(found('局水务')).toEqual([])
    const rows = listOrganisations(t.actors.admin, { q: '老水电', page: 1 }).rows
    expect(rows).toMatchObject([{ id: unit, name: '新水利局', formerNames: '老水电局、水务局' }])
  })

  it('stand beside a bid as they were when it was handed in', () => {
    const id = bidOne(t, { unit: '新水利局', submittedOn: '2024-06-01' })
    expect(bidRegister(t.actors.leader, {}).rows[0]).toMatchObject({ unit: '新水利局', unitThen: '水务局' })
    const again = typed(policyBidChange, { id: String(id), version: '1', ...bidFields, unit: '新水利局', submittedOn: '2025-06-01' })
    changePolicyBid(ctxOf(t.actors.bureau), again)
    expect(bidRegister(t.actors.leader, {}).rows[0]).toMatchObject({ unit: '新水利局', unitThen: null })
  })
})

describe('a submission', () => {
  it('is signed with the name the unit had then, and the next one with its new name', () => {
    const firm = createOrganisation(ctxOf(t.actors.bureau, '2023-01-01'), { name: '旧名公司', kind: 'company' }).id
    const sender = addUser('test-sender', 'owner', firm, '2025-01-10')
    giveWork(t, 'P0003', { organisationId: firm })
    const submit = (period: string, today: string) => {
      const fields = { code: 'P0003', period, investmentBasis: 'year', investment: '100', percent: '10', remark: '说明' }
      return submitMonthlyUpdate(ctxOf(sender, today), typed(monthlyInput, fields))
    }
    const before = submit('2025-08', '2025-09-02')
    renameOrganisation(ctxOf(t.actors.bureau), { id: firm, version: 1, name: '新名公司', fromDay: '2025-09-15' })
    const after = submit('2025-09', '2025-10-08')
    const signedBy = (id: number) => updateView(t.actors.leader, id, testDay).by.organisation
    expect([signedBy(before), signedBy(after)]).toEqual(['旧名公司', '新名公司'])
  })
})

describe('a stage', () => {
  it('keeps when it was entered beside the day it holds from', () => {
    giveWork(t, 'P0002', { since: '2025-03-01' })
    const rows = orm()
      .select()
      .from(projectStages)
      .where(eq(projectStages.projectId, work('P0002').id))
      .all()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ fromDay: '2025-03-01', recordedAt: expect.stringMatching(/^2025-10-16T/) })
  })
})
