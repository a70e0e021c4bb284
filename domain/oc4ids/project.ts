import type { Day, Instant } from '../calendar'
import { labels } from '../messages/zh/labels'
import { milestoneCode, type OcMilestoneCode, sectorCodes, statusOf, typeCodes } from './codes'
import type { OcFacts, OcMilestone, OcSetting } from './facts'
import { dayStart, metricsOf, moneyOf } from './metrics'
import type { OcProject } from './shape'

/** A public work in OC4IDS. Whatever is not known is left out: the standard has no empty values, and nothing is made up to fill a field. */
export function ocProjectOf(facts: OcFacts, setting: OcSetting): OcProject {
  const { code, name, content, sector, units } = facts
  const { forecasts, metrics } = metricsOf(facts)
  const [authority] = units.filter(({ isPublic }) => isPublic)
  return present<OcProject>({
    id: `${setting.prefix}-${code}`,
    language: 'zh',
    title: name,
    description: content ?? facts.clauses.find(({ description }) => description)?.description,
    identifiers: identifiers(facts),
    status: statusOf(facts.stage, facts.stages),
    type: facts.constructionKind && typeCodes[facts.constructionKind],
    sector: listed([sectorCodes[sector]].filter((each) => each !== null)),
    additionalClassifications: [{ scheme: 'hengdong-sector', id: sector, description: labels.sectors[sector] }],
    locations: locations(facts.town),
    budget: facts.totalYuan === null ? null : { amount: moneyOf(facts.totalYuan) },
    period: plannedPeriod(facts.milestones),
    implementationPeriod: builtPeriod(facts),
    publicAuthority: authority && referenceOf(authority),
    parties: parties(facts),
    forecasts: listed(forecasts),
    metrics: listed(metrics),
    milestones: listed(facts.milestones.map((each) => milestoneOf(each, setting.today))),
    completion: completion(facts),
    documents: listed(documents(facts, setting.origin)),
    hengdong: ownFields(facts),
  })
}

type Loose<T> = { [Key in keyof T]: T[Key] | null | undefined }
/** Leaves out what is not known. */
export const present = <T extends object>(members: Loose<T>): T =>
  Object.fromEntries(Object.entries(members).filter(([, member]) => member !== null && member !== undefined)) as T
const listed = <T>(rows: T[]): T[] | null => (rows.length > 0 ? rows : null)

function identifiers({ code, nationalCode }: OcFacts): OcProject['identifiers'] {
  const own = { id: code, scheme: 'hengdong-library' }
  return nationalCode ? [own, { id: nationalCode, scheme: 'GB/T 40058' }] : [own]
}

/** The town's name and no coordinates: a published map needs an approval number. */
function locations(town: string | null): OcProject['locations'] | null {
  if (town === null) return null
  return [{ id: town, description: town, address: { locality: town, region: '湖南省衡阳市衡东县', countryName: '中国' } }]
}

const referenceOf = ({ id, name }: OcFacts['units'][number]) => ({ id: `hengdong-unit-${id}`, name })

/** Public bodies only: which firm builds is not said, whatever the plan says of it. */
function parties({ units }: OcFacts): OcProject['parties'] | null {
  const bodies = units.filter(({ isPublic }, at) => isPublic && units.findIndex(({ id }) => id === units[at]?.id) === at)
  return listed(bodies.map((unit) => ({ ...referenceOf(unit), roles: ['publicAuthority' as const] })))
}

function milestoneOf({ id, name, templateKey, baselineOn, metOn }: OcMilestone, today: Day) {
  return present<NonNullable<OcProject['milestones']>[number]>({
    id: String(id),
    title: name,
    code: milestoneCode(templateKey),
    dueDate: dayStart(baselineOn),
    dateMet: metOn && dayStart(metOn),
    status: metOn ? 'met' : baselineOn < today ? 'notMet' : 'scheduled',
  })
}

const coded = (milestones: readonly OcMilestone[], code: OcMilestoneCode) =>
  milestones.find(({ templateKey }) => milestoneCode(templateKey) === code)

/** From start to completion as the approved dates that count now say. */
function plannedPeriod(milestones: readonly OcMilestone[]) {
  const [start, end] = [coded(milestones, 'commencement'), coded(milestones, 'completion')]
  return periodOf(start?.baselineOn, end?.baselineOn)
}

/** When it was really begun and finished. */
function builtPeriod({ milestones, completedOn }: OcFacts) {
  return periodOf(coded(milestones, 'commencement')?.metOn, completedOn)
}

function periodOf(start: Day | null | undefined, end: Day | null | undefined) {
  if (!start && !end) return null
  return present<{ startDate?: Instant; endDate?: Instant }>({ startDate: start && dayStart(start), endDate: end && dayStart(end) })
}

/** Only of what is finished. */
function completion({ completedOn, finalYuan }: OcFacts): OcProject['completion'] | null {
  if (completedOn === null) return null
  return present({ endDate: dayStart(completedOn), finalValue: finalYuan === null ? null : moneyOf(finalYuan) })
}

/** Where the plan names the work: the item and the line, not its words, which may name a firm. */
function documents({ clauses }: OcFacts, origin: string): NonNullable<OcProject['documents']> {
  return clauses.map(({ item, boxId, boxTitle, line }) => ({
    id: `plan-${item}`,
    title: '衡东县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要',
    description: `专栏${boxId} ${boxTitle}（条目 ${item}，文本第 ${line} 行）`,
    url: `${origin}/plan/boxes/${boxId}`,
    language: 'zh',
  }))
}

function ownFields(facts: OcFacts): OcProject['hengdong'] {
  const { code, stage, stages, startMonth, finishMonth, milestones, clauses } = facts
  const since = stages.findLast((entry) => entry.stage === 'paused')?.from
  const months = { start: startMonth, finish: finishMonth }
  return present<OcProject['hengdong']>({
    code,
    stage,
    paused: stage === 'paused' ? { since: since ? dayStart(since) : null } : null,
    plannedMonths: startMonth || finishMonth ? months : null,
    baseline: listed(
      milestones.map(({ id, originalOn, baselineOn }) => ({
        milestone: String(id),
        original: dayStart(originalOn),
        current: dayStart(baselineOn),
      })),
    ),
    clauses: listed(clauses.map(({ item, boxId, line }) => ({ item, box: boxId, line }))),
  })
}
