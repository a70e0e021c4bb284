import { sectorOverview } from '../../../../db/queries/sectors'
import { noParameters } from '../../../../domain/api/parameters'
import type { SectorsDocument } from '../../../../domain/api/rollups'
import { apiGet } from '../../../_lib/api'
import { words } from '../../../_lib/locale'
import { sectorDocument } from './documents'

/** Works added up by sector: the reader's own only, where they see no others. */
export const GET = apiGet(noParameters, async ({ actor }): Promise<SectorsDocument> => {
  const t = await words()
  return { items: sectorOverview(actor).map((row) => sectorDocument(row, t)) }
})
