import type { Ctx } from '../../domain/actor'
import type { CensusPaste, PastedRow } from '../../domain/census-paste'
import { type CensusGridRow, censusPreview, censusRowsOf } from '../queries/census'

/** A pasted row beside the work as it stands now; null where no work was found. */
export type CensusListRow = PastedRow & { standing: CensusGridRow | null }
export type CensusList = Omit<CensusPaste, 'rows'> & { rows: CensusListRow[] }

/** What a pasted list would do, cell by cell; changes nothing. */
export function previewCensusList(ctx: Ctx, list: string): CensusList {
  const { rows, ...rest } = censusPreview(ctx.actor, list, ctx.today)
  const codes = rows.flatMap(({ work }) => work?.code ?? [])
  const standing = censusRowsOf(ctx.actor, codes)
  return { ...rest, rows: rows.map((row) => ({ ...row, standing: (row.work && standing.get(row.work.code)) ?? null })) }
}
