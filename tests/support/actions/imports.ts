import type { Fields } from '../actions'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, newWork, next, send } from './house'
import { nothingBeingLocked } from './months'

const bureau: Caller[] = ['bureau']
const folder = 'app/imports/[id]'
type Row = { id: number; version: number; state: string }

const rowOf = ({ demo }: House, id: number): Row => look<Row>(demo, 'select id, version, state from imports where id = ?', id)
const refOf = (house: House, id: number): Fields => ({ id: String(id), version: String(rowOf(house, id).version) })

type Who = 'bureau' | 'secondBureau'

/** Two lines from the clipboard. */
async function pasted(house: House, by: Who, name = `附表所列第${next()}号`): Promise<number> {
  await send(by, house, 'app/imports/new paste', { cells: `项目名称\t总投资（万元）\t本年累计完成投资（万元）\n${name}\t100\t10` })
  return look<{ id: number }>(house.demo, 'select max(id) as id from imports').id
}

const mapping = (house: House, id: number, more: Fields): Fields => ({
  ...refOf(house, id),
  sender: '某镇',
  ...more,
  'columns.0.column': '1',
  'columns.0.field': 'name',
  'columns.0.unit': '',
  'columns.1.column': '2',
  'columns.1.field': 'totalYuan',
  'columns.1.unit': 'wan',
  'columns.2.column': '3',
  'columns.2.field': 'yearToDateYuan',
  'columns.2.unit': 'wan',
})

/** The server compares and imports by itself, between requests. */
async function until(house: House, id: number, states: string[]): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (states.includes(rowOf(house, id).state)) return
    await new Promise((go) => setTimeout(go, 200))
  }
  throw new Error(`import ${id} is still ${rowOf(house, id).state}`)
}

const source = { purpose: 'plan-source' }
async function staged(house: House, by: Who, more: Fields = source, name?: string): Promise<number> {
  const id = await pasted(house, by, name)
  await send(by, house, `${folder} map`, mapping(house, id, more))
  await until(house, id, ['staged'])
  return id
}

async function imported(house: House, by: Who): Promise<number> {
  const id = await staged(house, by)
  await send(by, house, `${folder} start`, refOf(house, id))
  await until(house, id, ['submitted', 'applied'])
  return id
}

async function doubtful(house: House): Promise<Fields> {
  const { code } = await newWork(house)
  const { name } = look<{ name: string }>(house.demo, 'select name from projects where code = ?', code)
  const id = await staged(house, 'bureau', { purpose: 'reports', period: '2025-09' }, `${name}续`)
  const row = look<{ id: number }>(house.demo, 'select id from import_rows where import_id = ?', id)
  return { ...refOf(house, id), row: String(row.id), decision: 'skip', code: '' }
}

export const importsActions: Attempt[] = [
  { action: 'app/imports/new paste', may: bureau, fields: () => ({ cells: `项目名称\t总投资（万元）\n附表所列第${next()}号\t100` }) },
  {
    action: `${folder} chooseSheet`,
    may: bureau,
    fields: async (house) => {
      const id = await pasted(house, 'bureau')
      const { layout } = look<{ layout: string }>(house.demo, 'select layout from imports where id = ?', id)
      return { ...refOf(house, id), sheet: (JSON.parse(layout) as { sheet: string }).sheet }
    },
  },
  { action: `${folder} map`, may: bureau, fields: async (house) => mapping(house, await pasted(house, 'bureau'), source) },
  { action: `${folder} decide`, may: bureau, fields: doubtful },
  { action: `${folder} start`, may: bureau, fields: async (house) => refOf(house, await staged(house, 'bureau')) },
  { action: `${folder} abandon`, may: bureau, fields: async (house) => refOf(house, await pasted(house, 'bureau')) },
  {
    action: `${folder} undo`,
    may: bureau,
    fields: async (house) => {
      await nothingBeingLocked(house)
      return refOf(house, await imported(house, 'bureau'))
    },
  },
  {
    action: `${folder} keep`,
    may: bureau,
    fields: async (house) => {
      const id = await imported(house, 'secondBureau')
      await send('bureau', house, `${folder} approve`, refOf(house, id))
      await nothingBeingLocked(house)
      await send('bureau', house, `${folder} undo`, refOf(house, id))
      return refOf(house, id)
    },
  },
  { action: `${folder} approve`, may: bureau, fields: async (house) => refOf(house, await imported(house, 'secondBureau')) },
  {
    action: `${folder} approve`,
    case: 'what one imported oneself',
    may: [],
    fields: async (house) => refOf(house, await imported(house, 'bureau')),
  },
  {
    action: `${folder} sendBack`,
    may: bureau,
    fields: async (house) => ({ ...refOf(house, await imported(house, 'secondBureau')), reason: '页码不对' }),
  },
]
