import type { Ctx } from '../../domain/actor'
import { allow, refuseField } from '../../domain/errors'
import { canManageUsers } from '../../domain/policy'
import { type ListLine, readUserList } from '../../domain/user-list'
import { orm } from '../client'
import { issuesOfUser, type NewUsers, refuseIssues, wrongLines } from './users'

export type ListPreview = { lines: ListLine[]; good: number; bad: number }

/** What a pasted list would make; changes nothing. */
export function previewUsers(ctx: Ctx, text: string): ListPreview {
  allow(canManageUsers(ctx.actor))
  const lines = readUserList(text).map(withHouseIssues)
  const good = lines.filter((line) => line.user !== null).length
  return { lines, good, bad: lines.length - good }
}

/** The accounts of a list; a line that is wrong on paper refuses it, and the command itself asks the house. */
export function usersOfList(text: string): NewUsers {
  const lines = readUserList(text)
  if (lines.length === 0) refuseField('list', 'required')
  refuseIssues(wrongLines(lines.filter((line) => line.user === null).map((line) => line.line)))
  return { users: lines.flatMap((line) => line.user ?? []), lines: lines.map((line) => line.line) }
}

/** Names already taken and organisations that are not there. */
function withHouseIssues(line: ListLine): ListLine {
  const issues = line.user ? issuesOfUser(orm(), line.user) : []
  return issues.length > 0 ? { ...line, user: null, issues: [...line.issues, ...issues] } : line
}
