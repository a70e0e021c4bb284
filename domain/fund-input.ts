import { z } from 'zod'
import { dayField, idField, needed, quarterField, tickField, wholeField, wordsField } from './fields'
import { mostFundSources } from './fund'
import { amountField, versionField } from './project-input'
import { codeField } from './update-input'

const line = z.object({ sourceId: needed(idField()), planned: amountField(), inPlace: amountField(), paid: amountField() })
export type FundLineInput = z.output<typeof line>

/** A work's money by source up to a quarter's end. `restNone` = the sources left empty are not used: they are 0, because somebody says so. */
export const fundInput = z.object({
  code: codeField(),
  quarter: needed(quarterField()),
  // Sources that were retired may still carry what they brought.
  lines: z
    .array(line)
    .min(1)
    .max(mostFundSources * 3),
  restNone: tickField(),
  remark: wordsField(1000),
  onBehalfSource: wordsField(200),
  onBehalfOn: dayField(),
  revisionReason: wordsField(500),
})
export type FundInput = z.output<typeof fundInput>

export const fundSourceInput = z.object({ name: needed(wordsField(30)) })
export type FundSourceInput = z.output<typeof fundSourceInput>

export const fundSourceEdit = z.object({
  id: needed(idField()),
  version: versionField(),
  name: needed(wordsField(30)),
  position: needed(wholeField(1, 99)),
  active: tickField(),
})
export type FundSourceEdit = z.output<typeof fundSourceEdit>
