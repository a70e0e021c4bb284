import { useCallback, useEffect, useState } from 'react'
import type { FieldPackage } from '../../../domain/field-package'
import type { Database } from './database'
import { type Held, readOutbox } from './held-outbox'
import { readPackages } from './packages'
import type { Person } from './people'
import { littleRoom, tidy } from './room'
import { listen } from './signals'
import { type Draft, readDrafts } from './visits'

/** Everything one person has on this device; null until it is read. */
export type Things = { packages: FieldPackage[]; drafts: Draft[]; held: Held[]; littleMb: number | null }

export function useThings(db: Database, person: Person): Things | null {
  const [packages, setPackages] = useState<FieldPackage[] | null>(null)
  const [rest, setRest] = useState<Omit<Things, 'packages'> | null>(null)
  const readRest = useCallback(async () => {
    const [drafts, held, littleMb] = await Promise.all([readDrafts(db, person), readOutbox(db, person), littleRoom()])
    setRest({ drafts, held, littleMb })
  }, [db, person])
  const readTaken = useCallback(async () => setPackages(await readPackages(db, person)), [db, person])
  useEffect(() => {
    void tidy(db).then(() => Promise.all([readTaken(), readRest()]))
    return listen((signal) => {
      if (signal === 'taken') void readTaken()
      if (signal === 'things' || signal === 'typed') void readRest()
    })
  }, [db, readTaken, readRest])
  return packages && rest ? { packages, ...rest } : null
}
