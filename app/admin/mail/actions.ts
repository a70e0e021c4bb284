'use server'

import { retryMail as retry } from '../../../db/commands/outbox'
import { mailChoice } from '../../../domain/mail-input'
import { formAction } from '../../_lib/form-action'

export const retryMail = formAction(mailChoice, retry, { saved: (t) => t.mail.retried })
