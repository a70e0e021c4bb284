import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { monthField, needed } from './fields'

/** The texts, steps and the issue of a dispatch are typed as those of a bulletin. */
export const newDispatchInput = z.object({ period: needed(monthField()) })
export type NewDispatchInput = z.output<typeof newDispatchInput>

export const dispatchParams = z.strictObject({ page: wholeParameter(1, 9999).optional() })
export const dispatchesAPage = 50

/** The tables of a dispatch that leave as a file. */
export const dispatchTables = ['works', 'groups', 'asked', 'late'] as const
export const dispatchFileParams = z.strictObject({ table: z.enum(dispatchTables).optional() })
