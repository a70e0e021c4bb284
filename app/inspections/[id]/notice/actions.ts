'use server'

import { notifyRound } from '../../../../db/commands/round-notice'
import { noticeInput } from '../../../../domain/round-input'
import { formAction } from '../../../_lib/form-action'
import { htmlPage } from '../../../_paper/html'
import { wordBytes } from '../../../_paper/word'

export const send = formAction(noticeInput, (ctx, input) => notifyRound(ctx, input, { word: wordBytes, page: htmlPage }), {
  saved: (t) => t.rounds.notice.sent,
})
