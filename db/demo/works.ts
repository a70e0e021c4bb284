import { type Month, yearOf } from '../../domain/calendar'
import type { ChainId, PlanProject } from '../../domain/plan'
import type { Stage } from '../../domain/project'
import { plan } from '../plan'
import { enterprise, office, offices } from './cast'
import type { Chance } from './chance'

/** What becomes of a work in the demonstration; everything in it is made up. */
export type Profile = {
  work: PlanProject
  unit: string | null
  stage: Stage
  chain: ChainId | 'none' | null
  template: string
  totalYuan: number | null
  openingYuan: number | null
  fullOutputYuan: number | null
  /** Planned investment by year, 元; null = no plan was ever made. */
  plans: Record<number, number> | null
  /** Done against planned: 1 keeps pace. */
  pace: number
  /** How much of its plan passes before the first milestone is late, in days of delay. */
  delayDays: number
  discipline: { late: number; missing: number; returned: number; onBehalf: number }
  /** Paused or finished from this month on. */
  turn: { month: Month; to: 'paused' | 'completed' } | null
}

const wan = 10_000

export function profilesOf(chance: Chance): Profile[] {
  return plan.projects.map((work, index) => profileOf(work, index, chance))
}

const box = (work: PlanProject): string => work.items[0]?.split('#')[0] ?? ''
const templates: Record<string, string> = {
  '3-1': 'enterprise',
  '5-1': 'water',
  '7-1': 'task',
  '7-3': 'water',
  '5-4': 'government',
  '6-3': 'enterprise',
}

function profileOf(work: PlanProject, index: number, chance: Chance): Profile {
  const company = box(work) === '3-1' || box(work) === '6-3'
  const stage = stageOf(chance)
  const unit = stage === 'unknown' ? null : company ? enterprise((index % 10) + 1) : office((index % (offices - 2)) + 3)
  const known = stage !== 'unknown' && chance.happens(0.55)
  const total = Math.round(chance.between(800, company ? 120_000 : 30_000)) * wan
  const plans = stage === 'construction' && chance.happens(0.85) ? { 2024: share(total, chance), 2025: share(total, chance) } : null
  return {
    work,
    unit,
    stage,
    chain: chainOf(work, chance),
    template: templates[box(work)] ?? (chance.happens(0.5) ? 'government' : 'task'),
    totalYuan: known ? total : null,
    openingYuan: known && chance.happens(0.6) ? Math.round(chance.between(0, 0.3) * (total / wan)) * wan : null,
    fullOutputYuan: known && company ? Math.round(chance.between(0.5, 2.5) * (total / wan)) * wan : null,
    plans,
    pace: chance.pick([1.05, 1, 1, 0.98, 0.95, 0.92, 0.8, 0.75, 0.5]),
    delayDays: chance.pick([0, 0, 0, 0, 0, 0, 6, 12, 25, 48, 108]),
    discipline: {
      late: chance.between(0, 0.15),
      missing: chance.between(0, 0.1),
      returned: 0.05,
      onBehalf: chance.happens(0.15) ? 0.3 : 0,
    },
    turn: turnOf(stage, chance),
  }
}

const share = (total: number, chance: Chance): number => Math.round((total / wan) * chance.between(0.2, 0.4)) * wan

function stageOf(chance: Chance): Stage {
  const draw = chance.next()
  if (draw < 0.14) return 'unknown'
  if (draw < 0.25) return 'reserve'
  return draw < 0.38 ? 'preparatory' : 'construction'
}

function chainOf(work: PlanProject, chance: Chance): Profile['chain'] {
  if (work.chain.basis === 'stated') return work.chain.chain
  if (work.chain.basis === 'suggested') return chance.happens(0.6) ? work.chain.chain : null
  return chance.happens(0.7) ? 'none' : null
}

function turnOf(stage: Stage, chance: Chance): Profile['turn'] {
  if (stage !== 'construction') return null
  const draw = chance.next()
  if (draw < 0.07) return { month: `2025-0${chance.whole(1, 6)}`, to: 'paused' }
  return draw < 0.2 ? { month: chance.pick(['2024-11', '2025-03', '2025-06', '2025-08']), to: 'completed' } : null
}

/** Planned amount up to a month's end in its year, evenly. */
export function plannedToDate(profile: Profile, month: Month): number {
  return ((profile.plans?.[yearOf(month)] ?? 0) * Number(month.slice(5))) / 12
}
