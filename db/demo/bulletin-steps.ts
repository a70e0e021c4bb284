import { eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { BulletinTexts } from '../../domain/bulletin'
import type { Day } from '../../domain/calendar'
import { found } from '../../domain/errors'
import { orm } from '../client'
import { issueBulletin } from '../commands/bulletin-issue'
import { draftBulletin, editBulletin, proposeBulletin } from '../commands/bulletins'
import { notifyRound, type PaperRenderer } from '../commands/round-notice'
import { bulletins } from '../schema'
import { actorNamed } from './cast'
import type { As, Diary } from './diary'
import { type Round, refOf } from './round-steps'

/** How papers become bytes; asked for only when one is sent. */
export type Papers = () => Promise<PaperRenderer>

export function sendNotice(diary: Diary, day: Day, round: Round, papers: Papers): void {
  diary.on(day, async (as) => notifyRound(as(actorNamed('supervisor1')), refOf(round), await papers()), 16)
}

type Drafting = { round: Round; by: () => UserActor; overall: string; requirement: { words: string; dueOn: Day } }

/** Drafted from the facts of the day, its words written, put forward for another's signature; returns which it is. */
export function draftOn(diary: Diary, day: Day, drafting: Drafting): { id: number } {
  const made = { id: 0 }
  diary.on(
    day,
    (as) => {
      made.id = draftOf(as, drafting)
    },
    15,
  )
  return made
}

function draftOf(as: As, { round, by, overall, requirement }: Drafting): number {
  const id = draftBulletin(as(by()), { roundId: round.id })
  const { version, title, texts, facts } = rowOf(id)
  const chosen = (keys: readonly string[]) => keys.slice(0, 3).map((key) => ({ key, chosen: true, words: null }))
  const written: BulletinTexts = {
    ...{ ...texts, signer: '领导甲', overall, requirements: [requirement] },
    ...{ good: chosen(facts?.good ?? []), problems: chosen((facts?.problems ?? []).map(({ key }) => key)) },
  }
  editBulletin(as(by()), { id, version, title, ...written })
  proposeBulletin(as(by()), { id, version: rowOf(id).version })
  return id
}

export function issueOn(diary: Diary, day: Day, bulletin: { id: number }, papers: Papers, by: () => UserActor): void {
  diary.on(
    day,
    async (as) => {
      const { word, page } = await papers()
      const { id, version } = rowOf(bulletin.id)
      await issueBulletin(as(by()), { id, version, signer: '领导甲', day }, async (paper) => ({
        word: await word(paper),
        page: page(paper),
      }))
    },
    16,
  )
}

const rowOf = (id: number) => found(orm().select().from(bulletins).where(eq(bulletins.id, id)).get())
