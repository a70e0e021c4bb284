import { idIn } from '../actions'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, send } from './house'

const bureau: Caller[] = ['bureau']
const page = 'app/months/[period]'

/** One lock a period: each attempt has a month of its own, long before the plan. */
let months = 0
const nextMonth = (): string => `${1990 + Math.floor(months / 12)}-${String((months++ % 12) + 1).padStart(2, '0')}`

type Lock = { id: number; version: number; state: string }
const lockOf = ({ demo }: House, period: string) =>
  look<Lock>(demo, 'select id, version, state from locks where period = ? order by id desc limit 1', period)
const stepOf = (house: House, period: string) => {
  const { id, version } = lockOf(house, period)
  return { id: idIn({ id }), version: String(version) }
}

/** Begun, and computed by the server between requests. */
async function computed(house: House, by: 'bureau' | 'secondBureau' = 'bureau'): Promise<string> {
  const period = nextMonth()
  await send(by, house, `${page} begin`, { period })
  for (let tries = 0; lockOf(house, period).state === 'computing'; tries++) {
    if (tries > 100) throw new Error(`${period} is still being computed`)
    await new Promise((done) => setTimeout(done, 100))
  }
  return period
}

async function proposed(house: House, by: 'bureau' | 'secondBureau'): Promise<string> {
  const period = await computed(house, by)
  await send(by, house, `${page} submit`, stepOf(house, period))
  return period
}

async function locked(house: House): Promise<string> {
  const period = await proposed(house, 'secondBureau')
  await send('bureau', house, `${page} confirm`, stepOf(house, period))
  return idIn(lockOf(house, period))
}

async function asked(house: House, by: 'bureau' | 'secondBureau'): Promise<string> {
  const id = await locked(house)
  await send(by, house, `${page} reopen`, { id, reason: '更正' })
  return idIn(look<{ id: number }>(house.demo, 'select id from lock_reopenings where lock_id = ?', Number(id)))
}

/** What attempts left half way is given up: while a period is being locked, an import is not undone. */
export async function nothingBeingLocked(house: House): Promise<void> {
  const first = `select id, version, state from locks where kind <> 'day' and state in ('computing', 'computed', 'submitted') limit 1`
  for (let open = look<Lock | undefined>(house.demo, first); open; open = look<Lock | undefined>(house.demo, first)) {
    const { id, version, state } = open
    if (state === 'computing') await new Promise((done) => setTimeout(done, 100))
    else await send('bureau', house, `${page} abandon`, { id: idIn({ id }), version: String(version) })
  }
}

export const monthsActions: Attempt[] = [
  { action: `${page} begin`, may: bureau, fields: () => ({ period: nextMonth() }) },
  { action: `${page} submit`, may: bureau, fields: async (h) => stepOf(h, await computed(h)) },
  { action: `${page} confirm`, may: bureau, fields: async (h) => stepOf(h, await proposed(h, 'secondBureau')) },
  { action: `${page} confirm`, case: 'what one proposed oneself', may: [], fields: async (h) => stepOf(h, await proposed(h, 'bureau')) },
  {
    action: `${page} sendBack`,
    may: bureau,
    fields: async (h) => ({ ...stepOf(h, await proposed(h, 'secondBureau')), reason: '核对' }),
  },
  { action: `${page} abandon`, may: bureau, fields: async (h) => stepOf(h, await computed(h)) },
  { action: `${page} reopen`, may: bureau, fields: async (h) => ({ id: await locked(h), reason: '更正' }) },
  { action: `${page} agreeReopening`, may: bureau, fields: async (h) => ({ id: await asked(h, 'secondBureau') }) },
  { action: `${page} agreeReopening`, case: 'one’s own request', may: [], fields: async (h) => ({ id: await asked(h, 'bureau') }) },
  { action: `${page} refuseReopening`, may: bureau, fields: async (h) => ({ id: await asked(h, 'secondBureau'), reason: '不必' }) },
  { action: `${page} withdrawRequest`, may: bureau, fields: async (h) => ({ id: await asked(h, 'bureau') }) },
]
