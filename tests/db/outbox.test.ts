import { eq, like } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { saveEmail } from '../../db/commands/email'
import { callMeeting } from '../../db/commands/meetings'
import { composeMail, retryMail, settleMail, takeMail } from '../../db/commands/outbox'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { deactivateUser, reactivateUser } from '../../db/commands/users'
import { mailCourier, mailWriter } from '../../db/outbox/courier'
import { mailFacts } from '../../db/queries/mail-facts'
import { mailList, ownEmail } from '../../db/queries/outbox'
import { eventBodies, events, outbox, projectList, users } from '../../db/schema'
import { type Ctx, system, type UserActor } from '../../domain/actor'
import { addDays, type Day } from '../../domain/calendar'
import { type Letter, type MailOutcome, mostAttempts, type Post } from '../../domain/mail'
import { monthlyInput } from '../../domain/update-input'
import { addUser, ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { type MailServer, mailServer, postOf, readMail } from '../support/mail-server'
import { refusalOf } from '../support/refusal'
import { giveWork } from '../support/work'

let t: TestHouse
let clock: { at: string; today: Day }
const ctx = (): Ctx => ({ actor: system, requestId: 'mail', ...clock })
const later = (minutes: number): void => {
  clock.at = new Date(Date.parse(clock.at) + minutes * 60_000).toISOString()
}
const origin = 'https://xmk.example.cn'
const address = 'owner@example.cn'

beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
  giveWork(t, 'P0002', { organisationId: t.organisations.other })
})
afterAll(() => t.close())
beforeEach(() => {
  clock = { at: '2025-10-16T01:00:00.000Z', today: testDay }
})
afterEach(() => {
  orm().delete(outbox).run()
  orm().update(users).set({ email: null, locale: null }).run()
})

const rows = () => orm().select().from(outbox).all()
const mailOf = (id: number) => orm().select().from(outbox).where(eq(outbox.id, id)).get()!
const setAddress = (actor: UserActor, email: string | null = address) => saveEmail(ctxOf(actor), { email })

/** A reminder of the owner that waits. */
function waiting(text: { title?: string; body?: string } = {}): number {
  setAddress(t.actors.owner)
  const row = { userId: t.actors.owner.id, day: clock.today, title: text.title ?? '衡东县：3 件事', body: text.body ?? '正文\n' }
  return orm()
    .insert(outbox)
    .values({ ...row, state: 'waiting', nextAttemptAt: clock.at, createdAt: clock.at })
    .returning({ id: outbox.id })
    .get().id
}

const writeAll = (today = clock.today): void => {
  clock.today = today
  const write = mailWriter(origin, ctx)
  for (let steps = 0; write(); steps++) expect(steps).toBeLessThan(1000)
}

describe('one’s own address', () => {
  it('is read by oneself only, and taken away by an empty one', async () => {
    setAddress(t.actors.owner)
    expect(ownEmail(t.actors.owner, t.actors.owner.id)).toEqual({ email: address })
    for (const role of ['bureau', 'admin', 'auditor', 'otherOwner'] as const)
      expect(await refusalOf(() => ownEmail(t.actors[role], t.actors.owner.id))).toBe('forbidden')
    expect(setAddress(t.actors.owner, null)).toEqual({ wanted: false })
    expect(ownEmail(t.actors.owner, t.actors.owner.id)).toEqual({ email: null })
  })

  it('leaves an event without the address; the same address again leaves none', () => {
    const of = () => orm().select().from(events).where(eq(events.action, 'user.email-changed')).all()
    const before = of().length
    setAddress(t.actors.owner, 'very.secret@example.cn')
    setAddress(t.actors.owner, 'very.secret@example.cn')
    expect(of()).toHaveLength(before + 1)
    const body = orm()
      .select()
      .from(eventBodies)
      .where(eq(eventBodies.seq, of().at(-1)!.seq))
      .get()?.body
    expect(JSON.parse(body ?? '')).toMatchObject({ before: { wanted: false }, after: { wanted: true } })
    for (const table of ['events', 'event_bodies', 'idempotency'])
      expect(JSON.stringify(t.house.sqlite.prepare(`select * from ${table}`).all())).not.toContain('very.secret')
  })
})

