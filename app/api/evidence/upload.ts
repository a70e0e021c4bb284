import { refuse, refuseField } from '../../../domain/errors'
import { evidenceLimits } from '../../../domain/evidence'
import { multipartParts, type Part } from './multipart'

/** The largest file with the form around it. */
const mostBytes = evidenceLimits.pdfBytes + 64 * 1024
/** Beyond this nobody waits for the end any more. */
const endless = 4 * mostBytes

export type Upload = { subject: string; key: string | undefined; name: string; bytes: Uint8Array }

/** The announced length, so that room can be kept for it; a body without one is not taken. */
export function announcedBytes({ headers }: Request): number {
  const text = headers.get('content-length') ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : refuse('malformed')
}

/** What of it will be held in memory. */
export const heldBytes = (announced: number): number => (announced > mostBytes ? 0 : announced)

/** One file and its form. */
export async function readUpload(request: Request, announced: number): Promise<Upload> {
  const [, quoted, bare] =
    /^multipart\/form-data *;.*boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(request.headers.get('content-type') ?? '') ?? []
  const boundary = quoted ?? bare ?? refuse('malformed')
  const body = announced > mostBytes ? await refuseTooLarge(request) : await wholeBody(request, announced)
  const parts = multipartParts(body, boundary) ?? refuseField('file', 'upload-cut')
  const files = parts.filter((part) => part.file !== null)
  if (files.length > 1) refuseField('file', 'one-file')
  const file = files[0] ?? refuseField('file', 'required')
  return { subject: text(parts, 'subject') ?? '', key: text(parts, 'key'), name: file.file ?? '', bytes: file.bytes }
}

/** Into one buffer of the announced length: a file is in memory once. */
async function wholeBody(request: Request, announced: number): Promise<Buffer> {
  const body = Buffer.allocUnsafe(announced)
  let seen = 0
  await eachPart(request, (part) => {
    if (seen + part.byteLength > announced) refuse('malformed')
    body.set(part, seen)
    seen += part.byteLength
  })
  return seen === announced ? body : refuseField('file', 'upload-cut')
}

/** Read to its end and thrown away, so that the answer arrives instead of a broken connection. */
async function refuseTooLarge(request: Request): Promise<never> {
  let seen = 0
  await eachPart(request, (part) => {
    seen += part.byteLength
    if (seen > endless) tooLarge()
  })
  return tooLarge()
}

const tooLarge = (): never => refuseField('file', 'file-too-large', { max: Math.floor(evidenceLimits.pdfBytes / 1024 / 1024) })

async function eachPart({ body }: Request, take: (part: Uint8Array) => void): Promise<void> {
  const reader = body?.getReader() ?? refuse('malformed')
  for (;;) {
    const { value, done } = await reader.read().catch(() => refuseField('file', 'upload-cut'))
    if (done) return
    take(value)
  }
}

function text(parts: readonly Part[], name: string): string | undefined {
  const value = parts.find((part) => part.file === null && part.name === name)?.bytes
  return value && value.length > 0 ? Buffer.from(value).toString('utf8').slice(0, 100) : undefined
}
