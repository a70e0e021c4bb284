import type { Fields } from '../actions'
import { idIn } from '../actions'
import { upload } from '../http'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, newWork, next, send, type Work } from './house'

const supervisor: Caller[] = ['supervisor']
const folder = 'app/inspections/[id]'

type Ref = { id: string; version: string }
export function roundRef({ demo }: House, id: string | number): Ref {
  const { version } = look<{ version: number }>(demo, 'select version from rounds where id = ?', Number(id))
  return { id: String(id), version: String(version) }
}

const words = () => ({ quarter: '2026Q1', kind: 'special', title: `试验督查${next()}`, fromDay: '2025-10-20', toDay: '2025-10-24' })

export async function newRound(house: House, more: Fields = {}): Promise<string> {
  const said = { ...words(), announcement: 'announced', ...more }
  await send('supervisor', house, 'app/inspections/new create', said)
  return idIn(look<{ id: number }>(house.demo, 'select id from rounds where title = ?', said.title))
}

/** With one work of the first owner's in its list, and the supervisor at the head of its team. */
export async function scopedRound(house: House, more: Fields = {}): Promise<{ round: string; work: Work }> {
  const round = await newRound(house, more)
  const work = await newWork(house)
  await send('supervisor', house, `${folder}/scope addWorks`, { ...roundRef(house, round), how: 'named', list: work.code })
  await send('supervisor', house, `${folder}/team setTeam`, { ...roundRef(house, round), ...leader })
  return { round, work }
}

const leader = {
  'members.0.name': '督查员甲',
  'members.0.unit': '演示单位二',
  'members.0.duty': 'leader',
  'members.0.username': 'supervisor1',
}

export async function notifiedRound(house: House): Promise<{ round: string; work: Work }> {
  const made = await scopedRound(house)
  const asked = { materials: '施工许可证', materialsDueOn: '2025-10-19' }
  await send('supervisor', house, `${folder} askMaterials`, { ...roundRef(house, made.round), ...asked })
  await send('supervisor', house, `${folder}/notice send`, roundRef(house, made.round))
  return made
}

const ofNewRound = (fields: Fields) => async (house: House) => ({ ...roundRef(house, await newRound(house)), ...fields })

async function committedDraw(house: House): Promise<Fields> {
  await send('supervisor', house, `${folder}/draw commit`, { id: await newRound(house) })
  return { id: idIn(look<{ id: number }>(house.demo, 'select max(id) as id from draws')) }
}
const frozen = { count: '2', stratify: 'none', pool: 'rest' }
async function frozenDraw(house: House): Promise<Fields> {
  const { id = '' } = await committedDraw(house)
  await send('supervisor', house, `${folder}/draw freeze`, { id, ...frozen })
  return { id }
}

/** The work's place in the list, and the one thing that is asked. */
async function asked(house: House): Promise<Fields> {
  const { round } = await notifiedRound(house)
  const place = look<{ id: number }>(house.demo, 'select id from round_works where round_id = ?', Number(round))
  const material = look<{ id: number }>(house.demo, 'select id from round_materials where round_id = ?', Number(round))
  return { roundWorkId: idIn(place), materialId: idIn(material) }
}

async function assigned(house: House): Promise<Fields> {
  const { round } = await scopedRound(house)
  const place = look<{ id: number }>(house.demo, 'select id from round_works where round_id = ?', Number(round))
  return { ...roundRef(house, round), 'works.0.id': idIn(place), 'works.0.visitOn': '2025-10-21' }
}

async function leftOpen(house: House): Promise<Fields> {
  const sql = `select min(f.id) as id from findings f join rounds r on r.id = f.round_id
    where r.state = 'rectifying' and f.carried_to_id is null and f.state not in ('closed', 'withdrawn')`
  return { ...roundRef(house, await newRound(house)), 'findings[]': [idIn(look<{ id: number }>(house.demo, sql))] }
}

async function uploaded(house: House): Promise<Fields> {
  const { roundWorkId, materialId } = await asked(house)
  const answer = await upload(house.people.owner, `draft:material:${roundWorkId}:${materialId}`)
  return { id: idIn(await answer.json()) }
}

export const roundActions: Attempt[] = [
  { action: 'app/inspections/new create', may: supervisor, fields: () => ({ ...words(), announcement: 'announced' }) },
  {
    action: 'app/inspections/new create',
    case: 'unannounced',
    may: supervisor,
    fields: () => ({ ...words(), announcement: 'unannounced' }),
  },
  { action: `${folder} edit`, may: supervisor, fields: ofNewRound({ title: '改名的督查' }) },
  { action: `${folder} askMaterials`, may: supervisor, fields: ofNewRound({ materials: '监理月报', materialsDueOn: '2025-10-19' }) },
  { action: `${folder} abandon`, may: supervisor, fields: ofNewRound({ reason: '并入下一轮' }) },
  {
    action: `${folder} move`,
    may: supervisor,
    fields: async (house) => ({ ...roundRef(house, (await notifiedRound(house)).round), step: 'begin' }),
  },
  { action: `${folder}/team setGroups`, may: supervisor, fields: ofNewRound({ 'groups.0.name': '一组' }) },
  { action: `${folder}/team setTeam`, may: supervisor, fields: ofNewRound(leader) },
  { action: `${folder}/scope addWorks`, may: supervisor, fields: ofNewRound({ how: 'named', list: 'P0001' }) },
  {
    action: `${folder}/scope addWorks`,
    case: 'to a round that nobody knows of',
    may: supervisor,
    fields: async (house) => ({ ...roundRef(house, await newRound(house, { announcement: 'unannounced' })), how: 'all' }),
  },
  { action: `${folder}/scope assign`, may: supervisor, fields: assigned },
  { action: `${folder}/scope carry`, may: supervisor, fields: leftOpen },
  { action: `${folder}/draw commit`, may: supervisor, fields: async (house) => ({ id: await newRound(house) }) },
  { action: `${folder}/draw freeze`, may: supervisor, fields: async (house) => ({ ...(await committedDraw(house)), ...frozen }) },
  { action: `${folder}/draw run`, may: supervisor, fields: frozenDraw },
  { action: `${folder}/notice send`, may: supervisor, fields: async (house) => roundRef(house, (await scopedRound(house)).round) },
  {
    action: 'app/materials/[roundWorkId] handIn',
    may: ['owner'],
    fields: async (house) => ({ ...(await asked(house)), words: '原件备查' }),
  },
  { action: 'app/materials/[roundWorkId] takeFile', may: ['owner'], fields: uploaded },
]
