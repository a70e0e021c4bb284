/**
 * The service worker: keeps the shell's few files, whole and of one version, and nothing else. Never a page, never an answer of the server, never evidence.
 * A new version is fetched beside the old one and is there at the next opening; the open page has all it needs and goes on undisturbed.
 */
export {}

declare const FIELD_VERSION: string
declare const FIELD_FILES: string[]

type Waits = Event & { waitUntil: (work: Promise<unknown>) => void }
type Asks = Waits & { request: Request; respondWith: (answer: Promise<Response>) => void }
type Worker = { skipWaiting: () => Promise<void>; clients: { claim: () => Promise<void> }; registration: { scope: string } }
const worker = globalThis as unknown as Worker & EventTarget

const prefix = 'field-'
const name = `${prefix}${FIELD_VERSION}`
const page = '/field'

worker.addEventListener('install', (event) => (event as Waits).waitUntil(keepShell()))
worker.addEventListener('activate', (event) => (event as Waits).waitUntil(takeOver()))
worker.addEventListener('fetch', (event) => {
  const asked = event as Asks
  const key = keptAs(asked.request)
  if (key) asked.respondWith(answerFor(key, asked.request))
})

/** All or nothing: half a shell would be worse than the old one. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(name)
  await cache.addAll([page, ...FIELD_FILES].map((path) => new Request(path, { cache: 'reload', credentials: 'omit' })))
  await worker.skipWaiting()
}

async function takeOver(): Promise<void> {
  const old = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name)
  await Promise.all(old.map((key) => caches.delete(key)))
  await worker.clients.claim()
}

function keptAs(request: Request): string | null {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return null
  if (request.mode === 'navigate') return url.pathname === page ? page : null
  return FIELD_FILES.includes(url.pathname) ? url.pathname : null
}

/** From the device first: a site has one bar of signal, or none. The browser itself asks for a new worker at each opening. */
async function answerFor(key: string, request: Request): Promise<Response> {
  const cache = await caches.open(name)
  return (await cache.match(key)) ?? fetch(request)
}
