import type {
  ChapterTenEntry,
  Contradiction,
  PastIndicator,
  PlanBox,
  PlanCandidate,
  PlanChain,
  PlanIndicator,
  PlanItem,
  PlanPlace,
  PlanProject,
  PlanTarget,
} from '../../domain/plan'
import { boxOfItem, entriesOfKind, type PlanEntry } from '../../domain/plan-entries'
import { orm, type Reader } from '../client'
import { lastPlanLoad, storedEntries } from '../plan-standing'

/** The plan as loaded, ready to read; everything here is public. */
export type LoadedPlan = {
  dataHash: string
  loadedAt: string
  boxes: PlanBox[]
  projects: PlanProject[]
  chains: PlanChain[]
  targets: PlanTarget[]
  indicators: PlanIndicator[]
  indicators13: PastIndicator[]
  chapterTen: ChapterTenEntry[]
  places: PlanPlace[]
  register: Contradiction[]
  candidates: PlanCandidate[]
}

/** The data hash names its content, so the assembled plan may be kept as long as the hash stands. */
let kept: LoadedPlan | null = null

/** null until the plan has been loaded once. */
export function loadedPlan(db: Reader = orm()): LoadedPlan | null {
  const load = lastPlanLoad(db)
  if (!load) return null
  if (kept?.dataHash !== load.dataHash) kept = { dataHash: load.dataHash, loadedAt: load.at, ...assembled(storedEntries(db)) }
  return kept
}

function assembled(entries: readonly PlanEntry[]): Omit<LoadedPlan, 'dataHash' | 'loadedAt'> {
  const items = entriesOfKind(entries, 'item')
  return {
    boxes: entriesOfKind(entries, 'box').map((box) => ({ ...box, items: items.filter(({ code }) => boxOfItem(code) === box.id) })),
    projects: entriesOfKind(entries, 'project'),
    chains: entriesOfKind(entries, 'chain'),
    targets: entriesOfKind(entries, 'target'),
    indicators: entriesOfKind(entries, 'indicator'),
    indicators13: entriesOfKind(entries, 'indicator13'),
    chapterTen: entriesOfKind(entries, 'chapter-ten'),
    places: entriesOfKind(entries, 'place'),
    register: entriesOfKind(entries, 'contradiction'),
    candidates: entriesOfKind(entries, 'candidate'),
  }
}

function present(db: Reader): LoadedPlan {
  const plan = loadedPlan(db)
  if (!plan) throw new Error('The plan has not been loaded: the house loads it when it opens.')
  return plan
}

export const thePlan = (db: Reader = orm()): LoadedPlan => present(db)
export const planBoxes = (db: Reader = orm()): PlanBox[] => present(db).boxes
export const planBox = (id: string, db: Reader = orm()): PlanBox | null => planBoxes(db).find((box) => box.id === id) ?? null
export const planItem = (code: string, db: Reader = orm()): PlanItem | null =>
  planBox(boxOfItem(code), db)?.items.find((item) => item.code === code) ?? null
export const planCandidates = (db: Reader = orm()): PlanCandidate[] => present(db).candidates
export const planProjects = (db: Reader = orm()): PlanProject[] => present(db).projects
export const planProject = (code: string, db: Reader = orm()): PlanProject | null =>
  planProjects(db).find((work) => work.code === code) ?? null
export const planChains = (db: Reader = orm()): PlanChain[] => present(db).chains
/** Names of the nine chains by id, in the plan's order; they stay Chinese. */
export const chainNames = (db: Reader = orm()): Record<string, string> =>
  Object.fromEntries(present(db).chains.map(({ id, name }) => [id, name]))
export const planTargets = (db: Reader = orm()): PlanTarget[] => present(db).targets
export const indicators = (db: Reader = orm()): PlanIndicator[] => present(db).indicators
export const indicators13 = (db: Reader = orm()): PastIndicator[] => present(db).indicators13
export const chapterTen = (db: Reader = orm()): ChapterTenEntry[] => present(db).chapterTen
export const places = (db: Reader = orm()): PlanPlace[] => present(db).places
export const register = (db: Reader = orm()): Contradiction[] => present(db).register