describe('the reminders of a day', () => {
  it('are one a person who wants them and has something, with what is theirs and nothing of others', () => {
    for (const actor of Object.values(t.actors)) setAddress(actor, `u${actor.id}@example.cn`)
    writeAll()
    writeAll()
    expect(rows().map(({ userId }) => userId)).toEqual([t.actors.owner.id, t.actors.otherOwner.id])
    const [own, other] = rows()
    const name = orm().select().from(projectList).where(eq(projectList.code, 'P0001')).get()!.name
    expect(own).toMatchObject({ day: testDay, state: 'waiting', attempts: 0, title: '衡东县重大项目库：1 件事等您办（2025-10-16）' })
    expect(own?.body).toContain(`【月报】2025-09 待填报 1 项\n  · ${name}（2025-10-09 到期，已逾期）\n  ${origin}/\n`)
    expect(other?.body).not.toContain(name)
    expect(own?.body).not.toMatch(/万元|亿元|test-/)
  })

  it('are written in the person’s language', () => {
    setAddress(t.actors.owner)
    orm().update(users).set({ locale: 'en' }).where(eq(users.id, t.actors.owner.id)).run()
    writeAll()
    expect(rows()[0]?.title).toBe('Hengdong major projects: 1 waiting for you (2025-10-16)')
  })

  it.each([
    ['before half past eight', '2025-10-16T00:29:00.000Z', '2025-10-16'],
    ['on a Saturday', '2025-10-18T02:00:00.000Z', '2025-10-18'],
    ['on a public holiday', '2025-10-06T02:00:00.000Z', '2025-10-06'],
  ])('are none %s', (_, at, today) => {
    setAddress(t.actors.owner)
    clock.at = at
    writeAll(today)
    expect(rows()).toEqual([])
  })

  it('are none without an address, nor for an account that is switched off', () => {
    writeAll()
    expect(rows()).toEqual([])
    setAddress(t.actors.otherOwner)
    deactivateUser(ctxOf(t.actors.admin), { id: t.actors.otherOwner.id })
    writeAll()
    expect(rows()).toEqual([])
    reactivateUser(ctxOf(t.actors.admin), { id: t.actors.otherOwner.id })
  })

  it('tell the bureau how many wait, but not what the reader handed in themselves, and of the meeting of the next working day', () => {
    const update = { code: 'P0002', period: '2025-09', investmentBasis: 'year', investment: '100', remark: '进展正常' }
    submitMonthlyUpdate(ctxOf(t.actors.otherOwner), monthlyInput.parse(update))
    const meeting = { kind: 'monthly', title: '十月调度会', place: null, chairId: null } as const
    for (const heldOn of ['2025-10-17', '2025-10-20', '2025-10-21'])
      callMeeting(ctxOf(t.actors.bureau), { ...meeting, title: `${heldOn} 的会`, heldOn } as never)
    const facts = mailFacts(t.actors.bureau, '2025-10-17')
    expect(facts?.reviews).toEqual([{ kind: 'update', count: 1 }])
    expect(facts?.meetings.map(({ on }) => on)).toEqual(['2025-10-20'])
    expect(mailFacts(t.actors.leader, testDay)).toMatchObject({ reviews: [], desk: 0, meetings: [{ on: '2025-10-17' }] })
    expect(mailFacts(t.actors.admin, testDay)).toBeNull()
    setAddress(t.actors.leader)
    writeAll()
    expect(rows()[0]?.body).toContain('【会议】2025-10-17\n  · 2025-10-17 的会\n')
  })

  it('go after two months', () => {
    waiting()
    orm()
      .update(outbox)
      .set({ day: addDays(testDay, -61) })
      .run()
    composeMail(ctx(), { userId: t.actors.owner.id, origin })
    expect(rows().map(({ day }) => day)).toEqual([testDay])
  })

  it('of a hundred people are written in steps of at most 40 ms', () => {
    for (let index = 0; index < 100; index++) addUser(`many-${index}`, 'owner', t.organisations.own, '2025-01-10')
    orm().update(users).set({ email: address }).where(like(users.username, 'many-%')).run()
    const write = mailWriter(origin, ctx)
    const took: number[] = []
    for (let more = true; more; ) {
      const began = process.cpuUsage()
      more = write()
      const { user, system: own } = process.cpuUsage(began)
      took.push((user + own) / 1000)
    }
    expect(rows().length).toBe(100)
    took.sort((a, b) => a - b)
    // Of the processor's time, since other tests run beside; the slowest few met a collection of garbage.
    expect(took[Math.floor(took.length * 0.9)]).toBeLessThan(40)
  })
})

