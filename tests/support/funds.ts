import { submitFunds } from '../../db/commands/funds'
import { submitStatisticsInvestment } from '../../db/commands/statistics-investments'
import { fundInput } from '../../domain/fund-input'
import { statisticsInvestmentInput } from '../../domain/statistics-investment'
import { ctxOf, type TestHouse } from './house'
import { typed } from './typed'

/** 万元 by the source's number: planned, in place, paid. */
export type ToldSources = Record<number, readonly [planned: string, inPlace: string, paid: string]>
type Fields = Record<string, string>

/** 地方财政. */
const local: ToldSources = { 5: ['1000', '500', '300'] }

/** A quarter's return as somebody types it; the sources that are not named are left empty. */
export function fundReturn(sources: ToldSources = local, more: Fields = {}) {
  const lines = Object.entries(sources).map(([sourceId, [planned, inPlace, paid]]) => ({ sourceId, planned, inPlace, paid }))
  return typed(fundInput, { code: 'P0001', quarter: '2025Q3', lines, ...more })
}

export const handedIn = (t: TestHouse, sources?: ToldSources, more?: Fields): number =>
  submitFunds(ctxOf(t.actors.owner), fundReturn(sources, more))

export const statisticsFigure = (more: Fields = {}) =>
  typed(statisticsInvestmentInput, { code: 'P0001', throughMonth: '2025-09', yuan: '2000', source: '固定资产投资月报', ...more })

export const entered = (t: TestHouse, more: Fields = {}): number =>
  submitStatisticsInvestment(ctxOf(t.actors.bureau), statisticsFigure(more))
