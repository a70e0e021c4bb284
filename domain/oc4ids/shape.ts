import { z } from 'zod'
import { projectCode, stages } from '../project'

/** The part of OC4IDS 0.9.5 that is given out, as our API describes it; the tests hold it against the official schema as well. */
const instant = z.iso.datetime({ offset: true })
const words = z.string().min(1)

const period = z.strictObject({ startDate: instant.optional(), endDate: instant.optional() })
const value = z.strictObject({ amount: z.number(), currency: z.literal('CNY') })
const reference = z.strictObject({ id: words, name: words })
const observation = z.strictObject({
  id: words,
  period: period.optional(),
  value: value.optional(),
  measure: z.number().optional(),
  unit: z.strictObject({ name: words, scheme: words, id: words }).optional(),
  notes: words.optional(),
})
const metric = z.strictObject({ id: words, title: words, observations: z.array(observation).min(1) })
export const ocMilestoneCodes = ['commencement', 'commissioning', 'completion'] as const
const milestone = z.strictObject({
  id: words,
  title: words,
  code: z.enum(ocMilestoneCodes).optional(),
  dueDate: instant,
  dateMet: instant.optional(),
  status: z.enum(['met', 'scheduled', 'notMet']),
})

export const ocStatuses = ['identification', 'preparation', 'implementation', 'completion', 'maintenance', 'cancelled'] as const
export const ocTypes = ['construction', 'rehabilitation', 'expansion'] as const

/** What OC4IDS has no field for. */
const own = z.strictObject({
  code: projectCode,
  stage: z.enum(stages),
  paused: z.strictObject({ since: instant.nullable() }).optional(),
  plannedMonths: z.strictObject({ start: words.nullable(), finish: words.nullable() }).optional(),
  baseline: z
    .array(z.strictObject({ milestone: words, original: instant, current: instant }))
    .optional()
    .describe('approved dates: the first one, and the one that counts now'),
  clauses: z.array(z.strictObject({ item: words, box: words, line: z.int().min(1) })).optional(),
})

export const ocProject = z.strictObject({
  id: words,
  language: z.literal('zh'),
  title: words,
  description: words.optional(),
  identifiers: z.array(z.strictObject({ id: words, scheme: words })),
  status: z.enum(ocStatuses).optional(),
  type: z.enum(ocTypes).optional(),
  sector: z.array(words).optional(),
  additionalClassifications: z.array(z.strictObject({ scheme: words, id: words, description: words })),
  locations: z
    .array(
      z.strictObject({ id: words, description: words, address: z.strictObject({ locality: words, region: words, countryName: words }) }),
    )
    .optional(),
  budget: z.strictObject({ amount: value }).optional(),
  period: period.optional(),
  implementationPeriod: period.optional(),
  publicAuthority: reference.optional(),
  parties: z.array(reference.extend({ roles: z.array(z.literal('publicAuthority')) })).optional(),
  forecasts: z.array(metric).optional(),
  metrics: z.array(metric).optional(),
  milestones: z.array(milestone).optional(),
  completion: z.strictObject({ endDate: instant.optional(), finalValue: value.optional() }).optional(),
  documents: z.array(z.strictObject({ id: words, title: words, description: words, url: z.url(), language: z.literal('zh') })).optional(),
  hengdong: own,
})
export type OcProject = z.infer<typeof ocProject>

export const ocHead = z.strictObject({
  uri: z.url(),
  version: z.literal('0.9'),
  publishedDate: instant,
  publisher: z.strictObject({ name: words }),
  hengdong: z.strictObject({
    schema: z.literal('0.9.5'),
    prefix: words,
    prefixRegistered: z.boolean().describe('false: the placeholder; ids will change once the registry has given a prefix'),
    demonstration: z.boolean(),
  }),
})
export type OcHead = z.infer<typeof ocHead>

export const ocPackage = ocHead.extend({
  links: z.strictObject({ next: z.url().optional(), prev: z.url().optional() }),
  projects: z.array(ocProject).min(1),
})
export type OcPackage = z.infer<typeof ocPackage>
