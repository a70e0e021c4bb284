'use server'

import { changePolicyBid, recordPolicyBid } from '../../../db/commands/registers-bids'
import { newPolicyBid, policyBidChange } from '../../../domain/policy-bid'
import { formAction } from '../../_lib/form-action'

export const addBid = formAction(newPolicyBid, recordPolicyBid, { saved: (t) => t.registers.bidSaved })
export const changeBid = formAction(policyBidChange, changePolicyBid, { saved: (t) => t.registers.bidSaved })
