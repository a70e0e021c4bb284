'use server'

import { addFundSource, changeFundSource } from '../../../db/commands/fund-sources'
import { fundSourceEdit, fundSourceInput } from '../../../domain/fund-input'
import { formAction } from '../../_lib/form-action'

export const addSource = formAction(fundSourceInput, addFundSource, { saved: (t) => t.funds.sourceAdded })
export const changeSource = formAction(fundSourceEdit, changeFundSource, { saved: (t) => t.funds.sourceChanged })
