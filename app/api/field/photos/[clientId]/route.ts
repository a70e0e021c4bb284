import { z } from 'zod'
import { askPhoto, takePhotoPiece } from '../../../../../db/commands/photos'
import { type Params, Refusal, type RefusalCode, refuse } from '../../../../../domain/errors'
import { evidenceLimits } from '../../../../../domain/evidence'
import { type PhotoAnswer, type PhotoStanding, photoPiece } from '../../../../../domain/field-items'
import { fill } from '../../../../../domain/messages'
import { fieldRoute } from '../../../../_lib/field-api'
import { words } from '../../../../_lib/locale'
import { ctxFor } from '../../../../_lib/session'
import { bodyOf } from '../../body'

const offset = z.string().regex(/^\d{1,9}$/)

/** How much of a photograph has come. */
export const GET = fieldRoute(async (person, _request, path) => answered(await askPhoto(ctxFor(person), idOf(path))))

/** A piece of it, `?offset=` bytes from its beginning; the answer says where to go on. */
export const PUT = fieldRoute(async (person, request, path) => {
  const from = offset.safeParse(new URL(request.url).searchParams.get('offset'))
  if (!from.success) throw new Refusal('malformed-parameter', { params: { name: 'offset' } })
  const clientId = idOf(path)
  const piece = await bodyOf(request, 'piece', photoPiece)
  return answered(await takePhotoPiece(ctxFor(person), { clientId, offset: Number(from.data), piece }))
})

const limits: Partial<Record<RefusalCode, Params>> = { 'picture-too-many-pixels': { max: evidenceLimits.pixels / 10_000 } }

/** Why it is refused, in the reader's words. */
async function answered(standing: PhotoStanding): Promise<PhotoAnswer> {
  const { refused } = standing
  if (refused === null) return { ...standing, message: null }
  return { ...standing, message: fill((await words()).errors[refused], limits[refused] ?? {}) }
}

const idOf = ({ clientId }: { clientId?: string }): string => (z.uuid().safeParse(clientId).success ? clientId! : refuse('not-found'))
