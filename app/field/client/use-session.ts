import { useCallback, useEffect, useState } from 'react'
import { lockThings } from '../../_components/field-things'
import type { Database } from './database'
import { takeAlong } from './packages'
import { askSession, lockedCount, openPerson, type Person, unlock } from './people'
import { listen } from './signals'

export type Why = 'nothing-taken' | 'signed-out' | 'not-allowed' | 'other-user' | 'unreachable' | 'not-found'
export type Standing =
  | { stage: 'opening' | 'taking' }
  | { stage: 'nobody'; why: Why; locked: number }
  /** `notice` = why the works asked for were not taken along, beside what is here already. */
  | { stage: 'open'; person: Person; notice: Why | null }

/** A site's network may never answer: what lies here is shown after this. Whoever comes from the sign-in may be another person: that is waited for. */
const shortly = 700
const patiently = 10_000

export type Door = {
  standing: Standing
  take: (round: number) => Promise<void>
  reopen: () => Promise<void>
  shut: (why: Why) => Promise<void>
}

export function useSession(db: Database): Door {
  const [standing, stand] = useState<Standing>({ stage: 'opening' })
  const nobody = useCallback(async (why: Why) => stand({ stage: 'nobody', why, locked: await lockedCount(db, null) }), [db])
  const settle = useCallback(
    async (person: Person | null, why: Why, notice: Why | null = null) => {
      if (person) stand((now) => (isSame(now, person, notice) ? now : { stage: 'open', person, notice }))
      else await nobody(why)
    },
    [nobody],
  )
  const take = useCallback(
    async (round: number) => {
      stand({ stage: 'taking' })
      const taken = await takeAlong(db, round)
      if (taken.is === 'taken') {
        history.replaceState(null, '', `/field${location.hash}`)
        return settle(taken.person, 'nothing-taken')
      }
      await settle(await openPerson(db), taken.is, taken.is)
    },
    [db, settle],
  )
  const reopen = useCallback(async () => settle(...(await whoIsHere(db))), [db, settle])
  const shut = useCallback(
    async (why: Why) => {
      await lockThings(() => true)
      await nobody(why)
    },
    [nobody],
  )
  useEffect(() => {
    void open(db, take, settle)
    return listen((signal) => {
      if (signal === 'locked') void openPerson(db).then((person) => person ?? stand(shutDown))
    })
  }, [db, take, settle])
  return { standing, take, reopen, shut }
}

const shutDown = (now: Standing): Standing => (now.stage === 'open' ? { stage: 'nobody', why: 'signed-out', locked: 0 } : now)

const isSame = (now: Standing, person: Person, notice: Why | null): boolean =>
  now.stage === 'open' &&
  now.person.id === person.id &&
  now.notice === notice &&
  JSON.stringify(now.person.profile) === JSON.stringify(person.profile)

type Settle = (person: Person | null, why: Why, notice?: Why | null) => Promise<void>

async function open(db: Database, take: Door['take'], settle: Settle): Promise<void> {
  const asked = new URLSearchParams(location.search)
  const round = Number(asked.get('round'))
  if (Number.isInteger(round) && round > 0) return take(round)
  const here = await openPerson(db)
  const known = whoIsHere(db)
  const wait = new Promise<null>((done) => setTimeout(done, asked.has('back') ? patiently : shortly, null))
  if (here && (await Promise.race([known, wait])) === null) await settle(here, 'unreachable')
  await settle(...(await known))
  if (asked.has('back')) history.replaceState(null, '', `/field${location.hash}`)
}

/** Whose things may be shown: without an answer those that are open; otherwise only those of the one who is signed in. */
async function whoIsHere(db: Database): Promise<[Person | null, Why]> {
  const session = await askSession(db, patiently)
  if (session.is === 'person') {
    await unlock(db, session.person, session.key)
    return [await openPerson(db), 'nothing-taken']
  }
  const here = await openPerson(db)
  if (session.is === 'signed-out' || session.is === 'unreachable') return [here, session.is]
  if (here) await lockThings(() => true)
  if (session.is === 'not-allowed') return [null, 'not-allowed']
  return [null, here ? 'other-user' : 'nothing-taken']
}
