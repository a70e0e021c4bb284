import type { Day } from './calendar'
import type { Issue } from './errors'

/** How what was put to somebody above the county came out. */
export const registerResults = ['pending', 'accepted', 'rejected'] as const
export type RegisterResult = (typeof registerResults)[number]

export type Outcome = { submittedOn: Day | null; result: RegisterResult; resultOn: Day | null; resultDocument: string | null }

/** A decision has a day, one in our favour a document; what was not decided, or not even handed in, has neither. */
export function outcomeIssues(outcome: Outcome, today: Day): Issue[] {
  const { submittedOn, result, resultOn, resultDocument } = outcome
  const future: Issue[] = submittedOn !== null && submittedOn > today ? [{ field: 'submittedOn', code: 'in-the-future' }] : []
  if (result !== 'pending') return [...future, ...decisionIssues(outcome, today)]
  return resultOn === null && resultDocument === null ? future : [...future, { field: 'result', code: 'result-missing' }]
}

function decisionIssues({ submittedOn, result, resultOn, resultDocument }: Outcome, today: Day): Issue[] {
  const issues: Issue[] = []
  if (submittedOn === null) issues.push({ field: 'submittedOn', code: 'required' })
  if (resultOn === null) issues.push({ field: 'resultOn', code: 'required' })
  else if (resultOn > today) issues.push({ field: 'resultOn', code: 'in-the-future' })
  else if (submittedOn !== null && resultOn < submittedOn)
    issues.push({ field: 'resultOn', code: 'before-previous', params: { day: submittedOn } })
  if (result === 'accepted' && resultDocument === null) issues.push({ field: 'resultDocument', code: 'required' })
  return issues
}
