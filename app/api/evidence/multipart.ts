/** One part of a posted form; `file` is the sender's name of it, null for a plain field. The bytes are a view, not a copy. */
export type Part = { name: string; file: string | null; bytes: Uint8Array }

/** The multipart form of a browser, read in place: the platform's own parser copies each file several times. Null when it is cut or malformed. */
export function multipartParts(body: Buffer, boundary: string): Part[] | null {
  const mark = `--${boundary}`
  const parts: Part[] = []
  let at = body.indexOf(mark)
  while (at === 0 || (at > 0 && isLineEnd(body, at - 2))) {
    const start = at + mark.length
    if (body.toString('latin1', start, start + 2) === '--') return parts
    at = body.indexOf(`\r\n${mark}`, start) + 2
    const part = at > 1 && isLineEnd(body, start) ? partOf(body.subarray(start + 2, at - 2)) : null
    if (!part) return null
    parts.push(part)
  }
  return null
}

const isLineEnd = (body: Buffer, at: number): boolean => body[at] === 0x0d && body[at + 1] === 0x0a

function partOf(part: Buffer): Part | null {
  const end = part.indexOf('\r\n\r\n')
  if (end < 0 || end > 2000) return null
  const disposition = /^content-disposition: *form-data *;(.*)$/im.exec(part.toString('utf8', 0, end))?.[1]
  const name = disposition ? parameter(disposition, 'name') : null
  return name === null ? null : { name, file: parameter(disposition!, 'filename'), bytes: part.subarray(end + 4) }
}

/** Browsers write a quotation mark or a line break in a name as %22, %0D, %0A. */
function parameter(disposition: string, name: string): string | null {
  const value = new RegExp(`(?:^|;) *${name}="([^"\r\n]*)"`, 'i').exec(disposition)?.[1]
  return value?.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) ?? null
}
