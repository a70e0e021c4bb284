'use server'

import { issueDispatch } from '../../db/commands/dispatch-issue'
import {
  draftDispatch,
  editDispatch,
  proposeDispatch,
  refreshDispatch,
  sendBackDispatch,
  takeBackDispatch,
} from '../../db/commands/dispatches'
import { bulletinEdit, bulletinStepInput, issueInput, sendBackInput } from '../../domain/bulletin-input'
import { newDispatchInput } from '../../domain/dispatch-input'
import { fill } from '../../domain/messages'
import { formAction } from '../_lib/form-action'
import { drawn } from '../_paper/drawn'

const at = (id: number): string => `/dispatches/${id}`

export const draft = formAction(newDispatchInput, draftDispatch, { to: at, saved: (t) => t.dispatch.drafted })
export const refresh = formAction(bulletinStepInput, refreshDispatch, {
  saved: (t, { dropped }) => (dropped > 0 ? fill(t.dispatch.refreshedDropped, { dropped }) : t.dispatch.refreshed),
})
export const edit = formAction(bulletinEdit, editDispatch, { saved: (t) => t.bulletins.savedTexts })
export const propose = formAction(bulletinStepInput, proposeDispatch, { to: at, saved: (t) => t.bulletins.proposed })
export const takeBack = formAction(bulletinStepInput, takeBackDispatch, { to: at, saved: (t) => t.bulletins.takenBack })
export const sendBack = formAction(sendBackInput, sendBackDispatch, { to: at, saved: (t) => t.bulletins.sentBack })
export const issue = formAction(issueInput, (ctx, input) => issueDispatch(ctx, input, drawn), {
  to: ({ id }) => at(id),
  saved: (t, { number }) => fill(t.bulletins.issued, { number }),
})
