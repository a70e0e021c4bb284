import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn, signOutEverywhere } from '../../db/commands/sign-in'
import { createUsers, deactivateUser } from '../../db/commands/users'
import { identityById } from '../../db/queries/identity'
import { type Ctx, system } from '../../domain/actor'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { refusalOf } from '../support/refusal'

let house: TestHouse
beforeAll(() => {
  house = openTestHouse()
})
afterAll(() => house.close())

let made = 0
async function account() {
  const user = { name: '某人', username: `person${made++}`, role: 'owner', organisation: '测试甲公司' } as const
  const [slip] = await createUsers(ctxOf(house.actors.admin, '2026-11-24'), { users: [user] })
  return { id: slip!.id, username: slip!.username, password: slip!.password! }
}

const start = Date.parse('2026-11-24T03:00:00Z')
const at = (seconds: number): Ctx => ({
  actor: system,
  at: new Date(start + seconds * 1000).toISOString(),
  today: '2026-11-24',
  requestId: 'test',
})
type Try = { username: string; password: string; address?: string; device?: string | null }
const come = ({ address = '10.1.1.1', device = null, ...typed }: Try, seconds = 0) => signIn(at(seconds), { ...typed, address, device })
const fail = async (times: number, who: Omit<Try, 'password'>, seconds = 0) => {
  for (let time = 0; time < times; time++) await come({ ...who, password: 'not this one' }, seconds)
}

describe('signing in', () => {
  it('notes the time and leaves an event', async () => {
    const { id, ...typed } = await account()
    const outcome = await come(typed)
    expect(outcome).toMatchObject({ kind: 'in', user: { id, username: typed.username, tokenVersion: 1 } })
  })

  it('knows the name in capitals and full-width letters', async () => {
    const { username, password } = await account()
    expect((await come({ username: ` ${username.toUpperCase()} `, password })).kind).toBe('in')
    expect((await come({ username: username.replace('p', 'ｐ'), password })).kind).toBe('in')
  })

  it('answers an unknown name, a wrong password and a closed account alike', async () => {
    const { id, username, password } = await account()
    deactivateUser(ctxOf(house.actors.admin), { id })
    const address = '10.1.1.2'
    const outcomes = [
      await come({ username: 'nobody-of-that-name', password, address }),
      await come({ username: (await account()).username, password, address }),
      await come({ username, password, address }),
    ]
    expect(outcomes).toEqual([{ kind: 'wrong' }, { kind: 'wrong' }, { kind: 'wrong' }])
  })

  it('takes as long for an unknown name as for a known one', async () => {
    const { username } = await account()
    const timed = async (name: string, turn: number) => {
      const began = performance.now()
      await come({ username: name, password: 'not this one', address: `10.9.${name.length}.${turn}` }, 7200 + turn)
      return performance.now() - began
    }
    // In turns, so that a busy machine slows both alike.
    const times: [number, number][] = []
    for (let turn = 0; turn < 15; turn++) times.push([await timed(username, turn), await timed('nobody-at-all', turn)])
    const median = (which: 0 | 1) => times.map((pair) => pair[which]).sort((a, b) => a - b)[7]!
    expect(median(0) / median(1)).toBeGreaterThan(0.4)
    expect(median(0) / median(1)).toBeLessThan(2.5)
  })

  it('tells who has the right one-time password that it has expired', async () => {
    const typed = await account()
    expect((await come(typed, 73 * 3600)).kind).toBe('expired')
  })

  it('lets twenty good sign-ins from one address pass at once', async () => {
    const typed = await account()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => come({ ...typed, address: '10.1.2.1' })))
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(Array(20).fill('in'))
  })
})

describe('the throttle', () => {
  it('makes one address wait for one account after five failures, even with the right password', async () => {
    const typed = await account()
    await fail(5, { username: typed.username, address: '10.2.0.1' })
    expect(await come({ ...typed, address: '10.2.0.1' }, 1)).toEqual({ kind: 'wait', seconds: 14 })
    expect((await come({ ...typed, address: '10.2.0.1' }, 16)).kind).toBe('in')
  })

  it('holds for names that nobody has too', async () => {
    await fail(5, { username: 'ghost', address: '10.2.0.2' })
    expect((await come({ username: 'ghost', password: 'anything', address: '10.2.0.2' })).kind).toBe('wait')
  })

  it('is not locked by a third person at another address', async () => {
    const typed = await account()
    await fail(200, { username: typed.username, address: '10.2.0.3' })
    expect((await come({ ...typed, address: '10.2.0.4' })).kind).toBe('in')
  })

  it('is not locked for a device that signed in before, even at the same address', async () => {
    const typed = await account()
    await fail(200, { username: typed.username, address: '10.2.0.5' })
    expect((await come({ ...typed, address: '10.2.0.5', device: 'a-known-device' })).kind).toBe('in')
  })

  it('never holds longer than a quarter of an hour', async () => {
    const typed = await account()
    for (let time = 0; time < 40; time++) await fail(1, { username: typed.username, address: '10.2.0.6' }, time * 901)
    const outcome = await come({ ...typed, address: '10.2.0.6' }, 39 * 901)
    expect(outcome.kind === 'wait' && outcome.seconds).toBeLessThanOrEqual(900)
    expect((await come({ ...typed, address: '10.2.0.6' }, 40 * 901)).kind).toBe('in')
  })

  it('slows an address that tries many names, without closing it for its office', async () => {
    for (let name = 0; name < 60; name++) await fail(1, { username: `guess-${name}`, address: '10.2.0.7' })
    const typed = await account()
    const outcome = await come({ ...typed, address: '10.2.0.7' })
    expect(outcome.kind === 'wait' && outcome.seconds).toBeLessThanOrEqual(60)
    expect((await come({ ...typed, address: '10.2.0.7' }, 61)).kind).toBe('in')
  })

  it('counts many tries at once', async () => {
    const { username } = await account()
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => come({ username, password: 'not this one', address: '10.2.0.8' })))
    expect(outcomes.filter((outcome) => outcome.kind === 'wrong').length).toBeLessThanOrEqual(6)
  })

  it('keeps no name that was typed', () => {
    const keys = house.house.sqlite.prepare('select key from throttles').all()
    expect(JSON.stringify(keys)).not.toMatch(/ghost|guess|person/)
  })
})

describe('signing out everywhere', () => {
  it('raises the version that sessions carry, of one’s own account only', async () => {
    const { actors } = house
    signOutEverywhere(ctxOf(actors.owner))
    expect(identityById(actors.owner.id)?.tokenVersion).toBe(2)
    expect(identityById(actors.otherOwner.id)?.tokenVersion).toBe(1)
    expect(await refusalOf(() => signOutEverywhere(ctxOf(system)))).toBe('forbidden')
  })
})
