import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { WorkIndex } from '../../domain/import-match'
import { house, orm } from '../client'
import { chainHead } from '../events'
import { users } from '../schema'
import type { ImportRow } from './import-row'
import { emptyPrepared } from './temp-tables'

/** What the server remembers of the work under way between two steps; gone after a stop, then the work begins again. */
export type Session = {
  importId: number
  /** A number may come again where a library was put back; the instant of handing in does not. */
  createdAt: string
  version: number
  state: string
  house: object
  today: Day
  /** The last event known when preparing began; whatever comes later and touches a row's work makes that row be prepared anew. */
  seq: number
  cursor: number
  index: WorkIndex | null
  indexed: number
  filled: boolean
  /** How many rows or works are ready. */
  prepared: number
  rowsOf: Map<string, Set<number>>
  columns: Set<string>
  stale: number[]
  /** SHA-256 of what each prepared row says, by the row's id. */
  digests: Map<number, string>
}

const kept: { session: Session | null } = { session: null }

/** The session of an import's present work, begun anew where there is none, where the day has changed, or where the import has. */
export function sessionOf(imp: ImportRow, today: Day): Session {
  const known = kept.session
  const same = known?.importId === imp.id && known.createdAt === imp.createdAt && known.version === imp.version && known.state === imp.state
  if (known && same && known.today === today && known.house === house()) return known
  return beginSession(imp, today)
}

export function beginSession(imp: ImportRow, today: Day): Session {
  emptyPrepared()
  const session: Session = {
    ...{ importId: imp.id, createdAt: imp.createdAt, version: imp.version, state: imp.state, house: house(), today },
    ...{ seq: chainHead(orm()).seq, cursor: 0, index: null, indexed: 0, filled: false, prepared: 0 },
    ...{ rowsOf: new Map(), columns: new Set(), stale: [], digests: new Map() },
  }
  kept.session = session
  return session
}

/** As after a stop: nothing is remembered. */
export function endSession(): void {
  kept.session = null
}

/** Whoever pressed the button, as their account stands now: what they may no longer do is not done in their name. */
export function personCtx(ctx: Ctx, userId: number): Ctx | null {
  const account = orm().select().from(users).where(eq(users.id, userId)).get()
  if (!account?.active) return null
  return { ...ctx, actor: { kind: 'user', id: account.id, role: account.role, organisationId: account.organisationId } }
}
