import type { Instant } from '../../domain/calendar'
import type { FieldFigure, FieldPackage, FieldWork } from '../../domain/field-package'
import type { FindingCategory, FindingSeverity } from '../../domain/finding'
import type { RatingLevel, SeenFigure, SeenResult } from '../../domain/visit'

export type Position = { lat: number; lon: number }
/** As typed; `value` and `why` keep what was typed when the result is changed and changed back. */
export type FigureDraft = { result: SeenResult | null; value: string; why: string }
export type FindingDraft = { id: string; category: FindingCategory | ''; severity: FindingSeverity | ''; basis: string; facts: string }
export type PhotoDraft = {
  id: string
  finding: string | null
  name: string
  bytes: number
  sha256: string
  takenAt: Instant
  position: Position | null
}

/** A visit under way, written to the device at every change. Every item it will become has its id already, so that finishing twice is finishing once. */
export type VisitDraft = {
  id: string
  finishId: string
  round: number
  code: string
  name: string
  mayRate: boolean
  startedAt: Instant
  offsetMs: number | null
  basis: FieldWork['basis']
  /** As the package showed them when the visit began, whatever is taken along meanwhile. */
  shown: FieldFigure[]
  figures: Partial<Record<SeenFigure, FigureDraft>>
  rating: { level: RatingLevel | ''; reason: string }
  findings: FindingDraft[]
  photos: PhotoDraft[]
  present: string
  words: string
  locate: boolean
  position: Position | null
}

export const emptyFigure: FigureDraft = { result: null, value: '', why: '' }

/** On site there are always people and machines to count, and every milestone to look at. */
export function figuresToSee(work: FieldWork): FieldFigure[] {
  const has = new Set(work.figures.map(({ figure }) => figure))
  const blank = (figure: SeenFigure, name: string | null = null): FieldFigure => ({
    figure,
    name,
    unit: null,
    approved: null,
    reported: null,
  })
  const counts = (['people', 'machines'] as const).filter((figure) => !has.has(figure)).map((figure) => blank(figure))
  const milestones = work.milestones
    .filter(({ id }) => !has.has(`milestone:${id}`))
    .map(({ id, name, metOn }) => ({
      ...blank(`milestone:${id}`, name),
      approved: metOn ? { value: metOn, month: null, on: metOn } : null,
    }))
  const isMilestone = ({ figure }: FieldFigure) => figure.startsWith('milestone:')
  return [...work.figures.filter((one) => !isMilestone(one)), ...counts, ...work.figures.filter(isMilestone), ...milestones]
}

type Begun = { startedAt: Instant; offsetMs: number | null; newId: () => string }

export function beginVisit({ round, user }: FieldPackage, work: FieldWork, { startedAt, offsetMs, newId }: Begun): VisitDraft {
  return {
    id: newId(),
    finishId: newId(),
    round: round.id,
    code: work.code,
    name: work.name,
    mayRate: user.mayRate,
    startedAt,
    offsetMs,
    basis: work.basis,
    shown: figuresToSee(work),
    figures: {},
    rating: { level: '', reason: '' },
    findings: [],
    photos: [],
    present: '',
    words: '',
    locate: false,
    position: null,
  }
}

/** About a kilometre: enough to say that somebody was there, not where they stood. */
export const coarse = (lat: number, lon: number): Position => ({ lat: Math.round(lat * 100) / 100, lon: Math.round(lon * 100) / 100 })
