import { z } from 'zod'
import { roles } from './actor'
import { eventActions } from './events'
import { reviewKinds } from './review-order'
import { organisationKinds } from './user'

/** What the file of a list may be asked where its page reads the address word by word. */
const words = z.string().trim().min(1).max(80).optional()

export const queueParams = z.strictObject({ kind: z.enum(reviewKinds).optional() })

export const accountStates = ['active', 'inactive'] as const
export const userParams = z.strictObject({ q: words, role: z.enum(roles).optional(), state: z.enum(accountStates).optional() })
export const organisationParams = z.strictObject({ q: words, kind: z.enum(organisationKinds).optional() })

/** `actor` = a username. */
export const eventParams = z.strictObject({ action: z.enum(eventActions).optional(), actor: words, subject: words })
