import { bulletinFile } from '../../../../db/queries/bulletin-file'
import { Refusal } from '../../../../domain/errors'
import { today } from '../../../_lib/clock'
import { problem, problemOf } from '../../../_lib/problem'
import { apiViewer } from '../../../_lib/session'
import { htmlPage } from '../../../_paper/html'
import { paperPolicy } from '../../../_paper/policy'
import { paperResponse } from '../../../_paper/response'

type Context = { params: Promise<{ id: string }> }

/** A whole page without script: an issued one byte for byte, a draft drawn now. Only its own style may apply. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { actor } = await apiViewer(request)
    const file = bulletinFile(actor, Number((await params).id), 'page', today())
    const sent = { name: `${file.name}.html`, type: 'text/html; charset=utf-8', shown: 'inline' as const, policy: paperPolicy }
    if ('kept' in file) return file.kept ? paperResponse(file.kept.bytes, { ...sent, sha256: file.kept.sha256 }) : problem(503, 'file-lost')
    return paperResponse(htmlPage(file.paper), { ...sent, sha256: null })
  } catch (error) {
    if (error instanceof Refusal) return problemOf(error)
    throw error
  }
}
