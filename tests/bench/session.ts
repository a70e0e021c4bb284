import { accountOf, type Server } from '../support/server'

export type Reply = { status: number; text: string; bytes: number; ms: number }
/** A signed-in reader: one request after the other over a kept connection, compressed as a browser asks for it. */
export type Reader = { get: (path: string) => Promise<Reply> }

/** Through next-auth's own addresses, as any client would. */
export async function signInAs(server: Server, role: string): Promise<Reader> {
  const { username, password } = accountOf(server.accounts, role)
  const jar = new Map<string, string>()
  const { csrfToken } = (await (await ask(`${server.url}/api/auth/csrf`, jar)).json()) as { csrfToken: string }
  const body = new URLSearchParams({ csrfToken, username, password, json: 'true' })
  await (await ask(`${server.url}/api/auth/callback/credentials`, jar, { method: 'POST', body, redirect: 'manual' })).arrayBuffer()
  if (![...jar.keys()].some((name) => name.endsWith('session-token'))) throw new Error(`${username} could not sign in`)
  return { get: (path) => timed(server.url + path, jar) }
}

async function timed(url: string, jar: Map<string, string>): Promise<Reply> {
  const start = performance.now()
  const response = await ask(url, jar, { redirect: 'manual' })
  const text = await response.text()
  return { status: response.status, text, bytes: Buffer.byteLength(text), ms: performance.now() - start }
}

async function ask(url: string, jar: Map<string, string>, init: RequestInit = {}): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(url, { ...init, headers: { cookie, 'accept-encoding': 'gzip' } })
  for (const set of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? []
    if (name && value) jar.set(name, value)
  }
  return response
}
