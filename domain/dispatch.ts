import type { BulletinTexts, Group, GroupKind, Progress, Span } from './bulletin'
import type { Day, Instant, Month } from './calendar'
import type { ReportState } from './duty'
import type { LightLevel } from './light'
import type { ReportCounts } from './lock'
import type { Total } from './money'
import type { Stage } from './project'

/** 调度通报 as data: figures of one revision of a locked month, and the list of what is asked for as it stood on a day. */
export type DispatchFacts = LockedPart & ListedPart & { format: 1 }

/** The same for good: a confirmed lock never changes. */
export type LockedPart = {
  lock: DispatchLock
  progress: Progress
  months: Span | null
  /** What the works' last approved figures added since the ones before. */
  flow: Total
  groups: Record<GroupKind, Group[]>
  reports: ReportCounts
  late: LateFact[]
  /** Red works, the furthest behind first; a person chooses which are named. */
  worst: WorstFact[]
  /** Works with a plan or a figure of the year. `left` = how many of them are not printed. */
  works: DispatchWork[]
  left: number
}
export type DispatchLock = {
  id: number
  period: Month
  revision: number
  digest: string
  at: Instant
  eventSeq: number
  judgedOn: Day
  ruleVersion: number
}
export type LateFact = { unit: string | null; works: { code: string; name: string; state: ReportState }[] }
export type WorstFact = { code: string; name: string; unit: string | null; words: string; gap: number | null }
export type DispatchWork = {
  code: string
  name: string
  unit: string | null
  stage: Stage
  planYuan: number | null
  doneYuan: number | null
  month: Month | null
  completion: number | null
  gap: number | null
  light: LightLevel
}

/** What stands in the way on the day it was drafted, and the issued dispatch of the same month, if there is one. */
export type ListedPart = { day: Day; asked: AskedFact[]; askedLeft: number; replaces: Replaced | null }
/** 问题、措施、责任. */
export type AskedFact = {
  code: string | null
  work: string | null
  problem: string
  measure: string | null
  unit: string | null
  person: string | null
  dueOn: Day | null
}
/** The dispatch that this one corrects, and what it said; it stays as it was issued. */
export type Replaced = { documentId: number; number: string; title: string; day: Day; sha256: string; revision: number; before: Headline }
/** The figures in which two dispatches of a month are set side by side. */
export type Headline = Pick<Progress, 'works' | 'total' | 'plan' | 'done' | 'completion' | 'gap'>

export const headlineOf = ({ works, total, plan, done, completion, gap }: Progress): Headline => ({
  works,
  total,
  plan,
  done,
  completion,
  gap,
})

export type FrozenDispatch = {
  format: 1
  title: string
  number: string
  facts: DispatchFacts
  texts: BulletinTexts
  signer: string
  day: Day
}

/** So many red works are proposed, so many works printed; the rest is counted. */
export const mostWorst = 60
export const mostPrinted = 500
export const mostAsked = 200

/** What is kept of a draft while its figures change: only red works can be named. */
export function namedWithin(texts: BulletinTexts, { worst }: Pick<LockedPart, 'worst'>): { texts: BulletinTexts; dropped: number } {
  const codes = new Set(worst.map(({ code }) => code))
  const problems = texts.problems.filter(({ key }) => codes.has(key))
  return { texts: { ...texts, problems }, dropped: texts.problems.filter(({ key, chosen }) => chosen && !codes.has(key)).length }
}

/** A correction of the same revision is one of words: it has to say which. */
export const saysWhatChanged = ({ replaces, lock }: DispatchFacts, { corrections }: BulletinTexts): boolean =>
  replaces === null || replaces.revision !== lock.revision || corrections.length > 0
