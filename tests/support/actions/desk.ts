import type { Fields } from '../actions'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, newWork, next, send, unitOf } from './house'

const bureau: Caller[] = ['bureau']
const folder = 'app/conditions/[id]'
const meetings = 'app/meetings/[id]'

type Row = { id: number; version: number }
const ref = ({ id, version }: Row): Fields => ({ id: String(id), version: String(version) })

async function raised(house: House): Promise<Row> {
  const { code, id } = await newWork(house)
  const asked = String(unitOf(house, 'owner2').id)
  await send('bureau', house, 'app/conditions/new raise', { code, kind: 'land', ask: '请批', askedOfId: asked })
  return look<Row>(house.demo, 'select id, version from conditions where project_id = ?', id)
}

async function escalated(house: House): Promise<Fields> {
  const row = await raised(house)
  await send('bureau', house, `${folder} escalate`, { ...ref(row), reason: '等不得' })
  return ref({ ...row, version: row.version + 1 })
}

async function called(house: House): Promise<Row> {
  const title = `试验调度会${next()}`
  await send('bureau', house, 'app/meetings call', { kind: 'weekly', title, heldOn: '2025-10-20' })
  return look<Row>(house.demo, 'select id, version from meetings where title = ?', title)
}

async function line(house: House): Promise<Fields> {
  const problem = `试验问题${next()}`
  await send('bureau', house, `${meetings} addMatter`, { meetingId: String((await called(house)).id), problem })
  return ref(look<Row>(house.demo, 'select id, version from meeting_items where problem = ?', problem))
}

const listing = async (house: House) => ({ meetingId: String((await called(house)).id), conditionId: String((await raised(house)).id) })

export const deskActions: Attempt[] = [
  {
    action: `${folder} redirect`,
    may: bureau,
    fields: async (h) => ({ ...ref(await raised(h)), unitId: String(unitOf(h, 'bureau1').id), reason: '职责不在' }),
  },
  { action: `${folder} escalate`, may: bureau, fields: async (h) => ({ ...ref(await raised(h)), reason: '等不得' }) },
  { action: `${folder} instruct`, may: ['leader'], fields: async (h) => ({ ...(await escalated(h)), words: '本周办结' }) },
  {
    action: `${folder} decide`,
    may: bureau,
    fields: async (h) => ({ ...(await escalated(h)), words: '同意', decidedOn: '2025-10-16', documentNo: '纪要1号' }),
  },
  { action: `${folder} list`, may: bureau, fields: listing },
  { action: 'app/meetings call', may: bureau, fields: () => ({ kind: 'weekly', title: `试验调度会${next()}`, heldOn: '2025-10-20' }) },
  {
    action: `${meetings} change`,
    may: bureau,
    fields: async (h) => ({ ...ref(await called(h)), title: '改名', heldOn: '2025-10-21' }),
  },
  { action: `${meetings} close`, may: bureau, fields: async (h) => ref(await called(h)) },
  { action: `${meetings} takeCondition`, may: bureau, fields: listing },
  { action: `${meetings} addMatter`, may: bureau, fields: async (h) => ({ meetingId: String((await called(h)).id), problem: '进度滞后' }) },
  { action: `${meetings} edit`, may: bureau, fields: async (h) => ({ ...(await line(h)), problem: '改过的', measure: '倒排工期' }) },
  { action: `${meetings} settle`, may: bureau, fields: async (h) => ({ ...(await line(h)), words: '已解决' }) },
]
