import type { z } from 'zod'
import { Refusal } from '../../domain/errors'

/** The refusal a command answers with; a test fails when nothing was refused, or something else broke. */
export function refusalOf(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

export const codeOf = (work: () => unknown): string => refusalOf(work).code
/** `field: code` of every issue. */
export const issuesIn = (work: () => unknown): string[] => refusalOf(work).issues.map(({ field, code }) => `${field}: ${code}`)

/** Fields as people type them, through the command's own schema. */
export function typed<Schema extends z.ZodType>(schema: Schema, fields: Record<string, unknown>): z.output<Schema> {
  return schema.parse(fields)
}
