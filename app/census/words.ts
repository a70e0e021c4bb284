import type { CensusGridRow } from '../../db/queries/census'
import type { CensusColumn } from '../../domain/census'
import type { Messages } from '../../domain/messages'
import { nextStages, stageNeedsReason, stages } from '../../domain/project'

export type Option = { value: string; text: string }

/** What every row of the grid may choose from, and every word on it; given once. */
export type CensusWords = Messages['census'] & {
  wan: string
  kinds: Messages['labels']['organisationKinds']
  stages: Messages['labels']['stages']
  chains: Record<string, string>
  /** Where a work may go from each stage without giving a reason. */
  moves: Record<string, readonly Option[]>
  units: readonly string[]
  today: string
}

/** A pasted row as the reader sees it: what is wrong per cell, and what is wrong with the row itself. */
export type PreviewRow = {
  line: number
  given: string
  row: CensusGridRow | null
  values: Partial<Record<CensusColumn, string>>
  wrong: Record<string, string>
  note: string | null
}
export type Preview = { rows: PreviewRow[]; ignored: string[]; left: number; good: number }

type Named = { id: string; name: string }

export function censusWords(t: Messages, chains: readonly Named[], units: readonly { name: string }[], today: string): CensusWords {
  const { organisationKinds: kinds, stages: names } = t.labels
  const moves = stages.map((from) => {
    const to = nextStages(from).filter((stage) => !stageNeedsReason(stage))
    return [from, to.map((stage) => ({ value: stage, text: names[stage] }))] as const
  })
  return {
    ...t.census,
    wan: t.common.wan,
    kinds,
    stages: names,
    chains: { ...Object.fromEntries(chains.map(({ id, name }) => [id, name])), none: t.census.chainNone },
    moves: Object.fromEntries(moves),
    units: units.map(({ name }) => name),
    today,
  }
}
