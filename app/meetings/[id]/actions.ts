'use server'

import { changeItem, listCondition, listMatter, settleItem } from '../../../db/commands/meeting-items'
import { changeMeeting, closeMeeting } from '../../../db/commands/meetings'
import { conditionListing, itemEdit, itemSettling, matterListing, meetingClosing, meetingEdit } from '../../../domain/meeting-input'
import { formAction } from '../../_lib/form-action'

export const change = formAction(meetingEdit, changeMeeting, { saved: (t) => t.desk.meetings.changed })
export const close = formAction(meetingClosing, closeMeeting, { saved: (t) => t.desk.meetings.closed })
export const takeCondition = formAction(conditionListing, listCondition, { saved: (t) => t.desk.meetings.listed })
export const addMatter = formAction(matterListing, listMatter, { saved: (t) => t.desk.meetings.listed })
export const edit = formAction(itemEdit, changeItem, { saved: (t) => t.desk.meetings.edited })
export const settle = formAction(itemSettling, settleItem, { saved: (t) => t.desk.meetings.settledSaid })
