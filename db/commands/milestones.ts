import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { yearOf } from '../../domain/calendar'
import { allow, found, refuseField } from '../../domain/errors'
import type { MilestonesToLay, NewMilestone } from '../../domain/milestone-input'
import { canEditLibrary } from '../../domain/policy'
import { type MilestoneTemplate, milestonesToLay, type TemplateMilestone } from '../../domain/template'
import type { Reader, Tx } from '../client'
import { recordEvent } from '../events'
import { type Work, workByCode } from '../queries/work'
import { milestoneTemplates } from '../reference/milestone-templates'
import { milestones, planPeriods } from '../schema'
import { refreshProject } from '../summaries'
import { changeWork, notWithdrawn } from '../work-change'
import { write } from '../write'

/** A template on many works at once; milestones that are there already stay as they are. */
export function layMilestones(ctx: Ctx, input: MilestonesToLay): { works: number; milestones: number } {
  return write(ctx, 'layMilestones', input, (tx) => {
    allow(canEditLibrary(ctx.actor))
    const template = milestoneTemplates.find(({ code }) => code === input.template) ?? refuseField('template', 'not-a-choice')
    const laid = [...new Set(input.codes)].map((code) => layOn(tx, ctx, workByCode(tx, code), template, input))
    return { works: laid.filter((count) => count > 0).length, milestones: laid.reduce((sum, count) => sum + count, 0) }
  })
}

function layOn(tx: Tx, ctx: Ctx, work: Work, template: MilestoneTemplate, input: MilestonesToLay): number {
  notWithdrawn(work)
  const there = milestonesOf(tx, work.id)
  const wanted = milestonesToLay(template, yearsOf(tx, work, input))
  const missing = wanted.filter(({ key, name }) => !there.some((one) => one.templateKey === key || one.name === name.zh))
  if (missing.length === 0 && work.templateCode === template.code) return 0
  const after = there.at(-1)?.position ?? 0
  for (const [index, milestone] of missing.entries()) insertMilestone(tx, work.id, after + index + 1, textsOf(milestone), milestone.key)
  changeWork(tx, ctx, work, {
    columns: { templateCode: template.code },
    action: 'milestones.laid',
    before: { template: work.templateCode, milestones: there.length },
    after: { template: template.code, added: missing.map(({ name }) => name.zh) },
  })
  return missing.length
}

const textsOf = ({ name, definition, proof }: TemplateMilestone) => ({ name: name.zh, definition: definition.zh, proof: proof.zh })

/** The years asked for, else those of the work's plan period. */
function yearsOf(db: Reader, work: Work, { fromYear, toYear }: MilestonesToLay): number[] {
  const period = found(db.select().from(planPeriods).where(eq(planPeriods.id, work.periodId)).get())
  const from = fromYear ?? yearOf(period.fromDay)
  const to = toYear ?? Math.max(from, yearOf(period.toDay))
  if (to < from) refuseField('toYear', 'too-small', { min: from })
  if (to - from >= 20) refuseField('toYear', 'too-large', { max: from + 19 })
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

const milestonesOf = (db: Reader, projectId: number) =>
  db.select().from(milestones).where(eq(milestones.projectId, projectId)).orderBy(asc(milestones.position)).all()

type Texts = { name: string; definition: string; proof: string }

function insertMilestone(tx: Tx, projectId: number, position: number, texts: Texts, templateKey: string | null): number {
  return tx
    .insert(milestones)
    .values({ ...texts, projectId, position, templateKey })
    .returning({ id: milestones.id })
    .get().id
}

/** One of the work's own, beside or without a template. Returns its id. */
export function addMilestone(ctx: Ctx, input: NewMilestone): number {
  return write(ctx, 'addMilestone', input, (tx) => {
    allow(canEditLibrary(ctx.actor))
    const work = workByCode(tx, input.code)
    notWithdrawn(work)
    const { name, definition, proof } = input
    const same = and(eq(milestones.projectId, work.id), eq(milestones.name, name))
    if (tx.select().from(milestones).where(same).get()) refuseField('name', 'milestone-exists')
    const position = (milestonesOf(tx, work.id).at(-1)?.position ?? 0) + 1
    const id = insertMilestone(tx, work.id, position, { name, definition, proof }, null)
    recordEvent(tx, ctx, {
      action: 'milestone.added',
      subject: `project:${work.code}`,
      body: { after: { milestone: id, name, definition, proof } },
    })
    refreshProject(tx, ctx.today, work.id)
    return id
  })
}
