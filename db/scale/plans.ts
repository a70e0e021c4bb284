import { eq } from 'drizzle-orm'
import { system } from '../../domain/actor'
import { addDays, type Day } from '../../domain/calendar'
import { blankSheet } from '../../domain/fact-sheet'
import { standardShapes } from '../../domain/plan-curve'
import { milestonesToLay } from '../../domain/template'
import type { Tx } from '../client'
import type { Chance } from '../demo/chance'
import { recordEvent } from '../events'
import { government } from '../reference/milestone-templates/government'
import { annualPlans, factSheets, milestoneDates, milestones, projects } from '../schema'
import { write } from '../write'
import type { As, Cast, ScaleWork } from './works'

/** Submitted by one, approved by another: two instants, two events, one row in force. */
export type Reviewed = { tx: Tx; as: As; cast: Cast }
export function reviewed({ as, cast }: Reviewed) {
  const [handed, decided] = [as(cast.bureau), as(cast.second)]
  const by = { submittedBy: cast.bureau.id, submittedAt: handed.at, decidedBy: cast.second.id, decidedAt: decided.at }
  return { handed, decided, row: { ...by, status: 'approved' as const } }
}

export function declareFacts(as: As, cast: Cast, works: readonly ScaleWork[], chance: Chance): void {
  write(as(system), 'scaleFacts', null, (tx) => {
    for (const work of works) if (work.stage !== 'unknown' && chance.happens(0.4)) declareFact({ tx, as, cast }, work, chance)
  })
}

function declareFact(on: Reviewed, { id: projectId, code, yearlyYuan }: ScaleWork, chance: Chance): void {
  const totalYuan = (yearlyYuan ?? chance.whole(300, 20_000) * 10_000) * chance.whole(2, 5)
  const openingYuan = chance.happens(0.6) ? Math.round(totalYuan / 10) : null
  const full = chance.happens(0.3) ? { fullOutputYuan: totalYuan * 2, fullOutputSource: '样例可研报告' } : {}
  const opening = { openingYuan, openingYear: openingYuan === null ? null : 2023 }
  const body = { ...blankSheet, content: '样例建设内容：主体工程及配套设施', totalYuan, totalDocument: '样例备案文件', ...opening, ...full }
  const { handed, decided, row } = reviewed(on)
  const sheet = { ...row, projectId, revision: 1, current: true, body, onBehalf: '纸质材料' }
  const { id } = on.tx.insert(factSheets).values(sheet).returning({ id: factSheets.id }).get()
  const subject = `project:${code}`
  recordEvent(on.tx, handed, { action: 'fact-sheet.submitted', subject, body: { factSheet: id, revision: 1, sheet: { totalYuan } } })
  recordEvent(on.tx, decided, { action: 'fact-sheet.approved', subject, body: { factSheet: id, before: null, after: { totalYuan } } })
}

export function planYear(as: As, cast: Cast, works: readonly ScaleWork[], year: number): void {
  write(as(system), 'scalePlans', { year }, (tx) => {
    for (const work of works) if (work.yearlyYuan !== null) planOne({ tx, as, cast }, work, year)
  })
}

function planOne(on: Reviewed, { id: projectId, code, yearlyYuan }: ScaleWork, year: number): void {
  const { handed, decided, row } = reviewed(on)
  const facts = { year, plannedYuan: yearlyYuan, ...monthsOf(projectId, year), documentNo: `样例发〔${year}〕3号` }
  const { id } = on.tx
    .insert(annualPlans)
    .values({ ...row, ...facts, projectId, current: true })
    .returning({ id: annualPlans.id })
    .get()
  const subject = `project:${code}`
  recordEvent(on.tx, handed, { action: 'annual-plan.submitted', subject, body: { annualPlan: id, ...facts } })
  recordEvent(on.tx, decided, { action: 'annual-plan.approved', subject, body: { annualPlan: id, year, before: null, after: facts } })
}

/** Two plans in three say when, one in three how the money is spread; the works that report are being built for years already. */
function monthsOf(projectId: number, year: number) {
  const said = projectId % 3 > 0
  const finishMonth = said ? `${year + 1}-0${(projectId % 6) + 4}` : null
  const imageGoal = said ? '样例目标：主体结构完成' : null
  return { startMonth: said ? `${year - 2}-03` : null, finishMonth, imageGoal, curveShape: standardShapes[projectId % 12] ?? null }
}

/** The template of government investment on every work that reports, its first dates approved. */
export function dateMilestones(as: As, cast: Cast, works: readonly ScaleWork[], from: Day): void {
  write(as(system), 'scaleMilestones', null, (tx) => {
    for (const work of works) if (work.reporter) dateWork({ tx, as, cast }, work, from)
  })
}

function dateWork(on: Reviewed, { id: projectId, code }: ScaleWork, from: Day): void {
  const laid = milestonesToLay(government, [])
  on.tx.update(projects).set({ templateCode: government.code, version: 3 }).where(eq(projects.id, projectId)).run()
  const added = { template: government.code, added: laid.map(({ name }) => name.zh) }
  recordEvent(on.tx, on.as(on.cast.bureau), { action: 'milestones.laid', subject: `project:${code}`, body: { before: null, after: added } })
  for (const [index, { key, name, definition, proof }] of laid.entries()) {
    const plannedOn = addDays(from, 40 + index * 120 + (projectId % 25))
    const { handed, decided, row } = reviewed(on)
    const texts = { name: name.zh, definition: definition.zh, proof: proof.zh, templateKey: key }
    const milestone = { ...texts, projectId, position: index + 1, originalOn: plannedOn, baselineOn: plannedOn, version: 2 }
    const { id: milestoneId } = on.tx.insert(milestones).values(milestone).returning({ id: milestones.id }).get()
    on.tx
      .insert(milestoneDates)
      .values({ ...row, milestoneId, kind: 'first', plannedOn })
      .run()
    const body = { milestone: name.zh, kind: 'first', before: null, after: plannedOn }
    recordEvent(on.tx, handed, { action: 'milestone-date.submitted', subject: `project:${code}`, body })
    recordEvent(on.tx, decided, { action: 'milestone-date.approved', subject: `project:${code}`, body })
  }
}
