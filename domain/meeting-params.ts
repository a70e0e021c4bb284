import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { meetingKinds } from './meeting'

export const meetingParams = z.strictObject({ kind: z.enum(meetingKinds).optional(), page: wholeParameter(1, 9999).optional() })
export type MeetingParams = z.output<typeof meetingParams>

export const meetingsAPage = 50
