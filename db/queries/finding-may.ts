import { hasRole, type UserActor } from '../../domain/actor'
import { canMoveFinding, clockRuns, type FindingStep } from '../../domain/finding-workflow'
import { canAssignFinding, canConfirmWithdrawal, canRectify, canVerify, type FindingOwned } from '../../domain/policy'
import type { FindingRow } from './finding-owned'
import type { ExtensionItem } from './finding-steps'

/** What the reader may do with a finding as it stands, to offer it; the commands ask again. */
export type FindingMay = {
  steps: FindingStep[]
  transfer: boolean
  extend: boolean
  proposeWithdrawal: boolean
  decideWithdrawal: boolean
  /** They may not verify because they rectified, asked for closure or for more time. */
  handled: boolean
}

const rectifying: readonly FindingStep[] = ['acknowledge', 'plan', 'start', 'request']
const verifying: readonly FindingStep[] = ['close', 'close-with-recheck', 'send-back', 'pass-recheck', 'reopen']

type Handled = FindingOwned & { handledBy: readonly number[] }

export function findingMay(row: FindingRow, owned: Handled, extensions: readonly ExtensionItem[], actor: UserActor): FindingMay {
  const { state, withdrawalBy } = row
  const possible = (steps: readonly FindingStep[]) => steps.filter((step) => canMoveFinding(state, step))
  const rectifies = canRectify(actor, owned)
  const verifies = canVerify(actor, owned)
  const keeps = canAssignFinding(actor)
  return {
    steps: [...(rectifies ? possible(rectifying) : []), ...(verifies ? possible(verifying) : []), ...(keeps ? possible(['assign']) : [])],
    transfer: keeps && clockRuns(state),
    extend: rectifies && clockRuns(state) && !extensions.some(({ status }) => status === 'submitted'),
    proposeWithdrawal: keeps && verifies && withdrawalBy === null && canMoveFinding(state, 'withdraw'),
    decideWithdrawal: verifies && withdrawalBy !== null && canConfirmWithdrawal(actor, withdrawalBy) && canMoveFinding(state, 'withdraw'),
    handled: hasRole(actor, 'supervisor') && owned.handledBy.includes(actor.id) && possible(verifying).length > 0,
  }
}
