import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMailTime, isTooOld, mostAttempts, nextAttempt, oneLine, serverWords } from '../../domain/mail'
import { emailInput, isEmail } from '../../domain/mail-input'
import { type MailFacts, mailLetter } from '../../domain/mail-letter'
import { mailConfiguration } from '../../domain/mail-settings'
import { messagesFor } from '../../domain/messages'

const at = '2025-10-16T01:00:00.000Z'

describe('the wait between attempts', () => {
  it('is 1, 5 and 30 minutes, 2 and 12 hours, and then nothing', () => {
    const minutes = Array.from({ length: mostAttempts }, (_, index) => nextAttempt(index + 1, at)).map((next) =>
      next === null ? null : (Date.parse(next) - Date.parse(at)) / 60_000,
    )
    expect(minutes).toEqual([1, 5, 30, 120, 720, null])
  })

  it('grows with every attempt from whatever instant, and all attempts end before a mail is too old', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
        const from = date.toISOString()
        let [now, wait, attempts] = [from, 0, 0]
        for (let next = nextAttempt(++attempts, now); next !== null; next = nextAttempt(++attempts, now)) {
          const waited = Date.parse(next) - Date.parse(now)
          expect(waited).toBeGreaterThan(wait)
          ;[now, wait] = [next, waited]
        }
        expect(attempts).toBe(mostAttempts)
        expect(isTooOld(from, now)).toBe(false)
      }),
    )
  })

  it('has no attempt after the last, however many are counted', () => {
    for (const attempts of [0, mostAttempts, mostAttempts + 1, 100, -1]) expect(nextAttempt(attempts, at)).toBeNull()
  })
})

describe('the hour of mails', () => {
  it.each([
    ['2025-10-16T00:29:59.999Z', false],
    ['2025-10-16T00:30:00.000Z', true],
    ['2025-10-16T15:59:59.999Z', true],
    ['2025-10-15T16:00:00.000Z', false],
  ])('%s: %s', (instant, told) => expect(isMailTime(instant)).toBe(told))
})

describe('an address', () => {
  it.each(['a@b.cn', 'zhang.san+x@mail.example.gov.cn', `${'a'.repeat(64)}@example.cn`])('is taken: %s', (text) => {
    expect(emailInput.parse({ email: ` ${text} ` })).toEqual({ email: text })
  })

  it.each([
    'a',
    'a@b',
    '@b.cn',
    'a@b..cn',
    'a b@c.cn',
    'a@b.cn\r\nBcc: x@y.cn',
    'a@b.cn\nx@y.cn',
    'a@b.cn,x@y.cn',
    'x <a@b.cn>',
    'a@b.cn\u0000',
    '张三@例子.cn',
    `a@${'b'.repeat(64)}.cn`,
    `${'a'.repeat(60)}@${`${'b'.repeat(60)}.`.repeat(4)}cn`,
  ])('is refused: %j', (text) => {
    expect(emailInput.safeParse({ email: text }).success).toBe(false)
    expect(isEmail(text)).toBe(false)
  })

  it('may be empty: no mail', () => expect(emailInput.parse({ email: ' ' })).toEqual({ email: null }))
})

