import { z } from 'zod'
import { choiceField, dayField, needed, wholeField, wordsField } from './fields'
import { chainIds } from './plan'

/** Nobody named ends the term of whoever leads now. `version` = the number of the lead that was shown, 0 for none. */
export const chainLeadInput = z.object({
  chain: needed(choiceField(chainIds)),
  version: needed(wholeField(0, 999_999_999)),
  person: wordsField(40),
  post: wordsField(80),
  fromDay: needed(dayField()),
})
export type ChainLeadInput = z.output<typeof chainLeadInput>
