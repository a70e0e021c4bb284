/** The proxy's rule, again: uploads do not pass it, because it would cut their body. A program that names no origin carries no stranger's cookies. */
export function isSameOrigin({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  return origin === null || ownHosts(headers).includes(hostOf(origin))
}

function ownHosts(headers: Headers): (string | null)[] {
  const forwarded = process.env.TRUST_PROXY === '1' ? headers.get('x-forwarded-host') : null
  return [headers.get('host'), forwarded, hostOf(process.env.NEXTAUTH_URL ?? '') || null]
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}
