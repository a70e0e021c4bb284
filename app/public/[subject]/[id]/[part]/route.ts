import { publicFile } from '../../../../../db/queries/public'
import { Refusal, refuse } from '../../../../../domain/errors'
import { problem, problemOf } from '../../../../_lib/problem'
import { paperPolicy } from '../../../../_paper/policy'
import { paperResponse, type Sent } from '../../../../_paper/response'

type Context = { params: Promise<{ subject: string; id: string; part: string }> }

const subjects = { bulletins: 'bulletin', dispatches: 'dispatch' } as const
const forms = {
  page: { end: 'html', type: 'text/html; charset=utf-8', shown: 'inline', policy: paperPolicy },
  word: {
    end: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    shown: 'attachment',
    policy: "default-src 'none'; sandbox",
  },
} as const satisfies Record<string, Omit<Sent, 'name' | 'sha256'> & { end: string }>

/** An issued paper that the bureau has made public, byte for byte; for anybody. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  try {
    const { subject, id, part } = await params
    if (!Object.hasOwn(subjects, subject) || !Object.hasOwn(forms, part) || !/^\d{1,9}$/.test(id)) refuse('not-found')
    const { end, ...form } = forms[part as keyof typeof forms]
    const { name, kept } = publicFile(subjects[subject as keyof typeof subjects], Number(id), part as keyof typeof forms)
    return kept ? paperResponse(kept.bytes, { ...form, name: `${name}.${end}`, sha256: kept.sha256 }) : problem(503, 'file-lost')
  } catch (error) {
    if (error instanceof Refusal) return problemOf(error)
    throw error
  }
}
