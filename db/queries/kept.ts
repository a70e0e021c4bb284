import { changesSeen } from '../change-count'
import { type House, house } from '../client'

/** Answers of this house by their question, as long as nothing they could be about was written. */
type Shelf = { changes: number; answers: Map<string, unknown> }
const shelves = new WeakMap<House, Shelf>()
const mostAnswers = 200

function answersNow(): Map<string, unknown> {
  const shelf = shelves.get(house()) ?? { changes: 0, answers: new Map<string, unknown>() }
  const changes = changesSeen()
  if (changes !== shelf.changes) shelf.answers.clear()
  shelf.changes = changes
  shelves.set(house(), shelf)
  return shelf.answers
}

/** Counts over the whole list cost as much as the page they head; asked again before anything changed, they are the same. Answers are shared: never altered. */
export function keptAnswer<T>(question: string, ask: () => T): T {
  const answers = answersNow()
  if (answers.has(question)) return answers.get(question) as T
  const answer = ask()
  if (answers.size >= mostAnswers) answers.clear()
  answers.set(question, answer)
  return answer
}
