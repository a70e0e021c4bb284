import { type APIRequestContext, type APIResponse, request } from '@playwright/test'
import { actionNamed, call } from './actions'
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
export const upload = (who: APIRequestContext, subject: string, name = '现场.png', buffer = pixel): Promise<APIResponse> =>
  who.post('/api/evidence', { multipart: { subject, key: `${subject} ${name}`, file: { name, mimeType: 'image/png', buffer } } })

/** Makes the forced change as the form's script would; the account keeps its new password. */
export async function changeFirstPassword(who: APIRequestContext, account: Account): Promise<void> {
  const newPassword = `changed-for-the-test-${account.username}`
  const fields = { currentPassword: account.password, newPassword, newPasswordAgain: newPassword }
  const { said, text } = await call(who, actionNamed('app/account', 'changePassword'), fields)
  if (said !== 'saved') throw new Error(`${account.username}: ${text.slice(0, 500)}`)
  account.password = newPassword
}

/** Signed in to a real library, with the first password changed if it still was. */
export async function settled(server: Server, account: Account): Promise<APIRequestContext> {
  const who = await signedIn(server, account)
  const home = await who.get('/')
  if (home.status() !== 200) await changeFirstPassword(who, account)
  return who
}
