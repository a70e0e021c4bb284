import { type SeenFigure, type SeenResult, seenFigures } from './visit'

/** A number (money 元) or words (a day for a milestone, '' = not met); null = not known. */
export type SeenValue = number | string | null
export type FigureSeen = {
  figure: SeenFigure
  result: SeenResult
  reported: SeenValue
  approved: SeenValue
  seen: SeenValue
  why: string | null
}

/** What the seen figure stands against. */
export const valueTold = ({ reported, approved }: Pick<FigureSeen, 'reported' | 'approved'>): SeenValue => reported ?? approved

/** Where it agrees, what was told is what was seen. */
export function valueSeen(line: FigureSeen): SeenValue {
  if (line.result === 'unchecked') return null
  return line.seen ?? (line.result === 'agrees' ? valueTold(line) : null)
}

export const milestoneIdOf = (figure: SeenFigure): number | null =>
  figure.startsWith('milestone:') ? Number(figure.slice('milestone:'.length)) : null

const position = (figure: SeenFigure): number => {
  const plain = (seenFigures as readonly string[]).indexOf(figure)
  return plain >= 0 ? plain : seenFigures.length + (milestoneIdOf(figure) ?? 0)
}
export const figureOrder = (a: { figure: SeenFigure }, b: { figure: SeenFigure }): number => position(a.figure) - position(b.figure)

/** One figure across the visits to a site, in their order; `disputed` = two inspectors saw different things. */
export type ComparedFigure = { figure: SeenFigure; cells: (FigureSeen | null)[]; disputed: boolean }

export function compareVisits(visits: readonly (readonly FigureSeen[])[]): ComparedFigure[] {
  const figures = [...new Set(visits.flatMap((lines) => lines.map(({ figure }) => figure)))]
  return figures
    .map((figure) => {
      const cells = visits.map((lines) => lines.find((line) => line.figure === figure) ?? null)
      return { figure, cells, disputed: isDisputed(cells) }
    })
    .sort(figureOrder)
}

/** What nobody could check contradicts nobody. */
function isDisputed(cells: readonly (FigureSeen | null)[]): boolean {
  const seen = cells.filter((cell) => cell !== null).map(valueSeen)
  return new Set(seen.filter((value) => value !== null)).size > 1
}
