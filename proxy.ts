import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'

/** Before every page and route: who may ask (same origin), what the browser may run, and that nothing is kept in between. */
export function proxy(request: NextRequest): NextResponse {
  const requestId = requestIdOf(request)
  if (!isRead(request) && !isSameOrigin(request)) return crossSite(request, requestId)
  const { pathname } = request.nextUrl
  const policy = isField(pathname) ? fieldPolicy : contentPolicy(randomBytes(16).toString('base64'))
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-request-id', requestId)
  headers.set('x-path', pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  if (pathname === '/sign-in') offerCsrfToken(request, response)
  return guarded(request, response, policy, requestId)
}

/** Uploads check their own origin: a body that passes here is cut at 10 MB. */
export const config = { matcher: ['/((?!_next/static|_next/image|api/evidence$|api/imports$|favicon.ico|icon.svg).*)'] }

const isRead = (request: NextRequest): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(request.method)

/**
 * A browser names the page a change comes from; a sub-domain or another site is refused. A program that names none carries no
 * stranger's cookies.
 */
function isSameOrigin(request: NextRequest): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.get('origin')
  return origin === null || ownHosts(request).includes(hostOf(origin))
}

function ownHosts(request: NextRequest): string[] {
  const forwarded = process.env.TRUST_PROXY === '1' ? request.headers.get('x-forwarded-host') : null
  const hosts = [request.headers.get('host'), forwarded, hostOf(process.env.NEXTAUTH_URL ?? '')]
  return hosts.filter((host): host is string => Boolean(host))
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}

function crossSite(request: NextRequest, requestId: string): NextResponse {
  const words = '请求来源不符，已拒绝。 · Refused: the request came from another site.'
  const headers = { 'cache-control': 'no-store', 'x-request-id': requestId, 'x-content-type-options': 'nosniff' }
  if (!request.nextUrl.pathname.startsWith('/api/')) return new NextResponse(words, { status: 403, headers })
  const problem = { type: 'about:blank', title: 'Forbidden', status: 403, code: 'cross-site', detail: words }
  return NextResponse.json(problem, { status: 403, headers: { ...headers, 'content-type': 'application/problem+json' } })
}

/** Scripts only with this request's nonce. The development server alone needs `eval` and its own style elements. */
function contentPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === 'development'
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self'${developing ? ` 'unsafe-inline'` : ''}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
  ].join('; ')
}

/** The field shell, its files and its service worker: one static document with scripts of its own, the same for everybody. */
const isField = (path: string): boolean => path === '/field' || path.startsWith('/field/') || path === '/sw.js'

const fieldPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' blob:`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `manifest-src 'self'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ')

const isPublic = (path: string): boolean => path === '/public' || path.startsWith('/public/')

/** Files and kept papers come from routes that allow them less than any page: what is set here would take the place of theirs. */
const hasOwnPolicy = (path: string): boolean =>
  /^\/(api\/evidence\/[^/]+|(public\/)?(bulletins|dispatches|evaluation)\/\d+\/(page|word)|inspections\/\d+\/notice\/page)$/.test(path)

function guarded(request: NextRequest, response: NextResponse, policy: string, requestId: string): NextResponse {
  const { headers } = response
  if (!hasOwnPolicy(request.nextUrl.pathname)) headers.set('content-security-policy', policy)
  headers.set('x-request-id', requestId)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('x-frame-options', 'DENY')
  headers.set('referrer-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=(self)')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cache-control', cachingOf(request))
  if (isPublic(request.nextUrl.pathname)) headers.append('vary', 'cookie')
  if (isSecure(request)) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  return response
}

/**
 * Kept by nobody but for a minute what a stranger without a cookie reads of the public page (with one it says who is reading); works given out as
 * data and a calendar program's own copy are asked about each time.
 */
function cachingOf({ nextUrl: { pathname: path }, cookies }: NextRequest): string {
  if (isPublic(path) && cookies.size === 0) return 'public, max-age=60'
  if (path === '/api/v1/oc4ids' || path === '/api/v1/oc4ids/file') return 'public, no-cache'
  return path === '/feed/calendar.ics' ? 'private, no-cache' : 'no-store'
}

function isSecure(request: NextRequest): boolean {
  if (process.env.NEXTAUTH_URL) return process.env.NEXTAUTH_URL.startsWith('https://')
  return request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
}

/** A trusted proxy's id is kept, so that its log and ours can be read together. */
function requestIdOf(request: NextRequest): string {
  const given = process.env.TRUST_PROXY === '1' ? request.headers.get('x-request-id') : null
  return given && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID()
}

/** The sign-in form works without scripts: the token next-auth will ask for is there when the page is drawn. */
function offerCsrfToken(request: NextRequest, response: NextResponse): void {
  const secret = process.env.NEXTAUTH_SECRET ?? ''
  const secure = isSecure(request)
  const name = `${secure ? '__Host-' : ''}next-auth.csrf-token`
  const seal = (token: string) => createHash('sha256').update(`${token}${secret}`).digest('hex')
  const [token = '', hash] = (request.cookies.get(name)?.value ?? '').split('|')
  if (token !== '' && hash === seal(token)) return
  const made = randomBytes(32).toString('hex')
  response.cookies.set(name, `${made}|${seal(made)}`, { httpOnly: true, sameSite: 'lax', secure, path: '/' })
}
