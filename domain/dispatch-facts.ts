import type { BulletinWork, GroupKind } from './bulletin'
import { groupWorks } from './bulletin-facts'
import { completionOfWorks, monthsOf, progressOf } from './bulletin-progress'
import { type DispatchLock, type DispatchWork, type LateFact, type LockedPart, mostPrinted, mostWorst, type WorstFact } from './dispatch'
import { fill } from './fill'
import { byUnit, type LateState, lateStates } from './late-list'
import { type Light, worstLight } from './light'
import type { ReportCounts } from './lock'
import { lights as words } from './messages/zh/lights'
import type { Total } from './money'

/** A lock as it is stored, its works in the shape that everything is added up from. */
export type DispatchRows = {
  lock: DispatchLock
  works: BulletinWork[]
  names: Record<GroupKind, { key: string; name: string }[]>
  flow: Total
  reports: ReportCounts
  /** Works whose report is not as it should be, by code. */
  late: { code: string; state: string }[]
  /** The lights of the red ones. */
  red: { code: string; lights: readonly Light[] }[]
}

/** Everything a dispatch says of a locked month; pure, so that the same lock always gives the same facts. */
export function lockedPart({ lock, works, names, flow, reports, late, red }: DispatchRows): LockedPart {
  const through = lock.period
  const by = new Map(works.map((work) => [work.code, work]))
  const ofYear = works.filter(({ plan, done }) => plan?.yuan != null || done !== null)
  return {
    lock,
    progress: progressOf(works, through),
    months: monthsOf(works),
    flow,
    groups: groupWorks(works, names, through),
    reports,
    late: lateOf(late, by),
    worst: worstOf(red, by),
    works: ofYear.slice(0, mostPrinted).map(workOf),
    left: Math.max(0, ofYear.length - mostPrinted),
  }
}

const unitOf = ({ ownerName, responsibleName }: BulletinWork): string | null => ownerName ?? responsibleName

/** By unit, in the order of their names; nobody is ranked. */
function lateOf(late: DispatchRows['late'], by: ReadonlyMap<string, BulletinWork>): LateFact[] {
  const works = late.flatMap(({ code, state }) => {
    const work = by.get(code)
    const known = lateStates.find((one) => one === state)
    return work && known ? [{ code, name: work.name, state: known as LateState, unitId: null, unit: unitOf(work) }] : []
  })
  return byUnit(works, new Map()).map(({ unit, works: own }) => ({
    unit,
    works: own.map(({ code, name, state }) => ({ code, name, state })),
  }))
}

/** The furthest behind first; those whose red light is not one of money stand after them, by code. */
function worstOf(red: DispatchRows['red'], by: ReadonlyMap<string, BulletinWork>): WorstFact[] {
  const named = red.flatMap(({ code, lights }): WorstFact[] => {
    const [work, light] = [by.get(code), worstLight(lights)]
    return work && light
      ? [{ code, name: work.name, unit: unitOf(work), words: sentenceOf(light), gap: completionOfWorks([work]).gap }]
      : []
  })
  return named.sort((a, b) => (a.gap ?? 0) - (b.gap ?? 0) || (a.code < b.code ? -1 : 1)).slice(0, mostWorst)
}

function sentenceOf({ reason, params }: Light): string {
  const reasons: Record<string, string> = words
  return fill(reasons[`full-${reason}`] ?? reasons[reason] ?? '', params)
}

function workOf(work: BulletinWork): DispatchWork {
  const { code, name, stage, plan, done, light } = work
  const { completion, gap } = completionOfWorks([work])
  const figures = { planYuan: plan?.yuan ?? null, doneYuan: done?.yuan ?? null, month: done?.month ?? null, completion, gap }
  return { code, name, unit: unitOf(work), stage, ...figures, light }
}
