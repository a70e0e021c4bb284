import type { Ctx } from '../../domain/actor'
import { isWorkday } from '../../domain/calendar'
import { isMailTime, type Post } from '../../domain/mail'
import { orm } from '../client'
import { composeMail, settleMail, takeMail } from '../commands/outbox'
import { rulesOn } from '../queries/rules'
import { nextReader } from './rows'

/** Sends what is due, one at a time and outside of any transaction. A call while one is under way does nothing. Says whether one left. */
export function mailCourier(post: Post, ctx: () => Ctx): () => Promise<boolean> {
  let sending = false
  return async () => {
    if (sending) return false
    sending = true
    try {
      const letter = takeMail(ctx())
      if (!letter) return false
      settleMail(ctx(), { id: letter.id, ...(await post.send(letter)) })
      return true
    } finally {
      sending = false
    }
  }
}

/** Writes the day's reminders, one person a call, after half past eight on a working day. Says whether there may be more. */
export function mailWriter(origin: string, ctx: () => Ctx): () => boolean {
  let day = ''
  let after: number | null = 0
  return () => {
    const now = ctx()
    if (day !== now.today) [day, after] = [now.today, 0]
    if (after === null || !isMailTime(now.at) || !isWorkday(now.today, rulesOn(orm(), now.today).holidays)) return false
    // Noted first: somebody whose mail cannot be written keeps nobody else from theirs.
    after = nextReader(after)
    if (after !== null) composeMail(now, { userId: after, origin })
    return after !== null
  }
}
