import type { Issue } from './errors'
import { issuesOf } from './fields'
import { type NewUser, newUserInput, roleNamed, userListLimit } from './user'

/** One line of a pasted list: what was typed, and either the account it asks for or what is wrong with it. */
export type ListLine = {
  line: number
  typed: { name: string; username: string; role: string; organisation: string }
  user: NewUser | null
  issues: Issue[]
}

/** `name<TAB>sign-in name<TAB>role<TAB>organisation`, one person a line, as pasted from a spreadsheet; empty lines are passed over. */
export function readUserList(text: string): ListLine[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((words, index) => ({ words, line: index + 1 }))
    .filter(({ words }) => words.trim() !== '')
  return markDoubles(lines.slice(0, userListLimit + 1).map(({ words, line }) => readLine(words, line)))
}

function readLine(words: string, line: number): ListLine {
  const [name = '', username = '', role = '', organisation = ''] = words.split('\t').map((cell) => cell.trim())
  const typed = { name, username, role, organisation }
  const parsed = newUserInput.safeParse({ ...typed, role: roleNamed(role) ?? role })
  return { line, typed, user: parsed.success ? parsed.data : null, issues: parsed.success ? [] : issuesOf(parsed.error) }
}

/** The second line with a sign-in name that an earlier one has; and a line too many. */
function markDoubles(lines: ListLine[]): ListLine[] {
  const seen = new Set<string>()
  return lines.map((entry, index) => {
    if (index >= userListLimit) return refused(entry, { field: 'list', code: 'list-too-long', params: { max: userListLimit } })
    const username = entry.user?.username
    if (username === undefined) return entry
    if (seen.has(username)) return refused(entry, { field: 'username', code: 'username-taken' })
    seen.add(username)
    return entry
  })
}

const refused = (entry: ListLine, issue: Issue): ListLine => ({ ...entry, user: null, issues: [...entry.issues, issue] })
