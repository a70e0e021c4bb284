import { call, type Fields, idIn } from '../actions'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, actionOf, type House, next, send } from './house'

const bureau: Caller[] = ['bureau']

/** Only one version of a kind may wait: what an attempt before left is taken away by whoever may. */
async function freeKind(house: House): Promise<void> {
  const row = look<{ id: number } | undefined>(house.demo, `select id from rule_sets where kind = 'escalation' and status = 'submitted'`)
  if (!row) return
  const given = await call(house.people.bureau, actionOf('app/rules withdraw'), { id: idIn(row) })
  if (given.said !== 'saved') await send('bureau', house, 'app/rules giveBack', { id: idIn(row), reason: '试验' })
}

/** Far ahead, so that no light of the other tests moves. */
async function change(house: House): Promise<Fields> {
  await freeKind(house)
  const { version } = look<{ version: number }>(
    house.demo,
    `select max(version) as version from rule_sets where kind = 'escalation' and approved_at is not null and effective_from < '2030-01-01'`,
  )
  const said = { effectiveFrom: '2030-01-01', reason: `试验${next()}`, document: '' }
  return { kind: 'escalation', version: String(version), unit: String(6 + (Number(next()) % 20)), leader: '12', ...said }
}

async function waiting(house: House, by: 'bureau' | 'secondBureau'): Promise<Fields> {
  await send(by, house, 'app/rules submit', await change(house))
  const row = look<{ id: number }>(house.demo, `select id from rule_sets where kind = 'escalation' and status = 'submitted'`)
  return { id: idIn(row) }
}

export const rulesActions: Attempt[] = [
  { action: 'app/rules submit', may: bureau, fields: change },
  { action: 'app/rules approve', may: bureau, fields: (house) => waiting(house, 'secondBureau') },
  { action: 'app/rules approve', case: 'what one submitted oneself', may: [], fields: (house) => waiting(house, 'bureau') },
  {
    action: 'app/rules giveBack',
    may: bureau,
    fields: async (house) => ({ ...(await waiting(house, 'secondBureau')), reason: '依据不足' }),
  },
  { action: 'app/rules withdraw', may: bureau, fields: (house) => waiting(house, 'bureau') },
]
