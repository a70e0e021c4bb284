import { gt } from 'drizzle-orm'
import type { EventAction } from '../../domain/events'
import { orm } from '../client'
import { chainHead } from '../events'
import { events } from '../schema'
import type { Session } from './session'

/** What moves figures of works that the event does not name: everything prepared before it is prepared again. */
const everywhere: readonly EventAction[] = ['plan.loaded', 'rules.approved', 'organisation.renamed', 'user.created', 'user.changed']

/** What was prepared and has been overtaken since; asked again it speaks of what came after. */
export function overtaken(session: Session): 'all' | number[] {
  const since = orm().select({ action: events.action, subject: events.subject }).from(events).where(gt(events.seq, session.seq)).all()
  session.seq = chainHead(orm()).seq
  if (since.some(({ action }) => everywhere.some((wide) => wide === action))) return 'all'
  const codes = new Set(since.map(({ subject }) => subject.replace(/^project:/, '')))
  return [...codes].flatMap((code) => [...(session.rowsOf.get(code) ?? [])])
}
