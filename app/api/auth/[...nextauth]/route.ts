import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '../../../_lib/auth'
import { isSecure } from '../../../_lib/sealed'

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own addresses; what it would answer with 500 (a malformed address or body) is a 400 of ours. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (nextauth[0] === '_log') return new Response(null, { status: 204 })
  try {
    const response: Response = await NextAuth(request, context, authOptions(isSecure(request.headers)))
    return response.status >= 500 ? malformed() : withOwnLocation(response)
  } catch {
    return malformed()
  }
}

const malformed = (): Response => new Response('Bad request', { status: 400, headers: { 'content-type': 'text/plain' } })

/** Where to go next is a path of this house, so that no forged Host header sends anybody elsewhere. */
function withOwnLocation(response: Response): Response {
  const location = response.headers.get('location')
  if (!location || location.startsWith('/')) return response
  const { pathname, search } = new URL(location)
  const headers = new Headers(response.headers)
  headers.set('location', pathname + search)
  return new Response(response.body, { status: response.status, headers })
}

export { answer as GET, answer as POST }
