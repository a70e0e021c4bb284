import { and, eq, lte } from 'drizzle-orm'
import { addDays, type Day } from '../../domain/calendar'
import { orm } from '../client'
import { answerCondition, closeCondition } from '../commands/conditions'
import { conditions } from '../schema'
import { actorNamed } from './cast'
import type { Diary } from './diary'

/** Once a month the bureau goes through what was asked: most of it is answered and closed within weeks, the newest waits. */
export function settleConditions(diary: Diary, until: Day): void {
  for (let day = '2023-12-20'; day <= until; day = `${addDays(`${day.slice(0, 7)}-28`, 5).slice(0, 7)}-20`) {
    diary.on(day, (as) => {
      for (const { id, version } of openSince(addDays(day, -25))) {
        if (id % 9 === 0) continue
        answerCondition(as(actorNamed('bureau1')), { id, version, answer: '已协调，责任单位书面答复' })
        if (id % 4 > 0) closeCondition(as(actorNamed('bureau2')), { id, version: version + 1, outcome: 'solved', reason: null })
      }
    })
  }
}

function openSince(day: Day): { id: number; version: number }[] {
  const old = and(eq(conditions.state, 'open'), lte(conditions.raisedOn, day))
  return orm().select({ id: conditions.id, version: conditions.version }).from(conditions).where(old).orderBy(conditions.id).all()
}
