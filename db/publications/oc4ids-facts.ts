import { asc, eq, inArray } from 'drizzle-orm'
import type { OcFacts } from '../../domain/oc4ids/facts'
import type { Reader } from '../client'
import { maskedItem } from '../queries/mask'
import { places, planBox, planItem } from '../queries/plan'
import { type milestones, projectList, projects } from '../schema'
import { partsOf } from './oc4ids-parts'

/** The approved facts of some public works, table by table: so many works cost as many statements as one. */
export function ocFacts(db: Reader, ids: readonly number[]): OcFacts[] {
  const parts = partsOf(db, ids)
  const towns = new Set(places(db).flatMap(({ kind, name }) => (kind === 'town' ? [name] : [])))
  return rowsOf(db, ids).map(({ work, row }) => {
    const sheet = parts.sheets.get(work.id)?.[0]?.body ?? null
    const final = parts.completions.get(work.id)?.at(-1)
    const percent = parts.percents.get(work.id)?.at(-1)
    return {
      ...{ code: work.code, name: work.name, sector: work.sector, stage: work.stage },
      stages: parts.stages.get(work.id) ?? [],
      town: work.town !== null && towns.has(work.town) ? work.town : null,
      ...{ nationalCode: sheet?.nationalCode ?? null, constructionKind: sheet?.constructionKind ?? null, content: sheet?.content ?? null },
      ...{ startMonth: sheet?.startMonth ?? null, finishMonth: sheet?.finishMonth ?? null, totalYuan: sheet?.totalYuan ?? null },
      invested: row.approvedYuan === null ? null : { yuan: row.approvedYuan, partial: row.approvedPartial, month: row.approvedMonth },
      percent: percent && percent.percent !== null ? { value: percent.percent, month: percent.month } : null,
      plans: (parts.plans.get(work.id) ?? []).flatMap(({ year, yuan }) => (yuan === null ? [] : [{ year, yuan }])),
      milestones: milestonesOf(parts.milestones.get(work.id) ?? []),
      completedOn: final?.on ?? work.completedOn,
      finalYuan: final?.yuan ?? null,
      units: (parts.units.get(work.id) ?? []).map(({ id, name, kind }) => ({ id, name, isPublic: publicKinds.includes(kind) })),
      clauses: (parts.sources.get(work.id) ?? []).flatMap(({ item }) => clauseOf(db, item)),
    }
  })
}

/** A firm is none, and of `other` nobody knows. */
const publicKinds: readonly string[] = ['department', 'town', 'park']

const rowsOf = (db: Reader, ids: readonly number[]) =>
  db
    .select({ work: projects, row: projectList })
    .from(projects)
    .innerJoin(projectList, eq(projectList.projectId, projects.id))
    .where(inArray(projects.id, [...ids]))
    .orderBy(asc(projects.id))
    .all()

function milestonesOf(rows: (typeof milestones.$inferSelect)[]): OcFacts['milestones'] {
  return rows.flatMap(({ id, name, templateKey, originalOn, baselineOn, metOn }) =>
    originalOn === null ? [] : [{ id, name, templateKey, originalOn, baselineOn: baselineOn ?? originalOn, metOn }],
  )
}

function clauseOf(db: Reader, code: string): OcFacts['clauses'] {
  const item = planItem(code, db)
  if (!item) return []
  const boxId = code.split('#')[0] ?? ''
  const { description, clause } = maskedItem(item)
  return [{ item: code, boxId, boxTitle: planBox(boxId, db)?.title ?? '', line: clause.line, description }]
}
