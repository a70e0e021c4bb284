import type { UnknownFacts } from '../../../../domain/evaluation'
import type { Messages } from '../../../../domain/messages'
import type { UnknownRow } from './columns'

/** Everything an evaluation does not know; a work with several gaps stands once for each. */
export function unknownRows(unknown: UnknownFacts, t: Messages): UnknownRow[] {
  const words = t.evaluation
  const row = (what: string, code: string, name: string, lacking = ''): UnknownRow => ({ what, code, name, lacking })
  return [
    ...unknown.indicatorValues.map(({ no, name, years }) => row(words.unknownValues, no, name, years.join(', '))),
    ...unknown.indicatorTargets.map(({ no, name }) => row(words.unknownTargets, no, name)),
    ...unknown.indicatorBases.map(({ no, name }) => row(words.unknownBases, no, name)),
    ...unknown.chainTargets.map(({ name }) => row(words.unknownChainTargets, '', name)),
    ...unknown.chainOutputs.map(({ name }) => row(words.unknownOutputs, '', name)),
    ...unknown.works.flatMap(({ code, name, sector, gaps }) => gaps.map((gap) => row(words.gaps[gap], code, name, sectorOf(sector, t)))),
    ...unknown.responsible.map(({ kind, code, name }) =>
      row(words.unknownResponsible, kind === 'chain' ? '' : code, name, words.subjectKinds[kind]),
    ),
  ]
}

const sectorOf = (sector: string, { labels }: Messages): string => (labels.sectors as Record<string, string>)[sector] ?? sector
