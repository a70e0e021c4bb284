'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { changeProfile } from '../../db/commands/passwords'
import { locales } from '../../domain/messages'
import { publicAction } from '../_lib/form-action'
import { ctxFor, viewer } from '../_lib/session'

const year = 365 * 24 * 3600

/** The cookie speaks for a stranger, the profile for a person. */
export const switchLanguage = publicAction(z.object({ locale: z.enum(locales) }), async ({ locale }) => {
  const jar = await cookies()
  jar.set('lang', locale, { maxAge: year, sameSite: 'lax', httpOnly: true, path: '/' })
  const person = await viewer()
  if (person && person.locale !== locale) changeProfile(await ctxFor(person), { locale })
})
