import { isSecure } from './sealed'

/** Where this house is reached, for an address that is used outside of the browser. */
export function ownOrigin(head: Headers): string {
  const fixed = process.env.NEXTAUTH_URL ?? ''
  if (URL.canParse(fixed)) return new URL(fixed).origin
  const forwarded = process.env.TRUST_PROXY === '1' ? head.get('x-forwarded-host') : null
  return `${isSecure(head) ? 'https' : 'http'}://${forwarded ?? head.get('host') ?? 'localhost'}`
}
