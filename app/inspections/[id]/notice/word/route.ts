import { noticeView, storedNotice } from '../../../../../db/queries/round-notice'
import { Refusal } from '../../../../../domain/errors'
import { today } from '../../../../_lib/clock'
import { problem, problemOf } from '../../../../_lib/problem'
import { idOf } from '../../../../_lib/query'
import { apiViewer } from '../../../../_lib/session'
import { wordBytes } from '../../../../_paper/word'

type Context = { params: Promise<{ id: string }> }

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Once sent, the bytes that were stored; before that a draft for the supervisors, made as it stands. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const [{ actor }, { id }] = await Promise.all([apiViewer(request), params])
    const stored = storedNotice(actor, idOf(id))
    const word = stored ? stored.word : await wordBytes(noticeView(actor, idOf(id), today()).paper)
    if (word === null) return problem(503, 'file-lost')
    const name = encodeURIComponent(`${stored ? stored.number : '督查通知（草稿）'}.docx`)
    const headers = { 'content-type': docx, 'content-disposition': `attachment; filename="notice.docx"; filename*=UTF-8''${name}` }
    return new Response(new Uint8Array(word), {
      headers: { ...headers, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
    })
  } catch (error) {
    if (error instanceof Refusal) return problemOf(error)
    throw error
  }
}
