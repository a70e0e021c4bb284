import type { Messages } from '../../domain/messages'

const addresses = {
  reports: '/evaluation',
  indicators: '/evaluation/indicators',
  units: '/evaluation/units',
  responsibilities: '/evaluation/responsibilities',
  next: '/evaluation/next',
} as const
export type EvaluationPart = keyof typeof addresses

/** The parts of the evaluation, one press from each other. */
export function EvaluationTabs({ here, t }: { here: EvaluationPart; t: Messages }) {
  return (
    <nav className="chips mb-4.5" aria-label={t.evaluation.tabs}>
      {Object.entries(addresses).map(([part, href]) => (
        <a key={part} href={href} className={part === here ? 'chip chip-on' : 'chip'} aria-current={part === here ? 'page' : undefined}>
          {t.evaluation[part as EvaluationPart]}
        </a>
      ))}
    </nav>
  )
}
