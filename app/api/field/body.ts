import { type Params, Refusal, type RefusalCode } from '../../../domain/errors'

/** What is wrong with a body as a whole; `of` = the name under which it was asked for. */
export function malformed(of: string, code: RefusalCode, params: Params = {}): never {
  throw new Refusal('malformed', { issues: [{ field: of, code, params }] })
}

/** A body of at most so many bytes, whole: one that was cut on its way, or goes on and on, is not taken. */
export async function bodyOf({ headers, body }: Request, of: string, most: number): Promise<Uint8Array> {
  const tooLong = () => malformed(of, 'too-many-bytes', { max: most / 1024 })
  const cut = () => malformed(of, 'upload-cut')
  const announced = headers.get('content-length')
  if (announced !== null && Number(announced) > most) tooLong()
  const parts: Uint8Array[] = []
  let bytes = 0
  const reader = body?.getReader()
  for (;;) {
    const { value, done } = (await reader?.read().catch(cut)) ?? { value: undefined, done: true }
    if (done || !value) break
    bytes += value.byteLength
    if (bytes > most) tooLong()
    parts.push(value)
  }
  if (announced !== null && Number(announced) !== bytes) cut()
  return Buffer.concat(parts)
}
