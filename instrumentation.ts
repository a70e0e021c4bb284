/** Opens the library once, before the first request; a server that cannot open it stops with a sentence. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    await keepRealAddresses()
    await mendAddresses()
    await logRequests()
    const [{ serveHouse }, { mailPost }] = await Promise.all([import('./db/serve'), import('./app/_lib/mail-post')])
    await serveHouse(papers, mailPost())
  }
}

/** Loaded only where a paper is drawn before the first request: db/ knows no layout. */
async function papers() {
  const [{ wordBytes }, { htmlPage }] = await Promise.all([import('./app/_paper/word'), import('./app/_paper/html')])
  return { word: wordBytes, page: htmlPage }
}

type Started = { request: { headers: Record<string, string | undefined>; socket: { remoteAddress?: string } } }

/** The server hands on whatever address a client claims; unless a proxy is trusted, the throttle must see the connection's own. */
async function keepRealAddresses(): Promise<void> {
  if (process.env.TRUST_PROXY === '1') return
  const { subscribe } = await import('node:diagnostics_channel')
  subscribe('http.server.request.start', (message) => {
    const { request } = message as Started
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown'
  })
}

/** A percent sign that stands for no letter breaks the router before any page: read as itself, it is a place that is not there. */
async function mendAddresses(): Promise<void> {
  const { subscribe } = await import('node:diagnostics_channel')
  subscribe('http.server.request.start', (message) => {
    const { request } = message as Finished
    const [path = '', ...query] = (request.url ?? '').split('?')
    if (!isReadable(path)) request.url = [path.replaceAll('%', '%25'), ...query].join('?')
  })
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

type Finished = Started & {
  request: { method?: string; url?: string }
  response: { statusCode: number; getHeader: (name: string) => unknown }
}

/** One line of JSON a request, without query, address or name: what was asked, how it ended, under which id. LOG_REQUESTS=0 leaves them out. */
async function logRequests(): Promise<void> {
  if (process.env.LOG_REQUESTS === '0') return
  const { subscribe } = await import('node:diagnostics_channel')
  const began = new WeakMap<object, number>()
  subscribe('http.server.request.start', (message) => began.set((message as Finished).request, performance.now()))
  subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as Finished
    const path = (request.url ?? '').split('?')[0]
    if (path?.startsWith('/_next/')) return
    const ms = Math.round(performance.now() - (began.get(request) ?? performance.now()))
    log({
      at: new Date().toISOString(),
      id: response.getHeader('x-request-id') ?? null,
      method: request.method,
      path,
      status: response.statusCode,
      ms,
    })
  })
}

/** What a page could not handle: its message and place, never what somebody typed. */
export function onRequestError(error: unknown, request: { path: string; method: string; headers: Record<string, unknown> }): void {
  const { name, message, stack, digest } = error as Error & { digest?: string }
  const id = request.headers['x-request-id'] ?? null
  const said = message.split('\nparams:')[0]
  const at = stack?.split('\n').filter((line) => line.startsWith('    at '))
  log({
    at: new Date().toISOString(),
    level: 'error',
    id,
    method: request.method,
    path: request.path.split('?')[0],
    digest,
    name,
    said,
    stack: at,
  })
}

function log(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
