import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { changePassword, changeProfile, recoverAccount, resetPassword } from '../../db/commands/passwords'
import { signIn } from '../../db/commands/sign-in'
import { previewUsers, usersOfList } from '../../db/commands/user-list'
import { changeUser, createUsers, deactivateUser, reactivateUser } from '../../db/commands/users'
import { listEvents } from '../../db/queries/events'
import { identityById } from '../../db/queries/identity'
import { activeAccounts, listUsers, userById } from '../../db/queries/users'
import { eventBodies, events, users } from '../../db/schema'
import { type Role, system } from '../../domain/actor'
import type { NewUser } from '../../domain/user'
import { ctxOf, openTestHouse, systemCtx, type TestHouse, testDay } from '../support/house'
import { refusalOf } from '../support/refusal'

let house: TestHouse
beforeAll(() => {
  house = openTestHouse()
})
afterAll(() => house.close())

const admin = () => ctxOf(house.actors.admin)
const person = (username: string, role: Role = 'owner'): NewUser => ({ name: '王某', username, role, organisation: '测试甲公司' })
const create = async (username: string, role: Role = 'owner') => (await createUsers(admin(), { users: [person(username, role)] }))[0]!
const rowOf = (id: number) => orm().select().from(users).where(eq(users.id, id)).get()!
const edit = (id: number, change: Partial<{ role: Role; organisation: string; version: number }>) => {
  const { name, role, version } = rowOf(id)
  return { id, name, role, version, organisation: '测试甲公司', ...change }
}

describe('creating accounts', () => {
  it('gives each a one-time password for 72 hours that must be changed', async () => {
    const slip = await create('wang')
    const row = rowOf(slip.id)
    expect(slip.password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/)
    expect(row.mustChangePassword).toBe(true)
    expect(Date.parse(row.passwordExpiresAt!) - Date.parse(row.createdAt)).toBe(72 * 3_600_000)
    expect(row.passwordHash).toMatch(/^\$argon2id\$/)
  })

  it('refuses a name that somebody has, whatever its capitals', async () => {
    await create('taken')
    expect(await refusalOf(() => create('taken'))).toBe('invalid: username username-taken')
  })

  it('refuses an organisation that is not there', async () => {
    const lost = { ...person('lost'), organisation: '没有的单位' }
    expect(await refusalOf(() => createUsers(admin(), { users: [lost] }))).toBe('invalid: organisation organisation-unknown')
  })

  it('makes all of a list or none', async () => {
    const list = { users: [person('first-of-list'), person('taken')], lines: [1, 2] }
    expect(await refusalOf(() => createUsers(admin(), list))).toBe('invalid: list list-wrong')
    expect(listUsers(house.actors.admin, { q: 'first-of-list', page: 1 }).total).toBe(0)
  })

  it('makes one record of a repeated request, and does not show the passwords again', async () => {
    const ctx = ctxOf(house.actors.admin, testDay, 'same-key')
    const [first] = await createUsers(ctx, { users: [person('once')] })
    const [again] = await createUsers(ctx, { users: [person('once')] })
    expect(again).toEqual({ ...first, password: null })
  })

  it('writes no password, nor its hash, into events or kept answers', async () => {
    const { password } = await create('silent')
    const bodies = orm().select().from(eventBodies).orderBy(desc(eventBodies.seq)).limit(1).all()
    expect(JSON.stringify(bodies)).toContain('silent')
    expect(JSON.stringify(bodies)).not.toContain(password)
    expect(JSON.stringify(bodies)).not.toContain('argon2')
    const kept = house.house.sqlite.prepare('select result from idempotency').all()
    expect(JSON.stringify(kept)).not.toMatch(/argon2|[a-z2-9]{5}-[a-z2-9]{5}-/)
  })
})

