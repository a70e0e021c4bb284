import { randomUUID } from 'node:crypto'
import { allowImport, createImport } from '../../../db/commands/imports'
import { Refusal } from '../../../domain/errors'
import { readLayout } from '../../_lib/import-book'
import { problem, problemOf } from '../../_lib/problem'
import { ctxFor, viewer } from '../../_lib/session'
import { isSameOrigin } from '../evidence/same-origin'
import { announcedBytes, heldBytes, readUpload } from '../evidence/upload'
import { takeRoom } from '../evidence/upload-room'

/** A workbook, multipart with `file` and, for a repeat that makes no second import, `key`. Nothing of it is read into the library yet. */
export async function POST(request: Request): Promise<Response> {
  try {
    return await receive(request)
  } catch (error) {
    if (error instanceof Refusal) return problemOf(error)
    console.error(error)
    return problem(503, 'unavailable')
  }
}

async function receive(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) throw new Refusal('cross-site')
  const person = await viewer()
  if (!person) throw new Refusal('sign-in-required')
  if (person.mustChangePassword) throw new Refusal('password-change-required')
  // The proxy, which names every other request, does not see this one.
  const requestId = randomUUID()
  allowImport({ ...ctxFor(person), requestId })
  const announced = announcedBytes(request)
  const leave = await takeRoom(heldBytes(announced))
  try {
    const { key, name, bytes } = await readUpload(request, announced)
    const fileName = name.split(/[/\\]/).at(-1) ?? name
    const layout = await readLayout(bytes, fileName)
    const { id } = createImport({ ...ctxFor(person, key), requestId }, { fileName, bytes, layout })
    const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-request-id': requestId }
    return Response.json({ id }, { status: 201, headers })
  } finally {
    leave()
  }
}
