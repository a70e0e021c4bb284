import { eq } from 'drizzle-orm'
import { found } from '../../domain/errors'
import { orm } from '../client'
import { issueDispatch } from '../commands/dispatch-issue'
import { draftDispatch, proposeDispatch } from '../commands/dispatches'
import { dispatches } from '../schema'
import type { Papers } from './bulletin-steps'
import { actorNamed } from './cast'
import type { Diary } from './diary'

/** The dispatch of June is issued; that of August is drafted and waits for another's signature. */
export function dispatchMonths(diary: Diary, papers: Papers): void {
  const june = { id: 0 }
  diary.on('2025-07-14', (as) => {
    june.id = draftDispatch(as(actorNamed('bureau1')), { period: '2025-06' })
    proposeDispatch(as(actorNamed('bureau1')), stepOf(june.id))
  })
  diary.on(
    '2025-07-15',
    async (as) => {
      const { word, page } = await papers()
      const issue = { ...stepOf(june.id), signer: '领导甲', day: '2025-07-15' as const }
      await issueDispatch(as(actorNamed('bureau2')), issue, async (paper) => ({ word: await word(paper), page: page(paper) }))
    },
    16,
  )
  diary.on('2025-09-26', (as) => {
    const id = draftDispatch(as(actorNamed('bureau1')), { period: '2025-08' })
    proposeDispatch(as(actorNamed('bureau1')), stepOf(id))
  })
}

const stepOf = (id: number) => ({ id, version: found(orm().select().from(dispatches).where(eq(dispatches.id, id)).get()).version })
