import { z } from 'zod'
import { reportStates } from '../duty'
import { lightKinds } from '../light'
import { chainIds, sectors } from '../plan'
import { categories, chainBases, projectCode, stages } from '../project'
import { lightShape, moneyShape, valueShape } from './figure'
import { clauseShape } from './plan'

const day = z.iso.date().nullable()

/** A row of `GET /api/v1/projects`. */
export const projectRowShape = z.strictObject({
  code: projectCode,
  name: z.string(),
  sources: z.array(z.string()).describe('plan item codes, the main one first; empty for a work beyond the plan'),
  box: z.string().nullable(),
  class: z.string().nullable(),
  sector: z.enum(sectors),
  chain: z.strictObject({ id: z.enum(chainIds).nullable(), basis: z.enum(chainBases) }),
  town: z.string().nullable(),
  category: z.enum(categories).nullable(),
  stage: z.enum(stages),
  owner: z.string().nullable().describe('业主'),
  responsible: z.string().nullable().describe('责任单位'),
  planInvestment: moneyShape,
  totalInvestment: moneyShape,
  approvedInvestment: moneyShape,
  annualPlan: moneyShape,
  light: lightShape,
  report: z.strictObject({ state: z.enum(reportStates), month: z.string().nullable() }),
})

export const projectListShape = z.strictObject({
  items: z.array(
    projectRowShape.extend({
      carriedFrom: z.string().nullable().describe('the plan period whose library the work came from, where it was carried over'),
    }),
  ),
  total: z.int().min(0),
  next: z.string().nullable().describe('the cursor of the next page'),
})
export type ProjectListDocument = z.infer<typeof projectListShape>

export const projectShape = projectRowShape.extend({
  clauses: z.array(clauseShape.extend({ item: z.string() })),
  nationalCode: z.string().nullable().describe('项目代码'),
  reportedInvestment: moneyShape.describe('as the unit reported it, not yet approved'),
  progress: z.strictObject({ step: z.string().nullable(), percent: valueShape, quantityDone: valueShape }),
  lights: z.array(lightShape.extend({ kind: z.enum(lightKinds) })),
  milestones: z.array(z.strictObject({ name: z.string(), originalOn: day, baselineOn: day, forecastOn: day, metOn: day })),
})
export type ProjectDocument = z.infer<typeof projectShape>
