import { orm } from '../../../db/client'
import { saveEmail } from '../../../db/commands/email'
import { composeMail, retryMail, settleMail, takeMail } from '../../../db/commands/outbox'
import { outbox } from '../../../db/schema'
import { type TestHouse, testDay } from '../house'
import { type Attempt, type Caller, given } from './attempt'

const people: Caller[] = ['owner', 'otherOwner', 'bureau', 'bureau2', 'supervisor', 'supervisor2', 'leader', 'admin', 'auditor']
const at = '2025-10-16T01:00:00.000Z'

const mail = (t: TestHouse, state: 'waiting' | 'given-up'): number => {
  const row = { userId: t.actors.owner.id, day: testDay, title: '提醒', body: '正文', state, nextAttemptAt: at, createdAt: at }
  return orm().insert(outbox).values(row).returning({ id: outbox.id }).get().id
}

export const mailAttempts: Attempt[] = [
  { command: 'saveEmail', may: people, prepare: () => (ctx) => saveEmail(ctx, { email: 'someone@example.cn' }) },
  {
    command: 'composeMail',
    may: ['system'],
    prepare: (t) => (ctx) => composeMail(ctx, { userId: t.actors.owner.id, origin: 'https://example.cn' }),
  },
  { command: 'takeMail', may: ['system'], prepare: (t) => given(mail(t, 'waiting'), (ctx) => takeMail(ctx)) },
  {
    command: 'settleMail',
    may: ['system'],
    prepare: (t) => given(mail(t, 'waiting'), (ctx, id) => settleMail(ctx, { id, outcome: 'sent' })),
  },
  { command: 'retryMail', may: ['admin'], prepare: (t) => given(mail(t, 'given-up'), (ctx, id) => retryMail(ctx, { id })) },
]
