import { unstable_rethrow } from 'next/navigation'
import { Refusal } from '../../domain/errors'
import { problem, problemOf } from './problem'
import { type Viewer, viewer } from './session'

type Path = Record<string, string>
type Work = (person: Viewer, request: Request, path: Path) => object | Promise<object>

/**
 * What a phone asks: a session that has run out is 401 and never a page, so that the phone keeps everything and asks its owner to sign in. It says whose things
 * it holds (`x-field-user`): nobody sends another's.
 */
export function fieldRoute(work: Work) {
  return async (request: Request, context: { params: Promise<Path> }): Promise<Response> => {
    try {
      const person = await inspector()
      const holder = request.headers.get('x-field-user')
      if (holder !== null && holder !== String(person.actor.id)) return await problem(409, 'other-person')
      return Response.json(await work(person, request, await context.params), { headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      unstable_rethrow(error)
      if (error instanceof Refusal) return problemOf(error)
      console.error(error)
      return problem(503, 'unavailable')
    }
  }
}

async function inspector(): Promise<Viewer> {
  const person = await viewer()
  if (!person) throw new Refusal('sign-in-required')
  if (person.mustChangePassword) throw new Refusal('password-change-required')
  return person
}
