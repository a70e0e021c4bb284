import type { IndicatorMatrix } from '../../../db/queries/indicators'

/** Of how many years of all rows there is an approved value. */
export function coverageOf({ rows }: Pick<IndicatorMatrix, 'rows'>) {
  const values = rows.flatMap((row) => row.values)
  return { rows: rows.length, known: values.filter(({ value }) => value !== null).length, all: values.length }
}
