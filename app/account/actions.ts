'use server'

import { z } from 'zod'
import { saveEmail as changeEmail } from '../../db/commands/email'
import { revokeFeed as endFeed, createFeed as makeFeed } from '../../db/commands/feeds'
import { changePassword as change, changeProfile } from '../../db/commands/passwords'
import { signOutEverywhere as endAll } from '../../db/commands/sign-in'
import { createToken as makeToken, revokeToken as revoke } from '../../db/commands/tokens'
import { feedChoice } from '../../domain/feed'
import { emailInput } from '../../domain/mail-input'
import { newTokenInput, passwordChange, profileInput, tokenChoice } from '../../domain/user'
import { formAction, publicAction } from '../_lib/form-action'
import { endSession, renewSession } from '../_lib/session'

const nothing = z.object({})

export const saveLanguage = formAction(profileInput, changeProfile)
export const saveEmail = formAction(emailInput, changeEmail, { saved: (t, { wanted }) => (wanted ? t.mail.saved : t.mail.removed) })

export const changePassword = formAction(passwordChange, async (ctx, input) => renewSession(ctx, (await change(ctx, input)).tokenVersion), {
  beforePasswordChange: true,
  to: () => '/',
  saved: (t) => t.account.passwordSaved,
})

export const createToken = formAction(newTokenInput, makeToken, { saved: (t) => t.account.tokenMade })
export const revokeToken = formAction(tokenChoice, revoke, { saved: (t) => t.account.revoked })

export const createFeed = formAction(nothing, (ctx) => makeFeed(ctx), { saved: (t) => t.feed.created })
export const revokeFeed = formAction(feedChoice, endFeed, { saved: (t) => t.feed.revoked })

export const signOutEverywhere = formAction(
  nothing,
  async (ctx) => {
    endAll(ctx)
    await endSession()
  },
  { beforePasswordChange: true, to: () => '/sign-in', saved: (t) => t.account.signedOutEverywhere },
)

/** This device only; also when the session has ended already. */
export const signOut = publicAction(nothing, endSession, { to: () => '/sign-in', saved: (t) => t.account.signedOut })