describe('a pasted list', () => {
  it('says of every line what is wrong, and makes nothing', () => {
    const text = '李一\tli.yi\t项目单位\t测试甲公司\n李二\tli.yi\t项目单位\t测试甲公司\n\n李三\tLi San\t院长\t无名单位\r\n'
    const { lines, good, bad } = previewUsers(admin(), text)
    expect({ good, bad }).toEqual({ good: 1, bad: 2 })
    expect(lines.map((line) => [line.line, line.issues.map((issue) => `${issue.field} ${issue.code}`).join(', ')])).toEqual([
      [1, ''],
      [2, 'username username-taken'],
      [4, 'username username-shape, role not-a-choice'],
    ])
    expect(listUsers(house.actors.admin, { q: 'li.yi', page: 1 }).total).toBe(0)
  })

  it('becomes accounts when every line is right', async () => {
    const slips = await createUsers(admin(), usersOfList('赵一\tzhao.yi\t发改局\t测试发改局\n赵二\tzhao.er\tsupervisor\t测试发改局'))
    expect(slips.map(({ username, role }) => [username, role])).toEqual([
      ['zhao.yi', 'bureau'],
      ['zhao.er', 'supervisor'],
    ])
  })

  it('is refused whole when a line is wrong or when it is too long', async () => {
    expect(await refusalOf(() => usersOfList('赵三\tzhao.san\t院长\t测试发改局'))).toBe('invalid: list list-wrong')
    const long = Array.from({ length: 201 }, (_, at) => `人${at}\tperson${at}\towner\t测试甲公司`).join('\n')
    expect(await refusalOf(() => usersOfList(long))).toBe('invalid: list list-wrong')
    expect(await refusalOf(() => usersOfList('\n\n'))).toBe('invalid: list required')
  })
})

describe('changing accounts', () => {
  it('acts on the next request and keeps before and after', async () => {
    const { id } = await create('changing')
    changeUser(admin(), edit(id, { role: 'leader', organisation: '测试发改局' }))
    expect(identityById(id)).toMatchObject({ role: 'leader', organisation: '测试发改局' })
    const [event] = listEvents(house.actors.auditor, { subject: `user:${id}` }).rows
    expect(event?.body).toMatchObject({ before: { role: 'owner' }, after: { role: 'leader' } })
  })

  it('refuses a stale edit', async () => {
    const { id } = await create('stale-edit')
    changeUser(admin(), edit(id, {}))
    expect(await refusalOf(() => changeUser(admin(), edit(id, { version: 1 })))).toBe('stale')
  })

  it('does not let administrators give themselves a role or close their own account', async () => {
    const { id } = house.actors.admin
    expect(await refusalOf(() => changeUser(admin(), edit(id, { role: 'bureau' })))).toBe('own-account')
    expect(await refusalOf(() => deactivateUser(admin(), { id }))).toBe('own-account')
  })

  it('keeps one administrator who can sign in', async () => {
    const second = await create('second-admin', 'admin')
    const secondCtx = ctxOf({ kind: 'user', id: second.id, role: 'admin', organisationId: house.organisations.own })
    deactivateUser(secondCtx, { id: house.actors.admin.id })
    const third = await createUsers(secondCtx, { users: [person('third')] })
    expect(third).toHaveLength(1)
    expect(await refusalOf(() => changeUser(admin(), edit(second.id, { role: 'owner' })))).toBe('last-admin')
    expect(await refusalOf(() => deactivateUser(admin(), { id: second.id }))).toBe('last-admin')
    reactivateUser(secondCtx, { id: house.actors.admin.id })
    deactivateUser(admin(), { id: second.id })
    expect(activeAccounts(house.actors.admin).admin).toBe(1)
  })

  it('closes at once and opens again', async () => {
    const { id } = await create('closing')
    deactivateUser(admin(), { id })
    expect(identityById(id)).toMatchObject({ active: false, tokenVersion: 2 })
    deactivateUser(admin(), { id })
    expect(
      orm()
        .select()
        .from(events)
        .where(eq(events.subject, `user:${id}`))
        .all()
        .map((event) => event.action),
    ).toEqual(['user.created', 'user.deactivated'])
    reactivateUser(admin(), { id })
    expect(identityById(id)?.active).toBe(true)
  })
})

