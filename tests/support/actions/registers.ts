import { type Fields, idIn } from '../actions'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, edit, type House, newWork, next, send } from './house'

const bureau: readonly Caller[] = ['bureau']
const entry = { level: 'province', listName: '省重点建设项目', year: '2025', submittedOn: '2025-03-01', result: 'pending' }
const bid = { bidCode: 'C10-21', title: '申报示范点', addressee: '省发展改革委', result: 'pending' }
const newest = ({ demo }: House, table: string): Fields => {
  const row = look<{ id: number; version: number }>(demo, `select id, version from ${table} order by id desc limit 1`)
  return { id: idIn(row), version: String(row.version) }
}

async function application(house: House): Promise<Fields> {
  await send('bureau', house, 'app/registers/new addEntry', { code: (await newWork(house)).code, ...entry })
  return { ...newest(house, 'list_applications'), ...entry, remark: '更正' }
}

async function policyBid(house: House): Promise<Fields> {
  await send('bureau', house, 'app/registers/bids addBid', bid)
  return { ...newest(house, 'policy_bids'), ...bid, remark: '更正' }
}

function lead({ demo }: House): Fields {
  const now = look<{ id: number } | undefined>(demo, `select id from chain_leads where chain_id = 'building' and to_day is null`)
  return { chain: 'building', version: String(now?.id ?? 0), person: `试验${next()}`, fromDay: '2025-10-16' }
}

export const registersActions: Attempt[] = [
  { action: 'app/registers/new addEntry', may: bureau, fields: async (h) => ({ code: (await newWork(h)).code, ...entry }) },
  { action: 'app/registers changeEntry', may: bureau, fields: application },
  { action: 'app/registers/bids addBid', may: bureau, fields: () => bid },
  { action: 'app/registers/bids changeBid', may: bureau, fields: policyBid },
  { action: 'app/registers/leads setLead', may: bureau, fields: lead },
  {
    action: 'app/projects/[code]/edit saveLeader',
    may: bureau,
    fields: async (h) => ({ ...edit(h, (await newWork(h)).code), person: '张某（副县长）', fromDay: '2025-01-02' }),
  },
]
