import { asc, sql } from 'drizzle-orm'
import type { EvaluationFacts, UnknownFacts, UnknownWork, WorkGap } from '../../domain/evaluation'
import type { Reader } from '../client'
import { projectList, updates } from '../schema'

type Known = Pick<EvaluationFacts, 'indicators' | 'chains' | 'boxes'>

/** Everything that nobody knows, one by one: a reader can go and ask. */
export function unknownFacts(db: Reader, { indicators, chains, boxes }: Known): UnknownFacts {
  const named = ({ no, name }: { no: string; name: string }) => ({ no, name })
  const bare = ({ id, name }: { id: string; name: string }) => ({ id, name })
  return {
    indicatorValues: indicators.flatMap((row) => {
      const years = row.values.filter(({ value }) => value === null).map(({ year }) => year)
      return years.length === 0 ? [] : [{ ...named(row), years }]
    }),
    indicatorTargets: indicators.filter(({ target }) => target === null).map(named),
    indicatorBases: indicators.filter(({ base, revisedBase }) => base === null && revisedBase === null).map(named),
    chainTargets: chains.filter(({ targetYuan }) => targetYuan === null).map(bare),
    chainOutputs: chains.filter(({ output }) => output.yuan === null).map(bare),
    works: unknownWorks(db),
    responsible: [
      ...chains.filter(lacksUnit).map(({ id, name }) => ({ kind: 'chain' as const, code: id, name })),
      ...indicators.filter(lacksUnit).map(({ no, name }) => ({ kind: 'indicator' as const, code: no, name })),
      ...boxes.filter(lacksUnit).map(({ id, title }) => ({ kind: 'box' as const, code: id, name: title })),
    ],
  }
}

const lacksUnit = ({ responsible }: { responsible: string | null }): boolean => responsible === null

/** Works of which something is not known; `report` = no update of any kind was ever approved. */
function unknownWorks(db: Reader): UnknownWork[] {
  // Not `exists (… = …)`: in a query of one table a column is written without its table, and would mean the other one.
  const reported = sql<number>`${projectList.projectId} in (select ${updates.projectId} from ${updates} where ${updates.current} = 1)`
  return db
    .select({
      code: projectList.code,
      name: projectList.name,
      sector: projectList.sector,
      stage: projectList.stage,
      ownerId: projectList.ownerId,
      responsibleId: projectList.responsibleId,
      planYuan: projectList.planYuan,
      totalYuan: projectList.totalYuan,
      chainBasis: projectList.chainBasis,
      reported,
    })
    .from(projectList)
    .orderBy(asc(projectList.code))
    .all()
    .flatMap(({ code, name, sector, ...row }) => {
      const gaps = gapsOf(row)
      return gaps.length === 0 ? [] : [{ code, name, sector, gaps }]
    })
}

type Row = { stage: string; ownerId: number | null; responsibleId: number | null; reported: number; chainBasis: string } & {
  planYuan: number | null
  totalYuan: number | null
}

function gapsOf({ stage, ownerId, responsibleId, planYuan, totalYuan, chainBasis, reported }: Row): WorkGap[] {
  const lacking: Record<WorkGap, boolean> = {
    owner: ownerId === null,
    responsible: responsibleId === null,
    stage: stage === 'unknown',
    investment: planYuan === null && totalYuan === null,
    chain: chainBasis === 'unknown',
    report: !reported,
  }
  return (Object.keys(lacking) as WorkGap[]).filter((gap) => lacking[gap])
}