describe('passwords', () => {
  const mine = 'a pear tree at the gate'
  const asUser = (id: number) => ctxOf({ kind: 'user', id, role: 'owner', organisationId: house.organisations.own })
  const change = (id: number, currentPassword: string, newPassword: string, newPasswordAgain = newPassword) =>
    changePassword(asUser(id), { currentPassword, newPassword, newPasswordAgain })
  const tryIn = (username: string, password: string) =>
    signIn(systemCtx(), { username, password, address: '10.0.0.9', device: null }).then((outcome) => outcome.kind)

  it('are changed by their owner, which ends every session and the one-time password', async () => {
    const { id, password } = await create('first-time')
    const { tokenVersion } = await change(id, password!, mine)
    expect(rowOf(id)).toMatchObject({ tokenVersion, mustChangePassword: false, passwordExpiresAt: null })
    expect(tokenVersion).toBe(2)
    expect(await tryIn('first-time', mine)).toBe('in')
    expect(await tryIn('first-time', password!)).toBe('wrong')
  })

  it('are refused when weak, the same, unlike the second time, or when the present one is wrong', async () => {
    const { id, password } = await create('choosy')
    expect(await refusalOf(() => change(id, password!, 'short'))).toBe('invalid: newPassword too-short')
    expect(await refusalOf(() => change(id, password!, 'password123456'))).toBe('invalid: newPassword password-common')
    expect(await refusalOf(() => change(id, password!, password!))).toBe('invalid: newPassword password-same')
    expect(await refusalOf(() => change(id, password!, mine, `${mine}s`))).toBe('invalid: newPasswordAgain password-again')
    expect(await refusalOf(() => change(id, 'not the one', mine))).toBe('invalid: currentPassword password-wrong')
  })

  it('cannot be guessed through a session left open', async () => {
    const { id, password } = await create('left-open')
    for (let time = 0; time < 10; time++) await refusalOf(() => change(id, `guess number ${time}`, mine))
    expect(await refusalOf(() => change(id, password!, mine))).toBe('invalid: currentPassword wait')
  })

  it('are reset by an administrator to a one-time one that is shown once', async () => {
    const { id } = await create('forgetful')
    const ctx = ctxOf(house.actors.admin, testDay, 'reset-key')
    const slip = await resetPassword(ctx, { id })
    expect((await resetPassword(ctx, { id })).password).toBeNull()
    expect(await tryIn('forgetful', slip.password!)).toBe('in')
    expect(rowOf(id)).toMatchObject({ mustChangePassword: true, tokenVersion: 2 })
  })

  it('are recovered only by the server itself, also for a closed account, with an event', async () => {
    const { id, username } = await create('locked-out', 'admin')
    deactivateUser(admin(), { id })
    expect(await refusalOf(() => recoverAccount(admin(), username))).toBe('forbidden')
    const { password } = await recoverAccount({ ...systemCtx(), actor: system }, 'LOCKED-OUT')
    expect(await tryIn(username, password)).toBe('in')
    const actions = listEvents(house.actors.auditor, { subject: `user:${id}` }).rows.map((row) => row.action)
    expect(actions).toEqual(['user.signed-in', 'user.reactivated', 'user.password-reset', 'user.deactivated', 'user.created'])
  })

  it('leave the language as the person’s own choice', async () => {
    const { id } = await create('speaks-english')
    changeProfile(asUser(id), { locale: 'en' })
    expect(rowOf(id).locale).toBe('en')
    expect(await refusalOf(() => changeProfile(systemCtx(), { locale: 'en' }))).toBe('forbidden')
  })
})

describe('only an administrator', () => {
  const others = ['owner', 'bureau', 'supervisor', 'leader', 'auditor'] as const
  it.each(others)('keeps accounts; %s is refused every command and list', async (role) => {
    const actor = house.actors[role]
    const ctx = ctxOf(actor)
    const target = { id: house.actors.otherOwner.id }
    const attempts = [
      () => createUsers(ctx, { users: [person('x-forbidden')] }),
      () => previewUsers(ctx, '甲\tjia\towner\t测试甲公司'),
      () => changeUser(ctx, edit(target.id, { role: 'admin' })),
      () => resetPassword(ctx, target),
      () => deactivateUser(ctx, target),
      () => reactivateUser(ctx, target),
      () => listUsers(actor, { page: 1 }),
      () => userById(actor, target.id),
    ]
    for (const attempt of attempts) expect(await refusalOf(attempt)).toBe('forbidden')
  })

  it('counts accounts for those whose steps need a second person', async () => {
    expect(activeAccounts(house.actors.bureau).supervisor).toBeGreaterThanOrEqual(2)
    expect(await refusalOf(() => activeAccounts(house.actors.owner))).toBe('forbidden')
  })
})

describe('the event log', () => {
  it('shows an auditor everything, an administrator what happened to accounts, others nothing', async () => {
    const seen = listEvents(house.actors.auditor, {}).rows.map((row) => row.action)
    expect(seen.length).toBeGreaterThan(10)
    const accounts = listEvents(house.actors.admin, {}).rows.map((row) => row.action)
    expect(accounts.every((action) => /^(user|token|organisation)\./.test(action))).toBe(true)
    expect(listEvents(house.actors.admin, { action: 'house.founded' }).rows).toEqual([])
    for (const role of ['owner', 'bureau', 'supervisor', 'leader'] as const)
      expect(await refusalOf(() => listEvents(house.actors[role], {}))).toBe('forbidden')
  })

  it('pages by number, newest first, without a gap', () => {
    const first = listEvents(house.actors.auditor, {})
    const second = listEvents(house.actors.auditor, { before: first.next })
    expect(first.rows.at(-1)!.seq - 1).toBe(second.rows[0]!.seq)
  })
})
