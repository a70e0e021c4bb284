import { z } from 'zod'
import type { Day } from './calendar'
import type { Issue } from './errors'
import { choiceField, dayField, idField, needed, patternField, wordsField } from './fields'
import type { ChapterTenEntry } from './plan'
import { amountField, versionField } from './project-input'
import { outcomeIssues, registerResults } from './registers'

const fields = {
  bidCode: needed(patternField(/^C10-\d{2}$/, 'C10-21')),
  title: needed(wordsField(120)),
  addressee: needed(wordsField(80)),
  /** 牵头单位, one the house knows, by its present name. */
  unit: wordsField(80),
  submittedOn: dayField(),
  documentNo: wordsField(80),
  result: needed(choiceField(registerResults)),
  resultOn: dayField(),
  resultDocument: wordsField(120),
  amountYuan: amountField(),
  remark: wordsField(500),
}
export const newPolicyBid = z.object(fields)
export type NewPolicyBid = z.output<typeof newPolicyBid>

export const policyBidChange = z.object({ id: needed(idField()), version: versionField(), ...fields })
export type PolicyBidChange = z.output<typeof policyBidChange>

/** The four policies the plan says the county tries to win. */
export const plannedBids = (entries: readonly ChapterTenEntry[]): ChapterTenEntry[] => entries.filter(({ group }) => group === 'policy-bid')

/** Money is written down only once it was granted. */
export function policyBidIssues(input: NewPolicyBid, today: Day): Issue[] {
  const early: Issue[] = input.amountYuan !== null && input.result !== 'accepted' ? [{ field: 'amountYuan', code: 'not-accepted' }] : []
  return [...outcomeIssues(input, today), ...early]
}
