import { z } from 'zod'
import { contradictionKinds } from './plan'

/** A line number as it stands in an address; null when it is none. */
export function lineParameter(typed: string | string[]): number | null {
  return typeof typed === 'string' && /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : null
}

export const severities = ['serious', 'minor'] as const

/** Filters of the register's page. */
export const registerParameters = z.object({
  kind: z.enum(contradictionKinds).optional(),
  severity: z.enum(severities).optional(),
  code: z
    .string()
    .regex(/^R\d{3,4}$/)
    .optional(),
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .optional(),
})
export type RegisterParameters = z.output<typeof registerParameters>

export type Typed = Record<string, string | string[] | undefined>

/** What of an address can be used, and the names of what cannot; an empty text means: no filter. */
export function registerFilters(typed: Typed): { filters: RegisterParameters; wrong: string[] } {
  const given = Object.entries(typed).filter(
    ([name, value]) => Object.hasOwn(registerParameters.shape, name) && value !== undefined && value !== '',
  )
  const parsed = registerParameters.safeParse(Object.fromEntries(given))
  if (parsed.success) return { filters: parsed.data, wrong: [] }
  const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
  const usable = registerParameters.safeParse(Object.fromEntries(given.filter(([name]) => !wrong.includes(name))))
  return { filters: usable.success ? usable.data : {}, wrong }
}
