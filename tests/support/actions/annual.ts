import { idIn } from '../actions'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, newWork, send } from './house'

const bureau: Caller[] = ['bureau']

/** Only one draft of a year may wait: each attempt has a year of its own, with one plan in force. */
let years = 2000
async function plannedYear(house: House): Promise<string> {
  const year = String(++years)
  const { code, id } = await newWork(house)
  await send('owner', house, 'app/projects/[code]/annual-plan sendPlan', {
    code,
    version: '0',
    year,
    plannedYuan: '100',
    documentNo: '1号',
  })
  const plan = idIn(look<{ id: number }>(house.demo, 'select id from annual_plans where project_id = ?', id))
  await send('bureau', house, 'app/reviews decide', { item: `annual-plan:${plan}`, 'ids[]': [plan], step: 'approve' })
  return year
}
const list = (year: string) => ({ year, documentNo: '东政发〔2025〕3号', title: '年度计划', day: '2025-03-28' })

async function drafted(house: House, by: 'bureau' | 'secondBureau'): Promise<string> {
  const year = await plannedYear(house)
  await send(by, house, 'app/annual draftList', list(year))
  return idIn(look<{ id: number }>(house.demo, 'select id from year_lists where year = ?', Number(year)))
}

export const annualActions: Attempt[] = [
  { action: 'app/annual draftList', may: bureau, fields: async (h) => list(await plannedYear(h)) },
  { action: 'app/annual publishList', may: bureau, fields: async (h) => ({ id: await drafted(h, 'secondBureau') }) },
  {
    action: 'app/annual publishList',
    case: 'what one drafted oneself',
    may: [],
    fields: async (h) => ({ id: await drafted(h, 'bureau') }),
  },
  { action: 'app/annual returnList', may: bureau, fields: async (h) => ({ id: await drafted(h, 'secondBureau'), reason: '请核' }) },
  { action: 'app/annual withdrawList', may: bureau, fields: async (h) => ({ id: await drafted(h, 'bureau') }) },
]
