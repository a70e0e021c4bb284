'use server'

import { setChainLead } from '../../../db/commands/registers-leads'
import { chainLeadInput } from '../../../domain/chain-lead'
import { formAction } from '../../_lib/form-action'

export const setLead = formAction(chainLeadInput, setChainLead, { saved: (t) => t.registers.leadSaved })
