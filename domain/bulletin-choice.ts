import type { BulletinFacts, BulletinTexts, Chosen, FindingFact, ProblemFact, ProblemReason, WorkFact } from './bulletin'

/** Good practice is proposed where lights and inspectors agree. */
export const goodWorks = (works: readonly WorkFact[]): string[] =>
  works.filter(({ light, rating }) => light === 'green' && rating === 'green').map(({ code }) => code)

/** Problems: serious and major findings by number, then works that are red and have no such finding. */
export function problemsOf(works: readonly WorkFact[], findings: readonly FindingFact[]): ProblemFact[] {
  const byCode = new Map(works.map((work) => [work.code, work]))
  const grave = findings.filter(({ severity, state }) => severity !== 'general' && state !== 'withdrawn')
  const named = new Set(grave.map(({ code }) => code))
  return [
    ...grave.map((finding) => ofFinding(finding, byCode.get(finding.code ?? ''))),
    ...works.filter((work) => redReasons(work).length > 0 && !named.has(work.code)).map(ofWork),
  ]
}

function ofFinding({ number, code, work, unit, severity, facts }: FindingFact, listed: WorkFact | undefined): ProblemFact {
  const reasons: ProblemReason[] = severity === 'general' ? [] : [severity]
  return { key: number, code, name: work ?? unit ?? '', unit, reasons: [...reasons, ...(listed ? redReasons(listed) : [])], facts }
}

const ofWork = (work: WorkFact): ProblemFact => ({
  key: work.code,
  code: work.code,
  name: work.name,
  unit: work.unit,
  reasons: redReasons(work),
  facts: null,
})

function redReasons({ rating, light }: WorkFact): ProblemReason[] {
  const reasons: (ProblemReason | false)[] = [rating === 'red' && 'red-rating', light === 'red' && 'red-light']
  return reasons.filter((reason) => reason !== false)
}

/** What was chosen or written stays only while it is proposed; `dropped` = how many chosen ones are not any more. */
export function choicesWithin(texts: BulletinTexts, facts: BulletinFacts): { texts: BulletinTexts; dropped: number } {
  const good = texts.good.filter(({ key }) => facts.good.includes(key))
  const keys = new Set(facts.problems.map(({ key }) => key))
  const problems = texts.problems.filter(({ key }) => keys.has(key))
  const chosen = (choices: readonly Chosen[]) => choices.filter((choice) => choice.chosen).length
  return {
    texts: { ...texts, good, problems },
    dropped: chosen(texts.good) + chosen(texts.problems) - chosen(good) - chosen(problems),
  }
}
