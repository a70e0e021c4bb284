import type { APIRequestContext } from '@playwright/test'
import { test } from './browser'
import { signedIn, visitor } from './http'
import { accountOf } from './server'

export const callers = ['stranger', 'owner', 'other owner', 'bureau', 'supervisor', 'leader', 'admin', 'auditor'] as const
export type Caller = (typeof callers)[number]
export type People = Record<Caller, APIRequestContext>

/** One visitor of the demonstration per kind of caller, without a browser. */
export const peopleTest = test.extend<object, { people: People }>({
  people: [
    async ({ demo }, use) => {
      const account = (role: string, index = 0) => signedIn(demo, accountOf(demo.accounts, role, index))
      const people: People = {
        stranger: await visitor(demo),
        owner: await account('owner'),
        'other owner': await account('owner', 1),
        bureau: await account('bureau'),
        supervisor: await account('supervisor'),
        leader: await account('leader'),
        admin: await account('admin'),
        auditor: await account('auditor'),
      }
      await use(people)
      for (const person of Object.values(people)) await person.dispose()
    },
    { scope: 'worker' },
  ],
})
