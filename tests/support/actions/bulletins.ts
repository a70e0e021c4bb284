import type { Fields } from '../actions'
import { idIn } from '../actions'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, send } from './house'
import { roundRef } from './rounds'
import { visited } from './seen'

const supervisor: Caller[] = ['supervisor']
const folder = 'app/bulletins'

/** A round whose visits have ended. */
async function ended(house: House): Promise<string> {
  const { round } = await visited(house)
  await send('supervisor', house, 'app/inspections/[id] move', { ...roundRef(house, round), step: 'end' })
  return round
}

type Row = { id: number; version: number; title: string }
async function drafted(house: House, by: 'supervisor' | 'secondSupervisor' = 'supervisor'): Promise<Row> {
  const round = await ended(house)
  await send(by, house, `${folder} draft`, { roundId: round })
  return look<Row>(house.demo, 'select id, version, title from bulletins where round_id = ?', Number(round))
}

const refOf = ({ id, version }: Row): Fields => ({ id: String(id), version: String(version) })
const draft = async (house: House): Promise<Fields> => refOf(await drafted(house))

const waiting =
  (by: 'supervisor' | 'secondSupervisor', more: Fields = {}) =>
  async (house: House): Promise<Fields> => {
    const row = await drafted(house, by)
    await send(by, house, `${folder} propose`, refOf(row))
    return { ...refOf(look<Row>(house.demo, 'select id, version, title from bulletins where id = ?', row.id)), ...more }
  }

const signed = { signer: '领导甲', day: '2025-10-16' }

async function issued(house: House): Promise<Fields> {
  const fields = await waiting('secondSupervisor', signed)(house)
  await send('supervisor', house, `${folder} issue`, fields)
  const row = look<{ id: number }>(house.demo, 'select document_id as id from bulletins where id = ?', Number(fields.id))
  return { documentId: idIn(row) }
}

export const bulletinActions: Attempt[] = [
  { action: `${folder} draft`, may: supervisor, fields: async (house) => ({ roundId: await ended(house) }) },
  { action: `${folder} refresh`, may: supervisor, fields: draft },
  {
    action: `${folder} edit`,
    may: supervisor,
    fields: async (house) => {
      const row = await drafted(house)
      return { ...refOf(row), title: row.title, issuer: '督查室', opening: '现将情况通报如下。' }
    },
  },
  { action: `${folder} propose`, may: supervisor, fields: draft },
  { action: `${folder} takeBack`, may: supervisor, fields: waiting('supervisor') },
  { action: `${folder} takeBack`, case: 'what another proposed', may: [], fields: waiting('secondSupervisor') },
  { action: `${folder} sendBack`, may: supervisor, fields: waiting('secondSupervisor', { reason: '请核对' }) },
  { action: `${folder} issue`, may: supervisor, fields: waiting('secondSupervisor', signed) },
  { action: `${folder} issue`, case: 'what one drafted and proposed oneself', may: [], fields: waiting('supervisor', signed) },
  { action: `${folder} draftCorrection`, may: supervisor, fields: issued },
]
