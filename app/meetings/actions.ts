'use server'

import { callMeeting } from '../../db/commands/meetings'
import { newMeetingInput } from '../../domain/meeting-input'
import { formAction } from '../_lib/form-action'

export const call = formAction(newMeetingInput, callMeeting, {
  to: (id) => `/meetings/${id}`,
  saved: (t) => t.desk.meetings.called,
})
