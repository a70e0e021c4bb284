import { makeFieldKey } from '../../../../db/commands/field-key'
import { fieldRoute } from '../../../_lib/field-api'
import { ctxFor } from '../../../_lib/session'

/** Half of the key to what one's devices hold; it stays the same. */
export const POST = fieldRoute((person) => makeFieldKey(ctxFor(person)))
