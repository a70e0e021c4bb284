'use server'

import { issueBulletin } from '../../db/commands/bulletin-issue'
import {
  draftBulletin,
  editBulletin,
  proposeBulletin,
  refreshBulletin,
  sendBackBulletin,
  takeBackBulletin,
} from '../../db/commands/bulletins'
import { draftErratum } from '../../db/commands/errata'
import { bulletinEdit, bulletinStepInput, issueInput, newBulletinInput, newErratumInput, sendBackInput } from '../../domain/bulletin-input'
import { fill } from '../../domain/messages'
import { formAction } from '../_lib/form-action'
import { drawn } from '../_paper/drawn'

const at = (id: number): string => `/bulletins/${id}`

export const draft = formAction(newBulletinInput, draftBulletin, { to: at, saved: (t) => t.bulletins.drafted })
export const draftCorrection = formAction(newErratumInput, draftErratum, { to: at, saved: (t) => t.bulletins.erratumDrafted })
export const refresh = formAction(bulletinStepInput, refreshBulletin, {
  saved: (t, { dropped }) => (dropped > 0 ? fill(t.bulletins.refreshedDropped, { dropped }) : t.bulletins.refreshed),
})
export const edit = formAction(bulletinEdit, editBulletin, { saved: (t) => t.bulletins.savedTexts })
export const propose = formAction(bulletinStepInput, proposeBulletin, { to: at, saved: (t) => t.bulletins.proposed })
export const takeBack = formAction(bulletinStepInput, takeBackBulletin, { to: at, saved: (t) => t.bulletins.takenBack })
export const sendBack = formAction(sendBackInput, sendBackBulletin, { to: at, saved: (t) => t.bulletins.sentBack })
export const issue = formAction(issueInput, (ctx, input) => issueBulletin(ctx, input, drawn), {
  to: ({ id }) => at(id),
  saved: (t, { number }) => fill(t.bulletins.issued, { number }),
})
