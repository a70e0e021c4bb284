import { noticeView, storedNotice } from '../../../../../db/queries/round-notice'
import { Refusal } from '../../../../../domain/errors'
import { today } from '../../../../_lib/clock'
import { problem, problemOf } from '../../../../_lib/problem'
import { idOf } from '../../../../_lib/query'
import { apiViewer } from '../../../../_lib/session'
import { htmlPage } from '../../../../_paper/html'
import { paperPolicy } from '../../../../_paper/policy'

type Context = { params: Promise<{ id: string }> }

/** The notice alone on its sheets, to be printed: as it was stored when it was sent, or the draft as it stands. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const [{ actor }, { id }] = await Promise.all([apiViewer(request), params])
    const stored = storedNotice(actor, idOf(id))
    const page = stored ? stored.page : htmlPage(noticeView(actor, idOf(id), today()).paper)
    if (page === null) return problem(503, 'file-lost')
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': paperPolicy }
    return new Response(page, { headers: { ...headers, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } })
  } catch (error) {
    if (error instanceof Refusal) return problemOf(error)
    throw error
  }
}
