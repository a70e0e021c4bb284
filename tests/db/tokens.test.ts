import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createToken, noteTokenUse, revokeToken } from '../../db/commands/tokens'
import { deactivateUser } from '../../db/commands/users'
import { identityByToken } from '../../db/queries/identity'
import { tokensOfUser } from '../../db/queries/tokens'
import { roles, system } from '../../domain/actor'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { refusalOf } from '../support/refusal'

let house: TestHouse
beforeAll(() => {
  house = openTestHouse()
})
afterAll(() => house.close())

describe('a personal token', () => {
  it.each(roles)('is made by %s for themselves, and stands for them', (role) => {
    const actor = house.actors[role]
    const { token } = createToken(ctxOf(actor), { name: '月报' })
    expect(token).toMatch(/^hd_[\w-]{43}$/)
    expect(identityByToken(token!)).toMatchObject({ id: actor.id, role })
  })

  it('is stored as its hash only', () => {
    const { token } = createToken(ctxOf(house.actors.leader), { name: '只存哈希' })
    for (const table of ['api_tokens', 'idempotency', 'event_bodies'])
      expect(JSON.stringify(house.house.sqlite.prepare(`select * from ${table}`).all())).not.toContain(token)
  })

  it('is shown once: a repeated request makes no second and shows none', () => {
    const ctx = ctxOf(house.actors.bureau, testDay, 'one-token')
    const first = createToken(ctx, { name: '一次' })
    expect(createToken(ctx, { name: '一次' })).toEqual({ ...first, token: null })
  })

  it('stops at once when revoked, by its owner or an administrator, and nobody else learns that it is there', async () => {
    const own = createToken(ctxOf(house.actors.owner), { name: 'a' })
    const other = createToken(ctxOf(house.actors.owner), { name: 'b' })
    for (const role of ['otherOwner', 'bureau', 'supervisor', 'leader', 'auditor'] as const) {
      expect(await refusalOf(() => revokeToken(ctxOf(house.actors[role]), { id: own.id }))).toBe('not-found')
      expect(await refusalOf(() => tokensOfUser(house.actors[role], house.actors.owner.id))).toBe('forbidden')
    }
    revokeToken(ctxOf(house.actors.owner), { id: own.id })
    revokeToken(ctxOf(house.actors.admin), { id: other.id })
    expect(identityByToken(own.token!)).toBeUndefined()
    expect(identityByToken(other.token!)).toBeUndefined()
  })

  it('stops for good when its owner’s account is closed', () => {
    const { token } = createToken(ctxOf(house.actors.otherOwner), { name: 'c' })
    deactivateUser(ctxOf(house.actors.admin), { id: house.actors.otherOwner.id })
    expect(identityByToken(token!)).toBeUndefined()
  })

  it('is one of ten at most', async () => {
    const ctx = () => ctxOf(house.actors.supervisor2)
    for (let made = 0; made < 10; made++) createToken(ctx(), { name: `${made}` })
    expect(await refusalOf(() => createToken(ctx(), { name: '11' }))).toBe('too-many-tokens')
  })

  it('notes its last use without an event, and is never the system’s', async () => {
    const { id } = createToken(ctxOf(house.actors.leader), { name: 'used' })
    const count = () => house.house.sqlite.prepare('select count(*) as n from events').get() as { n: number }
    const before = count().n
    noteTokenUse(ctxOf(house.actors.leader), id)
    expect(count().n).toBe(before)
    expect(tokensOfUser(house.actors.leader, house.actors.leader.id)[0]?.lastUsedAt).not.toBeNull()
    expect(await refusalOf(() => createToken(ctxOf(system), { name: 'x' }))).toBe('forbidden')
  })
})
