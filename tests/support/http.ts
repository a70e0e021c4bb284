import { type APIRequestContext, type APIResponse, request } from '@playwright/test'
import type { Account, Server } from './server'

/** Somebody with a cookie jar of their own and no browser; redirects are answers, not followed. */
export const visitor = (server: Server): Promise<APIRequestContext> => request.newContext({ baseURL: server.url, maxRedirects: 0 })

/** next-auth's own addresses, as a program uses them. */
export async function tryToSignIn(who: APIRequestContext, { username, password }: Omit<Account, 'role'>): Promise<APIResponse> {
  const { csrfToken } = await (await who.get('/api/auth/csrf')).json()
  return who.post('/api/auth/callback/credentials', { form: { csrfToken, username, password, callbackUrl: '/', json: 'true' } })
}

export async function signedIn(server: Server, account: Account): Promise<APIRequestContext> {
  const who = await visitor(server)
  const answer = await tryToSignIn(who, account)
  if (!answer.ok()) throw new Error(`${account.username} cannot sign in: ${answer.status()} ${await answer.text()}`)
  return who
}

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
/** A picture, as the form's own script sends it. */
export const upload = (who: APIRequestContext, subject: string, name = '现场.png'): Promise<APIResponse> =>
  who.post('/api/evidence', { multipart: { subject, key: `${subject} ${name}`, file: { name, mimeType: 'image/png', buffer: pixel } } })
