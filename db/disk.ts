import { refuse } from '../domain/errors'

/** What SQLite and the file system say when there is no room left. */
const full = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'])

export function isDiskFull(error: unknown): boolean {
  return full.has(String((error as { code?: unknown } | null)?.code))
}

function told(error: unknown): never {
  if (isDiskFull(error)) refuse('disk-full')
  throw error
}

/** A full disk is said as a refusal: nothing was saved, reading goes on, and saving works again as soon as there is room. */
export function sayWhenFull<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    return told(error)
  }
}
