'use server'

import { revokeFeed as endFeed } from '../../../db/commands/feeds'
import { resetPassword as reset } from '../../../db/commands/passwords'
import { revokeToken as revoke } from '../../../db/commands/tokens'
import { type ListPreview, previewUsers as preview, usersOfList } from '../../../db/commands/user-list'
import { changeUser, deactivateUser as close, createUsers, reactivateUser as open } from '../../../db/commands/users'
import { feedChoice } from '../../../domain/feed'
import { fill, type Messages } from '../../../domain/messages'
import { newUserInput, tokenChoice, userChoice, userEdit, userListText } from '../../../domain/user'
import { formAction } from '../../_lib/form-action'
import { words } from '../../_lib/locale'

export const createUser = formAction(newUserInput, (ctx, user) => createUsers(ctx, { users: [user] }), {
  saved: (t, slips) => fill(t.admin.created, { count: slips.length }),
})

/** Says what each line would do; makes nothing. */
export const previewUsers = formAction(userListText, async (ctx, { list }) => inWords(preview(ctx, list), await words()), {
  refresh: false,
  saved: (t) => t.admin.previewed,
})

export const createListed = formAction(userListText, (ctx, { list }) => createUsers(ctx, usersOfList(list)), {
  saved: (t, slips) => fill(t.admin.created, { count: slips.length }),
})

export const saveUser = formAction(userEdit, changeUser, { saved: (t) => t.admin.userSaved })
export const resetPassword = formAction(userChoice, reset, { saved: (t) => t.admin.resetDone })
export const deactivateUser = formAction(userChoice, close, { saved: (t) => t.admin.deactivated })
export const reactivateUser = formAction(userChoice, open, { saved: (t) => t.admin.reactivated })
export const revokeToken = formAction(tokenChoice, revoke, { saved: (t) => t.account.revoked })
export const revokeFeed = formAction(feedChoice, endFeed, { saved: (t) => t.feed.revoked })

/** Each line's issues as the reader will see them, named by their column. */
function inWords({ lines, good, bad }: ListPreview, t: Messages) {
  const { name, username, role, organisation, listField: list } = t.admin
  const columns: Record<string, string> = { name, username, role, organisation, list }
  const wrong = ({ issues }: ListPreview['lines'][number]) =>
    issues.map(({ field, code, params }) => `${columns[field] ?? ''}${t.common.colon}${fill(t.errors[code], params ?? {})}`)
  return { good, bad, lines: lines.map((line) => ({ line: line.line, typed: line.typed, user: line.user, wrong: wrong(line) })) }
}