describe('the settings', () => {
  const good = {
    SMTP_URL: 'smtp://user%40x:p%3Aw@mail.example.cn',
    SMTP_FROM: '项目库 <xmk@example.cn>',
    NEXTAUTH_URL: 'https://xmk.example.cn/',
  }

  it('are off without SMTP_URL', () => expect(mailConfiguration({ SMTP_FROM: 'a@b.cn' })).toEqual({ state: 'off' }))

  it('are read, with the usual ports', () => {
    expect(mailConfiguration(good)).toEqual({
      state: 'on',
      host: 'mail.example.cn',
      port: 587,
      secure: false,
      local: false,
      credentials: { user: 'user@x', pass: 'p:w' },
      from: { name: '项目库', address: 'xmk@example.cn' },
      origin: 'https://xmk.example.cn',
    })
    expect(mailConfiguration({ ...good, SMTP_URL: 'smtps://[::1]' })).toMatchObject({
      host: '::1',
      port: 465,
      secure: true,
      local: true,
      credentials: null,
    })
    expect(mailConfiguration({ ...good, SMTP_URL: 'smtp://127.0.0.1:2525' })).toMatchObject({ port: 2525, local: true })
    expect(mailConfiguration({ ...good, SMTP_FROM: 'a@b.cn' })).toMatchObject({ from: { name: '', address: 'a@b.cn' } })
  })

  it.each([
    [{ SMTP_URL: 'mail.example.cn' }, 'url-unreadable'],
    [{ SMTP_URL: 'smtp://' }, 'url-unreadable'],
    [{ SMTP_URL: 'https://mail.example.cn' }, 'url-scheme'],
    [{ SMTP_URL: 'smtp://a%zz:b@mail.example.cn' }, 'url-credentials'],
    [{ SMTP_FROM: '' }, 'from-missing'],
    [{ SMTP_FROM: '项目库' }, 'from-unreadable'],
    [{ SMTP_FROM: 'a@b.cn\r\nBcc: <x@y.cn>' }, 'from-unreadable'],
    [{ NEXTAUTH_URL: undefined }, 'address-missing'],
    [{ NEXTAUTH_URL: 'xmk.example.cn' }, 'address-missing'],
  ])('say what is wrong: %j', (change, problem) => {
    expect(mailConfiguration({ ...good, ...change })).toEqual({ state: 'wrong', problem })
    for (const locale of ['zh-CN', 'en'] as const) expect(Object.keys(messagesFor(locale).mail.problems)).toContain(problem)
  })
})

describe('the words of a mail', () => {
  const none = { items: [], total: 0 }
  const nothing: MailFacts = {
    month: '2025-09',
    reports: none,
    returned: none,
    findings: none,
    conditions: none,
    reviews: [],
    desk: 0,
    meetings: [],
  }
  const place = { origin: 'https://xmk.example.cn', today: '2025-10-16' }

  it('are none where there is nothing to say', () => expect(mailLetter(nothing, place, messagesFor('zh-CN'))).toBeNull())

  it('say what is due and what is overdue, how many more, and where', () => {
    const reports = {
      items: [
        { work: '甲工程', on: '2025-10-09' },
        { work: '乙工程', on: '2025-10-20' },
      ],
      total: 7,
    }
    const letter = mailLetter({ ...nothing, reports, reviews: [{ kind: 'update', count: 3 }] }, place, messagesFor('zh-CN'))
    expect(letter?.title).toBe('衡东县重大项目库：10 件事等您办（2025-10-16）')
    expect(letter?.body).toContain(
      '【月报】2025-09 待填报 7 项\n  · 甲工程（2025-10-09 到期，已逾期）\n  · 乙工程（2025-10-20 到期）\n  · 另有 5 件\n  https://xmk.example.cn/\n',
    )
    expect(letter?.body).toContain('  · 填报：3\n  https://xmk.example.cn/reviews')
    expect(mailLetter({ ...nothing, reports }, place, messagesFor('en'))?.title).toBe(
      'Hengdong major projects: 7 waiting for you (2025-10-16)',
    )
  })

  it('keep what people typed on its one line', () => {
    const name = '甲\r\nBcc: x@y.cn\r\n\r\n工程\u2028丁\u0085戊'
    const letter = mailLetter(
      { ...nothing, conditions: { items: [{ work: name, on: '2025-10-16' }], total: 1 } },
      place,
      messagesFor('zh-CN'),
    )
    expect(letter?.body).toContain('  · 甲 Bcc: x@y.cn 工程 丁 戊（2025-10-16 到期）\n')
    expect(oneLine(name)).not.toMatch(/[\r\n\u2028\u0085]/)
  })

  it('of a mail server stand on one line, shortened, without the address', () => {
    expect(serverWords('550 5.1.1 <a@b.cn>: no such user\r\n550 bye', 'a@b.cn')).toBe('550 5.1.1 <***>: no such user 550 bye')
    expect(serverWords('x'.repeat(1000), 'a@b.cn')).toHaveLength(300)
  })
})
