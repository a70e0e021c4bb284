import { eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { issueDispatch } from '../../db/commands/dispatch-issue'
import { draftDispatch, proposeDispatch } from '../../db/commands/dispatches'
import { dispatches } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import type { Day, Month } from '../../domain/calendar'
import { plainRender } from './bulletin-house'
import { ctxOf, type TestHouse, testDay } from './house'

export const dispatchRow = (id: number) => {
  const row = orm().select().from(dispatches).where(eq(dispatches.id, id)).get()
  if (!row) throw new Error(`no dispatch ${id}`)
  return row
}
export const dispatchStep = (id: number) => ({ id, version: dispatchRow(id).version })
export const dispatchIssue = (id: number, day: Day = testDay) => ({ ...dispatchStep(id), signer: '演示甲', day })

export function proposedDispatch(t: TestHouse, period: Month, by: UserActor = t.actors.bureau): number {
  const id = draftDispatch(ctxOf(by), { period })
  proposeDispatch(ctxOf(by), dispatchStep(id))
  return id
}

export async function issuedDispatch(t: TestHouse, period: Month, render = plainRender): Promise<number> {
  const id = proposedDispatch(t, period)
  await issueDispatch(ctxOf(t.actors.bureau2), dispatchIssue(id), render)
  return id
}
