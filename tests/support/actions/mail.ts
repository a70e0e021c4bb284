import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Fields } from '../actions'
import type { Attempt, House } from './house'
import { unitOf } from './house'

/** No server of mail stands beside the demonstration: one that was given up is put there. */
function givenUp(house: House): Fields {
  const library = new Database(join(house.demo.dataDir, 'library.db'))
  try {
    const at = new Date().toISOString()
    const { user } = unitOf(house, 'owner1')
    const day = `2020-01-${String(++days).padStart(2, '0')}`
    const { lastInsertRowid } = library
      .prepare(
        "insert into outbox (user_id, day, title, body, state, attempts, next_attempt_at, created_at) values (?, ?, '提醒', '正文', 'given-up', 6, ?, ?)",
      )
      .run(user, day, at, at)
    return { id: String(lastInsertRowid) }
  } finally {
    library.close()
  }
}
let days = 0

export const mailActions: Attempt[] = [
  {
    action: 'app/account saveEmail',
    may: ['owner', 'other owner', 'bureau', 'supervisor', 'leader', 'admin', 'auditor'],
    fields: () => ({ email: 'someone@example.cn' }),
  },
  { action: 'app/admin/mail retryMail', may: ['admin'], fields: givenUp },
]
