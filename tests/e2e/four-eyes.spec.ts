import type { APIRequestContext } from '@playwright/test'
import sharp from 'sharp'
import { messagesFor } from '../../domain/messages'
import { call, type Fields } from '../support/actions'
import { actionOf } from '../support/actions/house'
import { expect } from '../support/browser'
import { signedIn, upload } from '../support/http'
import { peopleTest as test } from '../support/people'
import { accountOf, type Server } from '../support/server'
import { eventsOf, look } from '../support/subjects'

const t = messagesFor('zh-CN')
const folder = 'app/findings/[number]'
const facts = '四眼试验问题'
/** Nobody else's tests use the last unit's account. */
const lastOwner = 19

type Finding = { id: number; number: string; version: number; state: string }
const finding = (demo: Server) => look<Finding>(demo, 'select id, number, version, state from findings where facts = ?', facts)
const ref = (demo: Server): Fields => ({ id: String(finding(demo).id), version: String(finding(demo).version) })

async function done(who: APIRequestContext, action: string, fields: Fields): Promise<void> {
  const { said, text } = await call(who, actionOf(action), fields)
  expect({ action, said, text: said === 'saved' ? '' : text }).toEqual({ action, said: 'saved', text: '' })
}

/** Refused with these words, and nothing is written. */
async function refused(demo: Server, who: APIRequestContext, action: string, more: Fields, words: string): Promise<void> {
  const before = eventsOf(demo)
  const { said, text } = await call(who, actionOf(action), { ...ref(demo), ...more })
  expect({ action, said }).toEqual({ action, said: 'refused' })
  expect(text, action).toContain(words)
  expect(eventsOf(demo), action).toBe(before)
  expect(finding(demo).state, action).toBe('closure-requested')
}

const verifying: readonly (readonly [string, Fields])[] = [
  ['close', { words: '已核' }],
  ['closeAndLook', { recheckDueOn: '2025-12-01' }],
  ['sendBack', { words: '不够', dueOn: '2025-12-01' }],
]

type Person = { id: number; version: number; name: string; organisation: string; unitId: number }
const person = (demo: Server, username: string) =>
  look<Person>(
    demo,
    `select u.id, u.version, u.name, o.name as organisation, o.id as unitId from users u join organisations o on o.id = u.organisation_id where u.username = ?`,
    username,
  )

test('who rectified cannot verify over HTTP, before and after the administrator makes a supervisor of them', async ({ demo, people }) => {
  const account = accountOf(demo.accounts, 'owner', lastOwner)
  const unit = person(demo, account.username)
  const change = (role: string): Fields => {
    const { id, version, name, organisation } = person(demo, account.username)
    return { id: String(id), version: String(version), name, organisation, role }
  }
  const owner = await signedIn(demo, account)
  const told = { source: 'audit', category: 'safety', severity: 'general', facts, foundBy: '督查组', foundOn: '2025-10-15' }
  await done(people.supervisor, 'app/findings/new register', { ...told, unitId: String(unit.unitId) })
  await done(people.supervisor, `${folder} assign`, { ...ref(demo), unitId: String(unit.unitId), dueOn: '2025-11-20' })
  for (const step of ['acknowledge', 'plan', 'start']) await done(owner, `${folder} ${step}`, { ...ref(demo), words: '已办' })
  // A picture of its own: the same bytes handed in elsewhere would be the same file, and readable here.
  const picture = await sharp({ create: { width: 3, height: 3, channels: 3, background: '#1f4f7a' } })
    .png()
    .toBuffer()
  await upload(owner, `draft:finding:${finding(demo).id}`, '整改后.png', picture)
  await done(owner, `${folder} request`, { ...ref(demo), words: '已整改' })
  for (const [action, more] of verifying) await refused(demo, owner, `${folder} ${action}`, more, t.errors.forbidden)

  await done(people.admin, 'app/admin/users saveUser', change('supervisor'))
  const promoted = await signedIn(demo, account)
  for (const [action, more] of [...verifying, ['propose', { words: '登记有误' }] as const])
    await refused(demo, promoted, `${folder} ${action}`, more, t.errors['handled-by-you'])
  const shown = async (who: APIRequestContext) => (await who.get(`/findings/${finding(demo).number}`)).text()
  expect(await shown(people.supervisor)).toContain(t.findings.close)
  expect(await shown(promoted)).toContain(facts)
  expect(await shown(promoted)).not.toContain(t.findings.close)

  await done(people.supervisor, `${folder} close`, { ...ref(demo), words: '已核' })
  expect(finding(demo).state).toBe('closed')
  await done(people.admin, 'app/admin/users saveUser', change('owner'))
})
