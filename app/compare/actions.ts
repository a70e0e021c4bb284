'use server'

import { beginDayPicture } from '../../db/commands/locks'
import { dayPicture } from '../../domain/lock-input'
import { formAction } from '../_lib/form-action'

export const prepare = formAction(dayPicture, beginDayPicture, { saved: (t) => t.months.comparePrepared })
