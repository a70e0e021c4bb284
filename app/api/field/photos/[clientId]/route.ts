import { z } from 'zod'
import { askPhoto, takePhotoPiece } from '../../../../../db/commands/photos'
import { Refusal, refuse } from '../../../../../domain/errors'
import { photoPiece } from '../../../../../domain/field-items'
import { fieldRoute } from '../../../../_lib/field-api'
import { ctxFor } from '../../../../_lib/session'
import { bodyOf } from '../../body'

const offset = z.string().regex(/^\d{1,9}$/)

/** How much of a photograph has come. */
export const GET = fieldRoute((person, _request, path) => askPhoto(ctxFor(person), idOf(path)))

/** A piece of it, `?offset=` bytes from its beginning; the answer says where to go on. */
export const PUT = fieldRoute(async (person, request, path) => {
  const from = offset.safeParse(new URL(request.url).searchParams.get('offset'))
  if (!from.success) throw new Refusal('malformed-parameter', { params: { name: 'offset' } })
  const clientId = idOf(path)
  const piece = await bodyOf(request, photoPiece)
  return takePhotoPiece(ctxFor(person), { clientId, offset: Number(from.data), piece })
})

const idOf = ({ clientId }: { clientId?: string }): string => (z.uuid().safeParse(clientId).success ? clientId! : refuse('not-found'))
