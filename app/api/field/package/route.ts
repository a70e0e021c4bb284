import { z } from 'zod'
import { fieldPackage } from '../../../../db/queries/field-package'
import { Refusal } from '../../../../domain/errors'
import { now, today } from '../../../_lib/clock'
import { fieldRoute } from '../../../_lib/field-api'

const round = z.string().regex(/^[1-9]\d{0,8}$/)

/** What an inspector takes along of a round: `?round=3`. */
export const GET = fieldRoute(({ actor, locale }, request) => {
  const asked = round.safeParse(new URL(request.url).searchParams.get('round'))
  if (!asked.success) throw new Refusal('malformed-parameter', { params: { name: 'round' } })
  return fieldPackage(actor, { round: Number(asked.data), at: now(), today: today(), locale })
})