describe('a mail', () => {
  let server: MailServer
  beforeEach(async () => {
    server = await mailServer()
  })
  afterEach(() => server.close())
  const send = (post: Post = server.post) => mailCourier(post, ctx)()

  it('is delivered once, and reads as it was written', async () => {
    const id = waiting({
      title: '衡东县重大项目库：12 件事等您办（2025-10-16）',
      body: `您好。\n  · 湖南衡东经开区基础设施\n.\n${'长'.repeat(400)}\n`,
    })
    expect(await send()).toBe(true)
    later(3000)
    expect(await send()).toBe(false)
    expect(server.taken).toHaveLength(1)
    const mail = readMail(server.taken[0]!)
    expect(mail.subject).toBe('衡东县重大项目库：12 件事等您办（2025-10-16）')
    expect(mail.text.trimEnd()).toBe(`您好。\n  · 湖南衡东经开区基础设施\n.\n${'长'.repeat(400)}`)
    expect(mail.headers.get('to')).toEqual([address])
    expect(mail.headers.get('message-id')).toEqual([`<reminder.${id}.${testDay}@example.cn>`])
    expect(mail.headers.get('auto-submitted')).toEqual(['auto-generated'])
    expect(mailOf(id)).toMatchObject({ state: 'sent', attempts: 1, body: '', error: null })
    expect(mailOf(id).sentAt).not.toBeNull()
  })

  it('that is put off is tried again a minute later, and delivered once', async () => {
    const id = waiting()
    server.rcpt.push({ code: 451, words: `try again later <${address}>` })
    await send()
    expect(mailOf(id)).toMatchObject({ state: 'waiting', attempts: 1, error: expect.stringContaining('451 try again later <***>') })
    expect(await send()).toBe(false)
    later(1)
    expect(await send()).toBe(true)
    expect(server.taken).toHaveLength(1)
    expect(mailOf(id)).toMatchObject({ state: 'sent', attempts: 2, error: null })
  })

  it('whose text is put off is tried again too', async () => {
    const id = waiting()
    server.data.push({ code: 452, words: 'disk full' })
    await send()
    expect(mailOf(id)).toMatchObject({ state: 'waiting', error: '452 disk full' })
  })

  it('that is refused for its recipient is given up at once, with the server’s words', async () => {
    const id = waiting()
    server.rcpt.push({ code: 550, words: 'no such user here' })
    await send()
    expect(mailOf(id)).toMatchObject({ state: 'given-up', attempts: 1, error: '550 no such user here' })
    later(10_000)
    expect(await send()).toBe(false)
    expect(server.taken).toEqual([])
  })

  it('waits while the server is down, through all attempts, and is then given up', async () => {
    const gone = await mailServer()
    await gone.close()
    const id = waiting()
    for (const [attempts, wait] of [1, 5, 30, 120, 720].entries()) {
      expect(await send(gone.post)).toBe(true)
      expect(mailOf(id)).toMatchObject({ state: 'waiting', attempts: attempts + 1, error: expect.stringMatching(/ECONNREFUSED/) })
      later(wait - 0.01)
      expect(await send(gone.post)).toBe(false)
      later(0.01)
    }
    await send(gone.post)
    expect(mailOf(id)).toMatchObject({ state: 'given-up', attempts: mostAttempts })
    retryMail(ctxOf(t.actors.admin), { id })
    orm().update(outbox).set({ nextAttemptAt: clock.at }).run()
    await send()
    expect(mailOf(id)).toMatchObject({ state: 'sent', attempts: 1 })
    expect(server.taken).toHaveLength(1)
  })

  it('adds no header, whatever is in its words', async () => {
    waiting({ title: '甲工程\r\nBcc: x@y.cn\r\nX-Evil: 1\r\n\r\n乙', body: '甲\r\nBcc: x@y.cn\r\n\r\n.\r\nMAIL FROM:<x@y.cn>\r\n' })
    await send()
    expect(server.taken).toHaveLength(1)
    const { headers } = readMail(server.taken[0]!)
    expect(headers.has('bcc')).toBe(false)
    expect(headers.has('x-evil')).toBe(false)
    expect(headers.get('to')).toEqual([address])
  })

  it('comes once more, and no oftener, after a stop between sending and noting it; under the same Message-ID', async () => {
    const id = waiting()
    const letter = takeMail(ctx())
    expect(await server.post.send(letter!)).toEqual({ outcome: 'sent' })
    // The process ends here: nothing is noted. The next one finds the mail counted as tried.
    expect(await send()).toBe(false)
    later(1)
    expect(await send()).toBe(true)
    later(3000)
    expect(await send()).toBe(false)
    const marks = server.taken.map((raw) => readMail(raw).headers.get('message-id')?.[0])
    expect(marks).toEqual([marks[0], marks[0]])
    expect(mailOf(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('leaves one at a time: a second call while one is under way does nothing', async () => {
    waiting()
    const letters: Letter[] = []
    let answer = (_: MailOutcome): void => {}
    const slow: Post = {
      origin,
      send: (letter) => {
        letters.push(letter)
        return new Promise((done) => {
          answer = done
        })
      },
    }
    const courier = mailCourier(slow, ctx)
    const first = courier()
    later(60)
    expect(await courier()).toBe(false)
    expect(letters).toHaveLength(1)
    answer({ outcome: 'sent' })
    expect(await first).toBe(true)
  })

  it('is not sent once the account is off, the address gone, or the mail two days old', async () => {
    const ids = { off: waiting() }
    deactivateUser(ctxOf(t.actors.admin), { id: t.actors.owner.id })
    expect(await send()).toBe(false)
    expect(mailOf(ids.off)).toMatchObject({ state: 'given-up', error: 'switched-off' })
    reactivateUser(ctxOf(t.actors.admin), { id: t.actors.owner.id })
    clock.today = '2025-10-17'
    const gone = waiting()
    setAddress(t.actors.owner, null)
    expect(await send()).toBe(false)
    expect(mailOf(gone)).toMatchObject({ state: 'given-up', error: 'no-address' })
    clock.today = '2025-10-20'
    const old = waiting()
    later(2 * 24 * 60 + 1)
    expect(await send()).toBe(false)
    expect(mailOf(old)).toMatchObject({ state: 'given-up', error: 'too-old' })
    expect(server.taken).toEqual([])
    expect(await refusalOf(() => retryMail({ ...ctxOf(t.actors.admin), at: clock.at }, { id: old }))).toBe('mail-not-again')
  })

  it('that stopped in its last attempt is not tried for ever', async () => {
    const id = waiting()
    orm().update(outbox).set({ attempts: mostAttempts }).run()
    expect(await send()).toBe(false)
    expect(mailOf(id)).toMatchObject({ state: 'given-up', error: 'interrupted' })
  })

  it('is sent to an address that never answers, and fails without an exception', async () => {
    const outcome = await postOf(1).send({ id: 1, mark: 'x', to: address, title: '一', body: '二' })
    expect(outcome).toMatchObject({ outcome: 'later', words: expect.stringMatching(/ECONNREFUSED/) })
  })
})

describe('the administrator’s list', () => {
  it('shows who and how it went, never the text nor the address', () => {
    const id = waiting({ title: '标题机密', body: '正文机密' })
    takeMail(ctx())
    settleMail(ctx(), { id, outcome: 'refused', words: '550 no' })
    const list = mailList(t.actors.admin, clock.at, { state: null, page: 1 })
    expect(list).toMatchObject({ total: 1, rows: [{ id, username: 'test-owner', state: 'given-up', error: '550 no', mayRetry: true }] })
    expect(JSON.stringify(list)).not.toMatch(/机密|owner@example/)
    expect(mailList(t.actors.admin, clock.at, { state: 'sent', page: 1 })).toEqual({ rows: [], total: 0 })
  })

  it('lets what was sent stand', async () => {
    const id = waiting()
    takeMail(ctx())
    settleMail(ctx(), { id, outcome: 'sent' })
    expect(await refusalOf(() => retryMail(ctxOf(t.actors.admin), { id }))).toBe('mail-not-again')
    expect(await refusalOf(() => retryMail(ctxOf(t.actors.admin), { id: 999_999 }))).toBe('not-found')
  })
})
