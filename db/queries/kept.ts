import type { House } from '../client'
import { house } from '../client'

/** Answers of this house by their question, as long as nothing has been written: the one writer is this connection, so its count of changes tells. */
type Shelf = { changes: number; answers: Map<string, unknown> }
const shelves = new WeakMap<House, Shelf>()
const mostAnswers = 400

function shelf(): Shelf {
  const open = house()
  const changes = open.sqlite.prepare('select total_changes()').pluck().get() as number
  const known = shelves.get(open)
  if (known?.changes === changes) return known
  const fresh = { changes, answers: new Map<string, unknown>() }
  shelves.set(open, fresh)
  return fresh
}

/** Counts over the whole list cost as much as the page they head; asked again before anything changed, they are the same. */
export function keptAnswer<T>(question: string, ask: () => T): T {
  const { answers } = shelf()
  if (answers.has(question)) return answers.get(question) as T
  const answer = ask()
  if (answers.size >= mostAnswers) answers.clear()
  answers.set(question, answer)
  return answer
}
