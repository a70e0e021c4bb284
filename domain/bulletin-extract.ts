import {
  type BulletinFacts,
  type BulletinTexts,
  type Figure,
  type FigureName,
  type FindingFact,
  figureNames,
  figureUnits,
  type WorkFact,
} from './bulletin'
import { isPutToUnit } from './finding-workflow'
import { fewestEnterprises } from './rollup'

/** What a unit may read of an issued bulletin: the county's figures, its own works and findings, what is required. */
export type Extract = {
  figures: { name: FigureName; figure: Figure | null }[]
  works: WorkFact[]
  findings: FindingFact[]
  requirements: BulletinTexts['requirements']
}

/** Sums that fewer than three units make up would tell one what another gave. null = not told. */
const money: readonly FigureName[] = ['completion', 'timeProgress', 'gap']
export function toldFigure(name: FigureName, figure: Figure): Figure | null {
  const isMoney = figureUnits[name] === 'yuan' || money.includes(name)
  return isMoney && figure.units < fewestEnterprises ? null : figure
}

export function extractOf(
  facts: BulletinFacts,
  { requirements }: BulletinTexts,
  own: { codes: ReadonlySet<string>; unitId: number },
): Extract {
  const isOwn = ({ code, unitId }: FindingFact): boolean => unitId === own.unitId || (code !== null && own.codes.has(code))
  return {
    figures: figureNames.map((name) => ({ name, figure: toldFigure(name, facts.figures[name]) })),
    works: facts.works.filter(({ code }) => own.codes.has(code)),
    findings: facts.findings.filter((finding) => isPutToUnit(finding.state) && isOwn(finding)),
    requirements,
  }
}
