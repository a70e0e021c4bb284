import type { Reader } from './client'

/** Statements by the connection they were prepared on; `make` names them. */
const shelves = new WeakMap<object, Map<unknown, unknown>>()

/**
 * A statement that is asked often: writing its SQL costs many times what running it does, so a connection keeps it. `make` is a constant
 * of its module.
 */
export function prepared<S>(db: Reader, make: (db: Reader) => S): S {
  const connection = connectionOf(db)
  const shelf = shelves.get(connection) ?? new Map<unknown, unknown>()
  if (!shelf.has(make)) shelves.set(connection, shelf.set(make, make(db)))
  return shelf.get(make) as S
}

/** A transaction speaks through the session of the connection it was begun on; drizzle has the field but not in its types. */
function connectionOf(db: Reader): object {
  const { session } = db as unknown as { session?: object }
  if (!session) throw new Error('drizzle keeps its session elsewhere now')
  return session
}
