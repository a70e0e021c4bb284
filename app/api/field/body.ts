import { refuse } from '../../../domain/errors'

/** A body of at most so many bytes, whole: one that was cut on its way, or goes on and on, is not taken. */
export async function bodyOf({ headers, body }: Request, most: number): Promise<Uint8Array> {
  const announced = headers.get('content-length')
  if (announced !== null && Number(announced) > most) refuse('malformed')
  const parts: Uint8Array[] = []
  let bytes = 0
  const reader = body?.getReader()
  for (;;) {
    const { value, done } = (await reader?.read().catch(() => refuse('malformed'))) ?? { value: undefined, done: true }
    if (done || !value) break
    bytes += value.byteLength
    if (bytes > most) refuse('malformed')
    parts.push(value)
  }
  if (announced !== null && Number(announced) !== bytes) refuse('malformed')
  return Buffer.concat(parts)
}
