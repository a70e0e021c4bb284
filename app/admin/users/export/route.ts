import { listUsers, type UserRow, usersAPage } from '../../../../db/queries/users'
import type { Messages } from '../../../../domain/messages'
import { userParams } from '../../../../domain/sheet-params'
import { minuteWords } from '../../../_lib/instant'
import { type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { sheetGet } from '../../../_lib/sheet-file'
import { named, told } from '../../../_lib/sheet-filter'
import { byPage } from '../../../_lib/sheet-steps'

/** The accounts as the page lists them, and nothing more of anybody. */
export const GET = sheetGet(userParams, ({ actor }, { q, role, state }, { day, t }) => ({
  title: t.admin.usersTitle,
  day,
  filter: [
    ...told(t.admin.searchUsers, q, t),
    ...told(t.admin.role, named(t.labels.roles, role), t),
    ...told(t.admin.state, state && t.admin[state], t),
  ],
  columns: columns(t),
  rows: byPage(usersAPage, (page) => listUsers(actor, { q, role, active: state && state === 'active', page }).rows),
}))

function columns({ admin, labels }: Messages): SheetColumn<UserRow>[] {
  return [
    wordsColumn(admin.name, 14, (row) => row.name),
    wordsColumn(admin.username, 16, (row) => row.username),
    wordsColumn(admin.role, 12, (row) => labels.roles[row.role]),
    wordsColumn(admin.organisation, 28, (row) => row.organisation),
    wordsColumn(admin.state, 16, (row) => (row.active ? (row.mustChangePassword ? admin.oneTimePending : admin.active) : admin.inactive)),
    wordsColumn(admin.lastSignIn, 17, (row) => row.lastSignInAt && minuteWords(row.lastSignInAt)),
  ]
}
