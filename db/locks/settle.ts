import { isNull, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar'
import type { Reader, Tx } from '../client'
import { prepared } from '../prepared'
import { factPasts } from '../schema'

const settle = (db: Reader) =>
  db
    .update(factPasts)
    .set({ at: sql`${sql.placeholder('at')}` })
    .where(isNull(factPasts.at))
    .prepare()

/** What a command changed, changed at its instant: the triggers that keep earlier rows know no clock. */
export function settlePasts(tx: Tx, at: Instant): void {
  prepared(tx, settle).run({ at })
}
