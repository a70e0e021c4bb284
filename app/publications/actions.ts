'use server'

import { endPublication, publish } from '../../db/commands/publications'
import { changeSetting } from '../../db/commands/settings'
import { fill } from '../../domain/messages'
import { publicationInput, settingInput } from '../../domain/publication-input'
import { formAction } from '../_lib/form-action'

export const setSetting = formAction(settingInput, changeSetting)
export const makePublic = formAction(publicationInput, publish, { saved: (t, count) => fill(t.open.oc4ids.published, { count }) })
export const endPublic = formAction(publicationInput, endPublication, { saved: (t, count) => fill(t.open.oc4ids.ended, { count }) })
