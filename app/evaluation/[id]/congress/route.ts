import { congressFile } from '../../../../db/queries/evaluations'
import { Refusal } from '../../../../domain/errors'
import { today } from '../../../_lib/clock'
import { problemOf } from '../../../_lib/problem'
import { idOf } from '../../../_lib/query'
import { apiViewer } from '../../../_lib/session'
import { paperResponse } from '../../../_paper/response'
import { wordBytes } from '../../../_paper/word'

type Context = { params: Promise<{ id: string }> }

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The report to the People's Congress as a Word file to go on writing in: figures filled in, gaps marked. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { actor } = await apiViewer(request)
    const { name, paper } = congressFile(actor, idOf((await params).id), today())
    const sent = { name: `${name}.docx`, type, shown: 'attachment' as const, policy: "default-src 'none'; sandbox" }
    return paperResponse(await wordBytes(paper), { ...sent, sha256: null })
  } catch (error) {
    if (error instanceof Refusal) return problemOf(error)
    throw error
  }
}
