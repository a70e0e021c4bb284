import { randomUUID } from 'node:crypto'
import { uploadEvidence } from '../../../db/commands/evidence'
import { Refusal } from '../../../domain/errors'
import { problem, problemOf } from '../../_lib/problem'
import { ctxFor, viewer } from '../../_lib/session'
import { isSameOrigin } from './same-origin'
import { announcedBytes, heldBytes, readUpload } from './upload'
import { takeRoom } from './upload-room'

/** One file for a half-typed form: multipart with `subject`, `file` and, for a repeat that makes no second one, `key`. */
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
  const announced = announcedBytes(request)
  const leave = await takeRoom(heldBytes(announced))
  try {
    const { subject, key, name, bytes } = await readUpload(request, announced)
    const { id, sha256, ...file } = await uploadEvidence({ ...ctxFor(person, key), requestId }, { subject, name, bytes })
    const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-request-id': requestId }
    return Response.json({ id, sha256, ...file }, { status: 201, headers })
  } finally {
    leave()
  }
}
