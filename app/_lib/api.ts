import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { Refusal } from '../../domain/errors'
import { problemOf } from './problem'
import { apiViewer, type Viewer } from './session'

type Path = Record<string, string>
type RouteContext = { params: Promise<Path> }
type Route = (request: Request, context: RouteContext) => Promise<Response>
type Answer = unknown | Response

/** A read of a signed-in person, by session or by token: who, which parameters, answer; every refusal is a problem document. */
export function apiGet<Params extends z.ZodObject>(
  params: Params,
  handler: (viewer: Viewer, input: z.output<Params>, path: Path) => Answer | Promise<Answer>,
): Route {
  return answered(async (request, path) => {
    return handler(await apiViewer(request), parameters(params, request), path)
  }, 'private, no-store')
}

/** A read that needs no sign-in. */
export function publicGet<Params extends z.ZodObject>(
  params: Params,
  handler: (input: z.output<Params>, request: Request) => Answer | Promise<Answer>,
): Route {
  return answered(async (request) => handler(parameters(params, request), request), 'no-cache')
}

function answered(run: (request: Request, path: Path) => Promise<Answer>, caching: string): Route {
  return async (request, context) => {
    try {
      const answer = await run(request, (await context.params) ?? {})
      return answer instanceof Response ? answer : Response.json(answer, { headers: { 'cache-control': caching } })
    } catch (error) {
      unstable_rethrow(error)
      if (error instanceof Refusal) return problemOf(error)
      throw error
    }
  }
}

/** The query as the schema's output; the first unknown, repeated or malformed parameter is refused by its name. */
function parameters<Params extends z.ZodObject>(params: Params, request: Request): z.output<Params> {
  const query = new URL(request.url).searchParams
  const names = [...query.keys()]
  for (const [index, name] of names.entries()) {
    if (!Object.hasOwn(params.shape, name)) refuseParameter('unknown-parameter', name)
    if (names.indexOf(name) !== index) refuseParameter('malformed-parameter', name)
  }
  const parsed = params.safeParse(Object.fromEntries(query))
  if (!parsed.success) refuseParameter('malformed-parameter', String(parsed.error.issues[0]?.path[0] ?? ''))
  return parsed.data
}

function refuseParameter(code: 'unknown-parameter' | 'malformed-parameter', typed: string): never {
  const name = typed.slice(0, 60)
  throw new Refusal(code, { params: { name }, issues: [{ field: name, code, params: { name } }] })
}
