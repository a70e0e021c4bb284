import type { z } from 'zod'
import { discardDraft, saveDraft } from '../../../db/commands/drafts'
import type { Ctx } from '../../../domain/actor'
import { draftInput, draftSubject } from '../../../domain/draft-input'
import { Refusal } from '../../../domain/errors'
import { minuteWords } from '../../_lib/instant'
import { problem, problemOf } from '../../_lib/problem'
import { ctxFor, viewer } from '../../_lib/session'
import { isSameOrigin } from '../evidence/same-origin'

const mostBytes = 160_000

/** What is being typed, kept as it is typed: `{ subject, version, body }` → `{ version, time }`; 409 with the version that stands when another device was faster. */
export const POST = (request: Request): Promise<Response> =>
  answered(request, draftInput, (ctx, input) => {
    const { version, at } = saveDraft(ctx, input)
    return { version, time: minuteWords(at).slice(11) }
  })

/** `{ subject }`: begins again from what is approved. */
export const DELETE = (request: Request): Promise<Response> =>
  answered(request, draftSubject, (ctx, { subject }) => {
    discardDraft(ctx, subject)
    return {}
  })

async function answered<Input>(request: Request, schema: z.ZodType<Input>, run: (ctx: Ctx, input: Input) => object): Promise<Response> {
  try {
    if (!isSameOrigin(request)) throw new Refusal('cross-site')
    const person = await viewer()
    if (!person) throw new Refusal('sign-in-required')
    if (person.mustChangePassword) throw new Refusal('password-change-required')
    const parsed = schema.safeParse(await sent(request))
    if (!parsed.success) throw new Refusal('malformed')
    return Response.json(run(ctxFor(person), parsed.data), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code === 'stale' ? stale(error) : problemOf(error)
  }
}

async function sent(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? mostBytes) > mostBytes) throw new Refusal('malformed')
  const text = await request.text()
  if (text.length > mostBytes) throw new Refusal('malformed')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('malformed')
  }
}

async function stale(refusal: Refusal): Promise<Response> {
  const answer = await problem(409, 'stale', refusal.params)
  const document = await answer.json()
  return Response.json(
    { ...document, version: refusal.params.version },
    { status: 409, headers: { 'content-type': 'application/problem+json' } },
  )
}
