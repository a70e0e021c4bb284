import { drawnFile } from '../../../../../../db/queries/round-draws'
import { Refusal } from '../../../../../../domain/errors'
import { problemOf } from '../../../../../_lib/problem'
import { idOf } from '../../../../../_lib/query'
import { apiViewer } from '../../../../../_lib/session'

type Context = { params: Promise<{ id: string; position: string }> }

/** The exported draw: whoever reads the list may take it away and repeat it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const [{ actor }, { id, position }] = await Promise.all([apiViewer(request), params])
    const { name, text } = drawnFile(actor, idOf(id), idOf(position))
    const headers = {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    }
    return new Response(text, { headers })
  } catch (error) {
    if (error instanceof Refusal) return problemOf(error)
    throw error
  }
}
