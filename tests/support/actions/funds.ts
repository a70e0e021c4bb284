import { type Fields, idIn } from '../actions'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, newWork, next, send } from './house'

const bureau: Caller[] = ['bureau']
const work = 'app/projects/[code]'
const lines = { 'lines.0.sourceId': '5', 'lines.0.planned': '1000', 'lines.0.inPlace': '500', 'lines.0.paid': '300' }
const told = async (house: House): Promise<Fields> => ({ code: (await newWork(house)).code, quarter: '2025Q2', ...lines })
const figure = async (house: House): Promise<Fields> => ({
  code: (await newWork(house)).code,
  throughMonth: '2025-08',
  yuan: '900',
  source: '月报',
})
const decision = (kind: string, id: string, step: 'approve' | 'return'): Fields => ({
  item: `${kind}:${id}`,
  'ids[]': [id],
  step,
  reason: '请补充',
})

async function handedIn(house: House): Promise<string> {
  await send('owner', house, `${work}/funds sendFunds`, await told(house))
  return idIn(look<{ id: number }>(house.demo, 'select max(id) as id from fund_returns'))
}

async function entered(house: House, by: 'bureau' | 'secondBureau'): Promise<string> {
  await send(by, house, `${work}/statistics sendFigure`, await figure(house))
  return idIn(look<{ id: number }>(house.demo, 'select max(id) as id from statistics_investments'))
}

export const fundsActions: Attempt[] = [
  { action: `${work}/funds sendFunds`, may: ['owner'], lacking: bureau, fields: told },
  { action: `${work}/funds takeFundsBack`, may: ['owner'], fields: async (house) => ({ id: await handedIn(house) }) },
  {
    action: 'app/reviews decide',
    case: 'approve a return of funds',
    may: bureau,
    fields: async (house) => decision('funds', await handedIn(house), 'approve'),
  },
  {
    action: 'app/reviews decide',
    case: 'return a return of funds',
    may: bureau,
    fields: async (house) => decision('funds', await handedIn(house), 'return'),
  },
  { action: `${work}/statistics sendFigure`, may: bureau, fields: figure },
  { action: `${work}/statistics takeFigureBack`, may: bureau, fields: async (house) => ({ id: await entered(house, 'bureau') }) },
  {
    action: 'app/reviews decide',
    case: 'approve a figure of statistics',
    may: bureau,
    fields: async (house) => decision('statistics-investment', await entered(house, 'secondBureau'), 'approve'),
  },
  {
    action: `${work}/statistics record`,
    may: bureau,
    fields: async (house) => ({ code: (await newWork(house)).code, version: '0', state: 'declared', onDay: '2025-10-01' }),
  },
  { action: 'app/funds/sources addSource', may: bureau, fields: () => ({ name: `试验来源${next()}` }) },
  {
    action: 'app/funds/sources changeSource',
    may: bureau,
    fields: (house) => {
      const row = look<{ id: number; name: string; version: number }>(house.demo, 'select id, name, version from fund_sources where id = 9')
      return { id: String(row.id), version: String(row.version), name: row.name, position: '9', active: 'on' }
    },
  },
]
