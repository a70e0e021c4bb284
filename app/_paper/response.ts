/** A document as it is kept: the hash of its bytes is its tag; nothing in between may store it. */
export type Sent = { name: string; type: string; shown: 'inline' | 'attachment'; policy: string; sha256: string | null }

export function paperResponse(bytes: Uint8Array | string, { name, type, shown, policy, sha256 }: Sent): Response {
  const plain = name.replace(/[^\w.-]/g, '_')
  const body = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes)
  const headers: Record<string, string> = {
    'content-type': type,
    'content-length': String(body.length),
    'content-disposition': `${shown}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': policy,
  }
  if (sha256 !== null) headers.etag = `"${sha256}"`
  return new Response(body, { headers })
}

const percent = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
