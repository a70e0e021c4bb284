import type { CensusColumn, CensusState } from './census'
import { wanFieldText, yuanFromWan } from './money'

/** A census row as the texts of its form; imports no schema, so that the browser may use it. */
export type CensusTexts = Record<CensusColumn, string>

export function censusTexts(state: CensusState): CensusTexts {
  return {
    owner: state.owner ?? '',
    responsible: state.responsible ?? '',
    stage: state.stage,
    chain: state.chain ?? '',
    totalYuan: wanFieldText(state.totalYuan),
    totalDocument: state.totalDocument ?? '',
    completedOn: state.completedOn ?? '',
  }
}

/** How the row stands once it is saved: an empty cell left what stood, a total waits beside the one in force. */
export function censusAfter(before: CensusTexts, typed: Partial<CensusTexts>, totalWaits: boolean): CensusTexts {
  const cell = (column: CensusColumn): string => typed[column]?.trim() || before[column]
  const stage = cell('stage')
  const finished = stage === 'completed' || stage === 'operation'
  return {
    owner: cell('owner'),
    responsible: cell('responsible'),
    stage,
    chain: cell('chain'),
    totalYuan: totalWaits ? before.totalYuan : plainWan(cell('totalYuan')),
    totalDocument: totalWaits ? before.totalDocument : cell('totalDocument'),
    completedOn: finished ? cell('completedOn') : '',
  }
}

/** `58,267.57` and `58267.57` are one figure; what is no figure stays as typed. */
const plainWan = (text: string): string => {
  const yuan = yuanFromWan(text)
  return yuan === null ? text : wanFieldText(yuan)
}

export const sameCell = (column: CensusColumn, a: string, b: string): boolean =>
  column === 'totalYuan' ? plainWan(a) === plainWan(b) : a.trim() === b.trim()
