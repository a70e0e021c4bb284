import { describe, expect, test } from 'vitest'
import { isSameOrigin } from '../app/api/evidence/same-origin'
import { announcedBytes, heldBytes, readUpload } from '../app/api/evidence/upload'
import { takeRoom } from '../app/api/evidence/upload-room'
import { Refusal } from '../domain/errors'
import { evidenceLimits } from '../domain/evidence'

const address = 'http://localhost:3000/api/evidence'
const post = (body: BodyInit, headers: Record<string, string> = {}) => new Request(address, { method: 'POST', body, headers })

function form(...files: [string, Uint8Array<ArrayBuffer>][]): FormData {
  const data = new FormData()
  data.set('subject', 'draft:update:P0001:monthly:2025-09')
  data.set('key', 'k1')
  for (const [name, bytes] of files) data.append('file', new File([bytes], name))
  return data
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  )
  if (error === null) return 'accepted'
  if (!(error instanceof Refusal)) throw error
  return error.issues[0]?.code ?? error.code
}

/** As it comes over the wire: a length announced, the body in pieces. */
async function wire(data: FormData, change: (bytes: Buffer) => Buffer = (bytes) => bytes, announced?: number) {
  const whole = post(data)
  const bytes = change(Buffer.from(await whole.arrayBuffer()))
  const request = post(new Uint8Array(bytes), { 'content-type': whole.headers.get('content-type')! })
  return readUpload(request, announced ?? bytes.length)
}

describe('an upload', () => {
  test('is read with subject, key, name and bytes', async () => {
    const sent = new Uint8Array(Buffer.from('\r\n--x\r\n\0\xff--', 'latin1'))
    const { subject, key, name, bytes } = await wire(form(['照片 "1".jpg', sent]))
    expect({ subject, key, name }).toEqual({ subject: 'draft:update:P0001:monthly:2025-09', key: 'k1', name: '照片 "1".jpg' })
    expect([...bytes]).toEqual([...sent])
  })

  test('is one file, and a multipart form', async () => {
    expect(await codeOf(wire(form()))).toBe('required')
    expect(await codeOf(wire(form(['a', new Uint8Array(1)], ['b', new Uint8Array(1)])))).toBe('one-file')
    expect(await codeOf(readUpload(post('{}', { 'content-type': 'application/json' }), 2))).toBe('malformed')
  })

  test('of 0 bytes is read as such', async () => {
    expect((await wire(form(['a', new Uint8Array(0)]))).bytes).toHaveLength(0)
  })

  test('that is cut off anywhere is told so', async () => {
    const data = form(['a.jpg', new Uint8Array(500)])
    const { length } = Buffer.from(await post(data).arrayBuffer())
    for (let end = 0; end < length - 4; end += 7) {
      expect(await codeOf(wire(data, (bytes) => bytes.subarray(0, end)))).toBe('upload-cut')
      expect(await codeOf(wire(data, (bytes) => bytes.subarray(0, end), length))).toBe('upload-cut')
    }
  })

  test('that is malformed anywhere is refused or read, never a fault', async () => {
    const data = form(['a.jpg', new Uint8Array(20)])
    const { length } = Buffer.from(await post(data).arrayBuffer())
    for (let at = 0; at < length; at++) {
      const turned = await codeOf(wire(data, (bytes) => bytes.fill(bytes[at]! ^ 9, at, at + 1)))
      expect(['accepted', 'upload-cut', 'required']).toContain(turned)
    }
  })

  test('that is too long is refused in words, and nothing of it is kept', async () => {
    expect(await codeOf(wire(form(['a.pdf', new Uint8Array(evidenceLimits.pdfBytes + 200_000)])))).toBe('file-too-large')
    expect(heldBytes(evidenceLimits.pdfBytes + 200_000)).toBe(0)
    let sent = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 1
        controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const request = () => new Request(address, { method: 'POST', body: endless, duplex: 'half', headers } as RequestInit)
    expect(await codeOf(readUpload(request(), 1e12))).toBe('file-too-large')
    expect(sent).toBeLessThan(90)
  })

  test('that sends more than it announced is refused', async () => {
    expect(await codeOf(wire(form(['a.jpg', new Uint8Array(500)]), undefined, 100))).toBe('malformed')
  })

  test('announces its length', () => {
    const length = (text: string) => announcedBytes(post('', { 'content-length': text }))
    expect(length('1000')).toBe(1000)
    for (const wrong of ['-1', 'x', '1e99', '9'.repeat(16)]) expect(() => length(wrong)).toThrow(Refusal)
    expect(() => announcedBytes(post(''))).toThrow(Refusal)
  })

  test('waits its turn when there is no room for it', async () => {
    const part = 8 * 1024 * 1024
    const leave = [await takeRoom(part), await takeRoom(part), await takeRoom(part)]
    let inside = false
    const fourth = takeRoom(part).then((done) => {
      inside = true
      return done
    })
    await new Promise((done) => setTimeout(done, 20))
    expect(inside).toBe(false)
    leave[0]!()
    leave[0]!()
    ;(await fourth)()
    for (const done of leave) done()
  })

  test.each([
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    [{ origin: 'http://evil.example', host: 'localhost:3000' }, false],
    [{ origin: 'null', host: 'localhost:3000' }, false],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000', host: 'localhost:3000' }, false],
    [{ 'sec-fetch-site': 'cross-site', host: 'localhost:3000' }, false],
    [{ 'x-forwarded-host': 'evil.example', origin: 'http://evil.example', host: 'localhost:3000' }, false],
    [{ host: 'localhost:3000' }, true],
  ])('from %o is of our own pages: %s', (headers, own) => {
    const get = (name: string) => (headers as Record<string, string>)[name] ?? null
    expect(isSameOrigin({ headers: { get } } as unknown as Request)).toBe(own)
  })
})
