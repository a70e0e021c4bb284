import { and, asc, eq, gt, isNotNull, lt, ne, notInArray } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { RuleRefusal } from '../../domain/import'
import { type Match, WorkIndex } from '../../domain/import-match'
import { nextProjectCode } from '../../domain/project'
import { orm } from '../client'
import { lastCode } from '../new-work'
import { factSheets, importRows, projectList } from '../schema'
import { type MappedImport, type SheetRow, said } from './import-row'
import type { Session } from './session'
import { tryRow } from './try-row'

const worksAtOnce = 150

/** Reads some of the library's works into the session's index. True once all are there. */
export function fillIndex(session: Session): boolean {
  session.index ??= new WorkIndex([])
  const works = orm()
    .select({
      id: projectList.projectId,
      code: projectList.code,
      name: projectList.name,
      owner: projectList.ownerName,
      sheet: factSheets.body,
    })
    .from(projectList)
    .leftJoin(factSheets, and(eq(factSheets.projectId, projectList.projectId), eq(factSheets.current, true)))
    .where(gt(projectList.projectId, session.indexed))
    .orderBy(asc(projectList.projectId))
    .limit(worksAtOnce)
    .all()
  for (const { sheet, ...work } of works) session.index.add({ ...work, nationalCode: sheet?.nationalCode ?? null })
  session.indexed = works.at(-1)?.id ?? session.indexed
  return works.length < worksAtOnce
}

/** The columns that say how a row stands; set together, so that an earlier opinion leaves nothing behind. */
export type Verdict = Pick<SheetRow, 'outcome' | 'projectId' | 'matchedBy' | 'candidates' | 'differences' | 'warnings' | 'refusal'>
const blank: Verdict = {
  outcome: 'refused',
  projectId: null,
  matchedBy: null,
  candidates: null,
  differences: null,
  warnings: null,
  refusal: null,
}

/** How a row stands against the library now: found, compared, and tried out by the rules that will apply it. */
export function verdictOn(ctx: Ctx, imp: MappedImport, row: SheetRow, index: WorkIndex): Verdict {
  if (row.decision === 'skip') return { ...blank, outcome: 'skipped' }
  if (row.unreadable) return { ...blank, refusal: row.refusal }
  const match = matchOf(row, index)
  if (match.found === 'unknown-code') return refused({ cell: row.cells.code?.cell ?? null, kind: 'rule', code: 'work-unknown', params: {} })
  if (match.found === 'doubtful') return { ...blank, outcome: 'doubtful', candidates: match.candidates }
  if (match.found === 'none' && imp.purpose === 'reports') return { ...blank, outcome: 'doubtful', candidates: [] }
  const projectId = match.found === 'sure' ? match.id : null
  const found = { projectId, matchedBy: match.found === 'sure' ? (row.decision === 'work' ? ('person' as const) : match.by) : null }
  if (isTwice(row, projectId)) return refused({ cell: nameCell(row), kind: 'rule', code: 'import-row-twice', params: {} }, found)
  return { ...found, ...tried(ctx, imp, row, projectId) }
}

function tried(ctx: Ctx, imp: MappedImport, row: SheetRow, projectId: number | null): Omit<Verdict, 'projectId' | 'matchedBy'> {
  const answer = tryRow({ ctx, imp, row, projectId, code: nextProjectCode(lastCode(orm())) }, () => null)
  if ('refusal' in answer) return refused(answer.refusal)
  const { outcome, differences, warnings } = answer.result
  return { outcome, candidates: null, differences, warnings, refusal: null }
}

const refused = (refusal: RuleRefusal, found: Partial<Verdict> = {}): Verdict => ({ ...blank, ...found, refusal })
const nameCell = ({ cells }: SheetRow): string | null => cells.name?.cell ?? cells.code?.cell ?? cells.nationalCode?.cell ?? null

function matchOf(row: SheetRow, index: WorkIndex): Match {
  if (row.decision === 'work' && row.decidedProjectId !== null) return { found: 'sure', id: row.decidedProjectId, by: 'name' }
  if (row.decision === 'new') return { found: 'none' }
  return index.match({
    code: said<string>(row, 'code'),
    nationalCode: said<string>(row, 'nationalCode'),
    name: said<string>(row, 'name'),
    owner: said<string>(row, 'ownerName'),
  })
}

/** An earlier row is about the same work, or makes one of the same name: which of them is meant is for the file's sender to say. */
function isTwice({ importId, row, nameKey, decision }: SheetRow, projectId: number | null): boolean {
  const same = projectId === null ? (nameKey === null ? undefined : eq(importRows.nameKey, nameKey)) : eq(importRows.projectId, projectId)
  if (same === undefined) return false
  const counts = and(isNotNull(importRows.outcome), notInArray(importRows.outcome, ['skipped', 'refused']))
  // A row decided of late also looks at those after it.
  const others = decision === null ? lt(importRows.row, row) : ne(importRows.row, row)
  const earlier = and(eq(importRows.importId, importId), others, same, counts)
  return orm().select({ id: importRows.id }).from(importRows).where(earlier).limit(1).get() !== undefined
}
