import type { Contradiction, PlaceKind, PlanBox, PlanChain, PlanIndicator, PlanItem, Sector } from '../plan'
import type { PlanData } from '../plan-entries'
import type { PlanDocument } from './plan'

/** The loaded plan in the shape of `GET /api/v1/plan`. */
export function planDocumentOf(plan: Omit<PlanData, 'period'>): PlanDocument {
  const named = (kind: PlaceKind) => plan.places.filter((place) => place.kind === kind).map(({ name }) => name)
  return {
    boxes: plan.boxes.map(boxOf),
    chains: plan.chains.map(chainOf),
    indicators: plan.indicators.map(indicatorOf),
    contradictions: plan.register.map(contradictionOf),
    towns: named('town'),
    parks: named('park'),
    indicators13: [...plan.indicators13],
  }
}

const boxOf = ({ id, title, sector, items }: PlanBox) => ({ id, title, items: items.map((item) => itemOf(item, sector)) })

function itemOf(item: PlanItem, sector: Sector) {
  const { code, name, class: group, owner, place, investment, quantities, description, clause, sameAs } = item
  return { code, name, class: group, sector, owner, place, investment, quantities, description, clause, sameAs }
}

const chainOf = ({ name, level, target, clause }: PlanChain) => ({ name, level, target, clause })

function indicatorOf({ no, name, unit, value2020, target2025, kind, clause }: PlanIndicator) {
  return { no, name, unit, value2020, target2025, kind, clause }
}

const contradictionOf = ({ topic, kind, severity, a, b, note }: Contradiction) => ({ topic, kind, severity, a, b, note })
