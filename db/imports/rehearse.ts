import { TransactionRollbackError } from 'drizzle-orm'
import { counted } from '../change-count'
import { orm, type Tx } from '../client'
import { sayWhenFull } from '../disk'

/**
 * Does the work by the same rules and functions as a command, tells what came of it, and leaves nothing behind: everything it wrote,
 * events too, is rolled back. Not through `write`, whose note beside the database would speak of an event that never was.
 */
export function rehearsed<T>(work: (tx: Tx) => T): T {
  let kept: { result: T } | null = null
  const run = (tx: Tx): never => {
    kept = { result: work(tx) }
    return tx.rollback()
  }
  try {
    counted('rehearse', () => sayWhenFull(() => orm().transaction(run, { behavior: 'immediate' })))
  } catch (error) {
    if (!(error instanceof TransactionRollbackError)) throw error
  }
  if (kept === null) throw new Error('a rehearsal came to no end')
  return (kept as { result: T }).result
}
