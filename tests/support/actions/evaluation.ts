import { type Fields, idIn } from '../actions'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, newWork, send } from './house'

type Author = 'bureau' | 'secondBureau'
type Row = { id: number; version: number }
const bureau: readonly Caller[] = ['bureau']
const indicators = 'app/evaluation/indicators'
const evaluation = 'app/evaluation'
const signed = { signer: '领导甲', day: '2025-10-16' }

/** One open value an indicator and year, one open evaluation a kind and year: every subject takes the next. */
const numbers = ['3', '4', '5', '7', '8', '9', '10', '14', '17', '18']
const years = ['2021', '2023', '2024', '2022', '2025']
const subjects = [
  ...['special', 'mid-term'].flatMap((kind) => years.map((year) => ({ kind, year }))),
  ...years.slice(0, 3).map((year) => ({ kind: 'annual', year })),
]
const taken = { values: 0, evaluations: 0 }

const value = (): Fields => ({ no: numbers[taken.values++ % numbers.length] ?? '', year: '2023', value: '9.5', source: '统计公报' })

async function waiting(house: House, by: Author): Promise<Fields> {
  await send(by, house, `${indicators} enterValue`, value())
  return { id: idIn(look<Row>(house.demo, 'select id, 0 as version from indicator_values order by id desc limit 1')) }
}

const lastEvaluation = ({ demo }: House): Fields => {
  const { id, version } = look<Row>(demo, 'select id, version from evaluations order by id desc limit 1')
  return { id: String(id), version: String(version) }
}

async function drafted(house: House, by: Author = 'bureau'): Promise<Fields> {
  await send(by, house, `${evaluation} draft`, subjects[taken.evaluations++ % subjects.length] ?? {})
  return lastEvaluation(house)
}

async function proposed(house: House, by: Author): Promise<Fields> {
  await send(by, house, `${evaluation} propose`, await drafted(house, by))
  return lastEvaluation(house)
}

async function period(house: House): Promise<string> {
  const id = `next-${taken.values++}`
  const { last } = look<{ last: string }>(house.demo, 'select max(to_day) as last from plan_periods')
  const year = Number(last.slice(0, 4)) + 1
  await send('bureau', house, `${evaluation}/next open`, { id, name: id, fromDay: `${year}-01-01`, toDay: `${year}-12-31` })
  return id
}

export const evaluationActions: Attempt[] = [
  { action: `${indicators} enterValue`, may: bureau, fields: value },
  { action: `${indicators} approveValue`, may: bureau, fields: (house) => waiting(house, 'secondBureau') },
  { action: `${indicators} approveValue`, case: 'one’s own', may: [], fields: (house) => waiting(house, 'bureau') },
  {
    action: `${indicators} returnValue`,
    may: bureau,
    fields: async (house) => ({ ...(await waiting(house, 'secondBureau')), reason: '请核对' }),
  },
  { action: `${indicators} withdrawValue`, may: bureau, fields: (house) => waiting(house, 'bureau') },
  {
    action: `${indicators} chooseTarget`,
    may: bureau,
    fields: () => ({ no: '12', version: '0', statement: 'table', value: '11', reason: '按主表' }),
  },
  {
    action: `${evaluation}/responsibilities setUnit`,
    may: bureau,
    fields: () => ({ kind: 'box', code: '3-1', version: '0', organisation: '试验局', fromDay: '2025-10-01' }),
  },
  {
    action: `${evaluation}/next open`,
    may: bureau,
    fields: () => ({ id: 'far', name: '远期', fromDay: '2090-01-01', toDay: '2090-12-31' }),
  },
  {
    action: `${evaluation}/next carry`,
    may: bureau,
    fields: async (house) => ({ periodId: await period(house), 'codes[]': [(await newWork(house)).code], reason: '续建' }),
  },
  { action: `${evaluation} draft`, may: bureau, fields: () => ({ kind: 'annual', year: '2022' }) },
  { action: `${evaluation} refresh`, may: bureau, fields: (house) => drafted(house) },
  {
    action: `${evaluation} edit`,
    may: bureau,
    fields: async (house) => ({ ...(await drafted(house)), title: '评估报告', issuer: '发改局' }),
  },
  { action: `${evaluation} propose`, may: bureau, fields: (house) => drafted(house) },
  { action: `${evaluation} takeBack`, may: bureau, fields: (house) => proposed(house, 'bureau') },
  {
    action: `${evaluation} sendBack`,
    may: bureau,
    fields: async (house) => ({ ...(await proposed(house, 'secondBureau')), reason: '请核对' }),
  },
  { action: `${evaluation} issue`, may: bureau, fields: async (house) => ({ ...(await proposed(house, 'secondBureau')), ...signed }) },
  {
    action: `${evaluation} issue`,
    case: 'one’s own',
    may: [],
    fields: async (house) => ({ ...(await proposed(house, 'bureau')), ...signed }),
  },
]
