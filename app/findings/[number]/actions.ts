'use server'

import { z } from 'zod'
import { removeEvidence } from '../../../db/commands/evidence'
import { assignFinding, transferFinding } from '../../../db/commands/findings'
import { approveExtension, requestExtension, returnExtension, withdrawExtension } from '../../../db/commands/findings-extensions'
import { acknowledgeFinding, planFinding, requestClosure, startRectifying } from '../../../db/commands/findings-rectify'
import { closeFinding, closeWithRecheck, passRecheck, reopenFinding, sendBackFinding } from '../../../db/commands/findings-verify'
import { confirmWithdrawal, proposeWithdrawal, refuseWithdrawal } from '../../../db/commands/findings-withdrawal'
import { idField, needed } from '../../../domain/fields'
import {
  extensionDecision,
  extensionInput,
  extensionReturn,
  findingAssignment,
  findingRecheck,
  findingReturn,
  findingStep,
  findingTransfer,
  findingWords,
} from '../../../domain/finding-input'
import { formAction } from '../../_lib/form-action'

export const assign = formAction(findingAssignment, assignFinding, { saved: (t) => t.findings.assignSaved })
export const transfer = formAction(findingTransfer, transferFinding, { saved: (t) => t.findings.transferSaved })

export const acknowledge = formAction(findingStep, acknowledgeFinding, { saved: (t) => t.findings.acknowledgeSaved })
export const plan = formAction(findingWords, planFinding, { saved: (t) => t.findings.planSaved })
export const start = formAction(findingStep, startRectifying, { saved: (t) => t.findings.startSaved })
export const request = formAction(findingWords, requestClosure, { saved: (t) => t.findings.requestSaved })
export const takeFile = formAction(z.object({ id: needed(idField()) }), removeEvidence, { refresh: false })

export const close = formAction(findingStep, closeFinding, { saved: (t) => t.findings.closeSaved })
export const closeAndLook = formAction(findingRecheck, closeWithRecheck, { saved: (t) => t.findings.closeWithRecheckSaved })
export const sendBack = formAction(findingReturn, sendBackFinding, { saved: (t) => t.findings.sendBackSaved })
export const pass = formAction(findingStep, passRecheck, { saved: (t) => t.findings.passRecheckSaved })
export const reopen = formAction(findingWords, reopenFinding, { saved: (t) => t.findings.reopenSaved })

export const askTime = formAction(extensionInput, requestExtension, { saved: (t) => t.findings.extendSaved })
export const giveTime = formAction(extensionDecision, approveExtension, { saved: (t) => t.findings.approveExtensionSaved })
export const refuseTime = formAction(extensionReturn, returnExtension, { saved: (t) => t.findings.returnExtensionSaved })
export const takeBack = formAction(extensionDecision, withdrawExtension, { saved: (t) => t.findings.withdrawExtensionSaved })

export const propose = formAction(findingWords, proposeWithdrawal, { saved: (t) => t.findings.proposeSaved })
export const confirm = formAction(findingStep, confirmWithdrawal, { saved: (t) => t.findings.confirmSaved })
export const keep = formAction(findingWords, refuseWithdrawal, { saved: (t) => t.findings.refuseSaved })
