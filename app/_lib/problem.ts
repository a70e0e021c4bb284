import type { ProblemDocument } from '../../domain/api/problem'
import type { Issue, Params, Refusal, RefusalCode } from '../../domain/errors'
import { fill, type Messages } from '../../domain/messages'
import { reader } from './locale'

type Status = keyof Messages['api']['titles']

const statuses: Partial<Record<RefusalCode, Status>> = {
  'sign-in-required': 401,
  forbidden: 403,
  'cross-site': 403,
  'password-change-required': 403,
  'not-found': 404,
  stale: 409,
  'already-decided': 409,
  'key-reused': 409,
  unavailable: 503,
  'disk-full': 507,
}

/** An RFC 9457 answer in the reader's language; `code` names a text in messages `errors` and stays the same in both. */
export async function problem(status: Status, code: RefusalCode, params: Params = {}, issues: readonly Issue[] = []): Promise<Response> {
  const { t, locale } = await reader()
  const body: ProblemDocument = {
    type: `urn:problem:${code}`,
    title: t.api.titles[status],
    status,
    code,
    detail: fill(t.errors[code], params),
    ...(issues.length > 0
      ? { errors: issues.map((issue) => ({ name: issue.field, detail: fill(t.errors[issue.code], issue.params ?? {}) })) }
      : {}),
  }
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'content-language': locale,
    'cache-control': 'no-store',
  }
  if (status === 401) headers['www-authenticate'] = 'Bearer'
  return new Response(JSON.stringify(body), { status, headers })
}

/** A refusal as the API says it; what names a field is 400. */
export function problemOf({ code, params, issues }: Refusal): Promise<Response> {
  return problem(statuses[code] ?? 400, code, params, issues)
}
