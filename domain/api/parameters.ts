import { z } from 'zod'

/** Parameters arrive as texts; what is not named in a schema is unknown, and refused by its name. */
export const noParameters = z.strictObject({})

/** A whole number in its plain form; `meta` tells the OpenAPI document what it means. */
export const wholeParameter = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((number) => number >= minimum && number <= maximum)
    .meta({ type: 'integer', minimum, maximum })
