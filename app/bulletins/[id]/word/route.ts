import { bulletinFile } from '../../../../db/queries/bulletin-file'
import { Refusal } from '../../../../domain/errors'
import { today } from '../../../_lib/clock'
import { problem, problemOf } from '../../../_lib/problem'
import { apiViewer } from '../../../_lib/session'
import { paperResponse } from '../../../_paper/response'
import { wordBytes } from '../../../_paper/word'

type Context = { params: Promise<{ id: string }> }

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** An issued one byte for byte; a draft drawn now, marked 征求意见稿. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { actor } = await apiViewer(request)
    const file = bulletinFile(actor, Number((await params).id), 'word', today())
    const sent = { name: `${file.name}.docx`, type, shown: 'attachment' as const, policy: "default-src 'none'; sandbox" }
    if ('kept' in file) return file.kept ? paperResponse(file.kept.bytes, { ...sent, sha256: file.kept.sha256 }) : problem(503, 'file-lost')
    return paperResponse(await wordBytes(file.paper), { ...sent, sha256: null })
  } catch (error) {
    if (error instanceof Refusal) return problemOf(error)
    throw error
  }
}
