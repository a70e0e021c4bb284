import type { LightLevel } from '../../domain/light'
import { fill, type Messages } from '../../domain/messages'
import type { RatingLevel, SeenResult } from '../../domain/visit'
import type { SeenValue } from '../../domain/visit-compare'
import { LightMark } from './light'
import { Unknown } from './money'
import { type FigureLook, seenWords } from './seen-words'

const levels: Record<SeenResult, LightLevel> = { agrees: 'green', differs: 'yellow', unchecked: 'none', seen: 'none' }

/** Agrees, differs, could not be checked: shape, word and colour. */
export const ResultMark = ({ result, t }: { result: SeenResult; t: Messages }) => (
  <LightMark level={levels[result]} bare>
    {t.labels.seenResults[result]}
  </LightMark>
)

export const RatingMark = ({ level, t }: { level: RatingLevel; t: Messages }) => (
  <LightMark level={level}>{t.labels.ratingLevels[level]}</LightMark>
)

/** A value as it was told or seen; unknown is “—” and says why. */
export function SeenWord({ value, look, why, t }: { value: SeenValue; look: FigureLook; why: string; t: Messages }) {
  const text = seenWords(value, look, t)
  if (text === null) return <Unknown why={why} />
  return typeof value === 'string' && look.figure === 'step' ? <span lang="zh-CN">{text}</span> : text
}

type Who = { name: string; organisation: string } | null

/** `督查员甲（督查室）`; a person who is not known any more is said to be so. */
export const personWords = (person: Who, t: Messages): string =>
  person === null ? t.seen.visit.unknownWho : fill(t.project.someone, person)
