import { chainOverview, outputRef } from '../../../../db/queries/chains'
import { noParameters } from '../../../../domain/api/parameters'
import type { ChainsDocument } from '../../../../domain/api/rollups'
import { apiGet } from '../../../_lib/api'
import { today } from '../../../_lib/clock'
import { words } from '../../../_lib/locale'
import { chainDocument } from './documents'

/** The nine chains towards their targets; what a project unit may not be told is null, with the reason in the light. */
export const GET = apiGet(noParameters, async ({ actor }): Promise<ChainsDocument> => {
  const t = await words()
  return { items: chainOverview(actor, today()).map((row) => chainDocument(row, outputRef(actor, row), t)) }
})
