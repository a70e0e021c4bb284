import { attempts } from '../support/action-table'
import { call, type Fields, serverActions } from '../support/actions'
import { type Attempt, actionOf, type House } from '../support/actions/house'
import { expect } from '../support/browser'
import { signedIn } from '../support/http'
import { type Caller, callers, peopleTest } from '../support/people'
import { accountOf } from '../support/server'
import { eventsOf, subjectsOf } from '../support/subjects'

const test = peopleTest.extend<object, { house: House }>({
  house: [
    async ({ demo, people }, use) => {
      const second = (role: string) => signedIn(demo, accountOf(demo.accounts, role, 1))
      const seconds = {
        secondBureau: await second('bureau'),
        secondAdmin: await second('admin'),
        secondSupervisor: await second('supervisor'),
      }
      await use({ demo, people: { ...people, ...seconds } })
    },
    { scope: 'worker' },
  ],
})

/** What only reads, or only touches what is the caller's own: session, password, language, own tokens, files of an own draft. */
const ownAffairs = [
  ...['app/account changePassword', 'app/account createToken', 'app/account revokeToken', 'app/account saveLanguage'],
  ...['app/account signOut', 'app/account signOutEverywhere', 'app/lang switchLanguage'],
]

test('every server action stands in the table', () => {
  const known = new Set([...attempts.map(({ action }) => action), ...ownAffairs, ...looked])
  const actions = serverActions().map(({ folder, name }) => `${folder} ${name}`)
  expect(actions.filter((action) => !known.has(action))).toEqual([])
})

for (const attempt of attempts) {
  const { action, may } = attempt
  test(`${action}${attempt.case ? `, ${attempt.case},` : ''} is for ${may.join(' and ') || 'nobody'} only`, async ({ house }) => {
    const fields = await attempt.fields(house)
    for (const caller of callers.filter((one) => !may.includes(one))) await refused(house, attempt, caller, fields)
    for (const caller of may) await saved(house, attempt, caller)
  })
}

/** Refused for who they are (no field is to blame), and nothing is written. */
async function refused(
  { demo, people }: House,
  { action, lacking = [] }: Attempt,
  caller: Caller,
  fields: Awaited<ReturnType<Attempt['fields']>>,
) {
  const before = eventsOf(demo)
  const { status, said, text } = await call(people[caller], actionOf(action), fields)
  expect({ caller, status, said, text }).toMatchObject({ caller, status: 200, said: 'refused' })
  if (!lacking.includes(caller)) expect(text, `${caller} is refused for a field`).toContain('"fields":{}')
  expect(eventsOf(demo), `${caller} left something`).toBe(before)
}

/** The control: the same call by whoever may is done, and leaves its event. */
async function saved(house: House, attempt: Attempt, caller: Caller) {
  const fields = await attempt.fields(house)
  const before = eventsOf(house.demo)
  const { said, text } = await call(house.people[caller], actionOf(attempt.action), fields)
  expect({ caller, said, text: said === 'saved' ? '' : text }).toEqual({ caller, said: 'saved', text: '' })
  expect(eventsOf(house.demo)).toBeGreaterThan(before)
}

type Look = { action: string; may: readonly Caller[]; fields: (house: House) => Fields | Promise<Fields> }
/** Previews change nothing, but say what is in the library. */
const looks: readonly Look[] = [
  { action: 'app/admin/users previewUsers', may: ['admin'], fields: () => ({ list: '某人\tnobody-yet\towner\t某公司' }) },
  { action: 'app/census previewList', may: ['bureau'], fields: () => ({ list: 'P0001\t某公司' }) },
  // The picture of a day is worked out for whoever reads all; it is no record.
  { action: 'app/compare prepare', may: ['bureau', 'supervisor', 'leader'], fields: () => ({ day: '2025-09-10' }) },
  { action: 'app/inspections/repeat-draw repeat', may: ['bureau', 'supervisor', 'leader'], fields: drawnFile },
]
const looked = looks.map(({ action }) => action)

async function drawnFile({ people, demo }: House): Promise<Fields> {
  const { drawnRound } = subjectsOf(demo)
  return { file: await (await people.supervisor.get(`/inspections/${drawnRound}/draws/1/file`)).text() }
}

for (const { action, may, fields } of looks) {
  test(`${action} is for ${may.join(' and ')} only`, async ({ house }) => {
    const given = await fields(house)
    for (const caller of callers) {
      const { said } = await call(house.people[caller], actionOf(action), given)
      expect({ caller, said }).toEqual({ caller, said: may.includes(caller) ? 'saved' : 'refused' })
    }
  })
}
