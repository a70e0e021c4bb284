import { z } from 'zod'
import { choiceField, dayField, idField, monthField, needed, quarterField, tickField, wanField, wholeField, wordsField } from './fields'
import { chainIds } from './plan'

/** Once a quarter, per enterprise and chain: year-to-date 产值 or 营业收入 in the chain's measure. */
export const outputInput = z.object({
  organisationId: needed(idField()),
  chainId: needed(choiceField(chainIds)),
  quarter: needed(quarterField()),
  yearToDate: needed(wanField()),
  remark: wordsField(1000),
  onBehalfSource: wordsField(200),
  onBehalfOn: dayField(),
  revisionReason: wordsField(500),
})
export type OutputInput = z.infer<typeof outputInput>

/** A chain's output of a year, as statistics give it. */
export const statisticsInput = z.object({
  chainId: needed(choiceField(chainIds)),
  year: needed(wholeField(2021, 2100)),
  throughMonth: needed(monthField()),
  output: needed(wanField()),
  source: needed(wordsField(200)),
})
export type StatisticsInput = z.infer<typeof statisticsInput>

export const enterpriseInput = z.object({ chainId: needed(choiceField(chainIds)), organisationId: needed(idField()) })
export type EnterpriseInput = z.infer<typeof enterpriseInput>

/** By its name; `isNew` = the firm is not in the library yet. */
export const namedEnterpriseInput = z.object({
  chainId: needed(choiceField(chainIds)),
  organisation: needed(wordsField(80)),
  isNew: tickField(),
})
export type NamedEnterpriseInput = z.infer<typeof namedEnterpriseInput>
