import { openApiDocument } from '../../../../domain/api/openapi'
import { noParameters } from '../../../../domain/api/parameters'
import { publicGet } from '../../../_lib/api'

/** Made once: the schemas do not change while the program runs. */
let kept: ReturnType<typeof openApiDocument> | null = null

export const GET = publicGet(noParameters, () => {
  kept ??= openApiDocument()
  return kept
})
