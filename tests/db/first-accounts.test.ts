import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { signIn } from '../../db/commands/sign-in'
import { foundFirstAccounts } from '../../db/first-accounts'
import { boxOwners, planOrganisations } from '../../db/plan-organisations'
import { organisationByName } from '../../db/queries/organisations'
import { users } from '../../db/schema'
import { openTestHouse, systemCtx, type TestHouse } from '../support/house'

let house: TestHouse
const lines = () =>
  readFileSync(join(house.house.dir, 'first-accounts.txt'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
const found = () => foundFirstAccounts(house.house.dir, '2026-11-24T01:00:00.000Z')

describe('the first start', () => {
  beforeEach(() => {
    house = openTestHouse()
    house.house.sqlite.exec('delete from users; delete from organisations')
  })
  afterEach(() => house.close())

  it('makes one account a role, two where a second person must approve', async () => {
    await found()
    expect(lines().map(([role]) => role)).toEqual(['owner', 'bureau', 'bureau', 'supervisor', 'supervisor', 'leader', 'admin', 'auditor'])
    for (const [, , password] of lines()) expect(password!.length).toBeGreaterThanOrEqual(16)
  })

  it('keeps the passwords for the server’s owner only', async () => {
    await found()
    expect(statSync(join(house.house.dir, 'first-accounts.txt')).mode & 0o777).toBe(0o600)
  })

  it('lets everybody in, to change the password first', async () => {
    await found()
    for (const [, username = '', password = ''] of lines())
      expect((await signIn(systemCtx('2026-11-24'), { username, password, address: '10.0.0.1', device: null })).kind).toBe('in')
    expect(
      orm()
        .select()
        .from(users)
        .all()
        .every((user) => user.mustChangePassword && user.passwordExpiresAt === null),
    ).toBe(true)
  })

  it('puts the first owner into a company of box 3-1', async () => {
    await found()
    const owner = orm().select().from(users).all()[0]
    expect(owner?.organisationId).toBe(organisationByName(orm(), '湖南机油泵股份有限公司')?.id)
  })

  it('happens once', async () => {
    await found()
    const before = lines()
    await found()
    expect(lines()).toEqual(before)
    expect(orm().select().from(users).all()).toHaveLength(8)
  })
})

describe('the units the plan names', () => {
  it('are the offices, seventeen towns, three parks and the companies, each once', () => {
    const units = planOrganisations()
    const count = (kind: string) => units.filter((unit) => unit.kind === kind).length
    expect([count('department'), count('town'), count('park')]).toEqual([3, 17, 3])
    expect(new Set(units.map((unit) => unit.name)).size).toBe(units.length)
  })

  it('do not list a company twice under its short name', () => {
    expect(boxOwners()).toHaveLength(9)
    const names = planOrganisations().map((unit) => unit.name)
    expect(names).toContain('湖南创大钒钨有限公司')
    expect(names).not.toContain('创大钒钨')
    expect(names).toContain('湘泵公司')
  })
})
