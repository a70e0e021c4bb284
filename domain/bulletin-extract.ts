import {
  type BulletinFacts,
  type BulletinTexts,
  type Figure,
  type FigureName,
  type FindingFact,
  figureNames,
  type WorkFact,
} from './bulletin'
import { type Contributors, hiddenSums, isSummed, type WhyHidden } from './bulletin-told'
import { isPutToUnit } from './finding-workflow'

/** What a unit may read of an issued bulletin: the county's figures, its own works and findings, what is required. */
export type Extract = {
  figures: ToldFigure[]
  works: WorkFact[]
  findings: FindingFact[]
  requirements: BulletinTexts['requirements']
}
/** `figure` null = not told; `hidden` says why. */
export type ToldFigure = { name: FigureName; figure: Figure | null; hidden: WhyHidden | null }

/** `before` = the contributors of the bulletins that were issued before this one, in order. */
function toldFigures({ figures, contributors }: BulletinFacts, before: readonly Contributors[]): ToldFigure[] {
  const hiddenOf = hiddenSums(before, contributors)
  return figureNames.map((name) => {
    const hidden = isSummed(name) ? hiddenOf[name] : null
    return { name, figure: hidden === null ? figures[name] : null, hidden }
  })
}

export function extractOf(
  facts: BulletinFacts,
  { requirements }: BulletinTexts,
  own: { codes: ReadonlySet<string>; unitId: number },
  before: readonly Contributors[],
): Extract {
  const isOwn = ({ code, unitId }: FindingFact): boolean => unitId === own.unitId || (code !== null && own.codes.has(code))
  return {
    figures: toldFigures(facts, before),
    works: facts.works.filter(({ code }) => own.codes.has(code)),
    findings: facts.findings.filter((finding) => isPutToUnit(finding.state) && isOwn(finding)),
    requirements,
  }
}
