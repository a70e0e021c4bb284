import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, next, send } from './house'

const bureau: Caller[] = ['bureau']
const folder = 'app/candidates'

/** One that nobody has decided yet. */
async function open(house: House): Promise<string> {
  const { code } = look<{ code: string }>(
    house.demo,
    `select code from plan_entries where kind = 'candidate' and code not in (select code from candidate_decisions) order by position desc limit 1`,
  )
  return code
}

async function dismissed(house: House): Promise<string> {
  const candidate = await open(house)
  await send('bureau', house, `${folder} dismiss`, { candidate, reason: '不是项目' })
  return candidate
}

export const candidatesActions: Attempt[] = [
  {
    action: `${folder} admit`,
    may: bureau,
    fields: async (house) => ({ candidate: await open(house), name: `候选${next()}`, sector: 'rural' }),
  },
  { action: `${folder} merge`, may: bureau, fields: async (house) => ({ candidate: await open(house), code: 'P0001' }) },
  { action: `${folder} dismiss`, may: bureau, fields: async (house) => ({ candidate: await open(house), reason: '不是项目' }) },
  { action: `${folder} reconsider`, may: bureau, fields: async (house) => ({ candidate: await dismissed(house), reason: '再看' }) },
]
