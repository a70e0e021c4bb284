import type { Fields } from '../actions'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, send } from './house'

const bureau: Caller[] = ['bureau']
const folder = 'app/dispatches'
const months = 'app/months/[period]'

type Row = { id: number; version: number; title: string }
const refOf = ({ id, version }: Pick<Row, 'id' | 'version'>): Fields => ({ id: String(id), version: String(version) })

/** One open dispatch a month: each attempt has a locked month of its own, long before the plan. */
let count = 0
const nextMonth = (): string => `${1970 + Math.floor(count / 12)}-${String((count++ % 12) + 1).padStart(2, '0')}`

type Lock = Pick<Row, 'id' | 'version'> & { state: string }
const lockOf = ({ demo }: House, period: string) => look<Lock>(demo, 'select id, version, state from locks where period = ?', period)

async function locked(house: House): Promise<string> {
  const period = nextMonth()
  await send('bureau', house, `${months} begin`, { period })
  for (let tries = 0; lockOf(house, period).state === 'computing'; tries++) {
    if (tries > 100) throw new Error(`${period} is still being computed`)
    await new Promise((done) => setTimeout(done, 100))
  }
  await send('bureau', house, `${months} submit`, refOf(lockOf(house, period)))
  await send('secondBureau', house, `${months} confirm`, refOf(lockOf(house, period)))
  return period
}

async function drafted(house: House, by: 'bureau' | 'secondBureau' = 'bureau'): Promise<Row> {
  const period = await locked(house)
  await send(by, house, `${folder} draft`, { period })
  return look<Row>(house.demo, 'select id, version, title from dispatches where period = ?', period)
}

const draft = async (house: House): Promise<Fields> => refOf(await drafted(house))

const waiting =
  (by: 'bureau' | 'secondBureau', more: Fields = {}) =>
  async (house: House): Promise<Fields> => {
    const row = await drafted(house, by)
    await send(by, house, `${folder} propose`, refOf(row))
    return { ...refOf(look<Row>(house.demo, 'select id, version, title from dispatches where id = ?', row.id)), ...more }
  }

const signed = { signer: '领导甲', day: '2025-10-16' }

export const dispatchActions: Attempt[] = [
  { action: `${folder} draft`, may: bureau, fields: async (house) => ({ period: await locked(house) }) },
  { action: `${folder} refresh`, may: bureau, fields: draft },
  {
    action: `${folder} edit`,
    may: bureau,
    fields: async (house) => {
      const row = await drafted(house)
      return { ...refOf(row), title: row.title, issuer: '发改局', opening: '现将情况通报如下。' }
    },
  },
  { action: `${folder} propose`, may: bureau, fields: draft },
  { action: `${folder} takeBack`, may: bureau, fields: waiting('bureau') },
  { action: `${folder} takeBack`, case: 'what another proposed', may: [], fields: waiting('secondBureau') },
  { action: `${folder} sendBack`, may: bureau, fields: waiting('secondBureau', { reason: '请核对' }) },
  { action: `${folder} issue`, may: bureau, fields: waiting('secondBureau', signed) },
  { action: `${folder} issue`, case: 'what one drafted and proposed oneself', may: [], fields: waiting('bureau', signed) },
]
