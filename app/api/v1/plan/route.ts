import { planDocument } from '../../../../db/queries/plan-document'
import { noParameters } from '../../../../domain/api/parameters'
import { publicGet } from '../../../_lib/api'

/** The plan changes only with a load: a reader who has it gets 304. */
export const GET = publicGet(noParameters, (_, request) => {
  const { etag, body } = planDocument()
  const headers = { etag, 'cache-control': 'public, no-cache', 'content-type': 'application/json' }
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  if (known?.includes(etag) || known?.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(body, { headers })
})
