import type { Messages } from '../../domain/messages'

export type PlanPart = 'overview' | 'boxes' | 'chains' | 'indicators' | 'targets' | 'chapterTen' | 'register' | 'places' | 'candidates'

const addresses: Record<PlanPart, string> = {
  overview: '/plan',
  boxes: '/plan#boxes',
  chains: '/plan/chains',
  indicators: '/plan/indicators',
  targets: '/plan/targets',
  chapterTen: '/plan/chapter-10',
  register: '/plan/register',
  places: '/plan/places',
  candidates: '/plan/candidates',
}

/** The parts of the plan, one press from each other. */
export function PlanNav({ here, t }: { here: PlanPart; t: Messages }) {
  return (
    <nav className="chips mb-4.5" aria-label={t.plan.sections}>
      {Object.entries(addresses).map(([part, href]) => (
        <a key={part} href={href} className={part === here ? 'chip chip-on' : 'chip'} aria-current={part === here ? 'page' : undefined}>
          {t.plan[part as PlanPart]}
        </a>
      ))}
    </nav>
  )
}
