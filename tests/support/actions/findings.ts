import type { Fields } from '../actions'
import { idIn } from '../actions'
import { upload } from '../http'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, next, send, unitOf } from './house'

const supervisor: Caller[] = ['supervisor']
const owner: Caller[] = ['owner']
const folder = 'app/findings/[number]'

type Ref = { id: string; version: string }
const refOf = ({ demo }: House, id: string): Ref => ({
  id,
  version: String(look<{ version: number }>(demo, 'select version from findings where id = ?', Number(id)).version),
})

const told = () => ({
  source: 'audit',
  category: 'safety',
  severity: 'general',
  facts: `试验问题${next()}`,
  foundBy: '督查组',
  foundOn: '2025-10-15',
})

/** Of the first owner's work. */
async function registered(house: House, place: Fields = { code: 'P0001' }): Promise<string> {
  const said = { ...told(), ...place }
  await send('supervisor', house, 'app/findings/new register', said)
  return idIn(look<{ id: number }>(house.demo, 'select id from findings where facts = ?', said.facts))
}

/** Each step by whom it is for, up to the one that is named. */
const steps = ['assign', 'acknowledge', 'plan', 'start', 'request'] as const
type Step = (typeof steps)[number]

const unit = (house: House): Fields => ({ unitId: String(unitOf(house, 'owner1').id), dueOn: '2025-11-20' })

async function findingAfter(house: House, last: Step): Promise<string> {
  const id = await registered(house)
  for (const step of steps.slice(0, steps.indexOf(last) + 1)) {
    if (step === 'request') await upload(house.people.owner, `draft:finding:${id}`)
    const more = step === 'assign' ? unit(house) : { words: '已办' }
    await send(step === 'assign' ? 'supervisor' : 'owner', house, `${folder} ${step}`, { ...refOf(house, id), ...more })
  }
  return id
}

const after =
  (last: Step, more: Fields = {}) =>
  async (house: House): Promise<Fields> => ({ ...refOf(house, await findingAfter(house, last)), ...more })

async function withProof(house: House): Promise<Fields> {
  const id = await findingAfter(house, 'start')
  await upload(house.people.owner, `draft:finding:${id}`)
  return { ...refOf(house, id), words: '已整改' }
}

/** Put to the bureau's own unit, and of no work. */
async function ofBureau(house: House): Promise<Fields> {
  const unitId = String(unitOf(house, 'bureau1').id)
  const id = await registered(house, { unitId })
  await send('supervisor', house, `${folder} assign`, { ...refOf(house, id), unitId, dueOn: '2025-11-20' })
  return refOf(house, id)
}

const asked = { dueOn: '2025-12-20', words: '材料未到' }
async function extension(house: House): Promise<Fields> {
  await send('owner', house, `${folder} askTime`, { ...refOf(house, await findingAfter(house, 'assign')), ...asked })
  return { id: idIn(look<{ id: number }>(house.demo, 'select max(id) as id from finding_extensions')) }
}

const proposed =
  (by: 'supervisor' | 'secondSupervisor', more: Fields = {}) =>
  async (house: House): Promise<Fields> => {
    const id = await registered(house)
    await send(by, house, `${folder} propose`, { ...refOf(house, id), words: '登记有误' })
    return { ...refOf(house, id), ...more }
  }

async function recheckDue(house: House): Promise<Fields> {
  const id = await findingAfter(house, 'request')
  await send('supervisor', house, `${folder} closeAndLook`, { ...refOf(house, id), recheckDueOn: '2025-12-01' })
  return refOf(house, id)
}

async function uploaded(house: House): Promise<Fields> {
  const answer = await upload(house.people.owner, `draft:finding:${await findingAfter(house, 'start')}`)
  return { id: idIn(await answer.json()) }
}

export const findingActions: Attempt[] = [
  { action: 'app/findings/new register', may: supervisor, fields: () => ({ ...told(), code: 'P0001' }) },
  { action: `${folder} assign`, may: supervisor, fields: async (house) => ({ ...refOf(house, await registered(house)), ...unit(house) }) },
  {
    action: `${folder} transfer`,
    may: supervisor,
    fields: async (house) => ({ ...(await after('assign')(house)), unitId: String(unitOf(house, 'owner3').id), words: '职责不在' }),
  },
  { action: `${folder} acknowledge`, may: owner, fields: after('assign') },
  { action: `${folder} acknowledge`, case: 'put to the bureau', may: ['bureau'], fields: ofBureau },
  { action: `${folder} plan`, may: owner, fields: after('acknowledge', { words: '本月整改' }) },
  { action: `${folder} start`, may: owner, fields: after('plan') },
  { action: `${folder} request`, may: owner, fields: withProof },
  { action: `${folder} takeFile`, may: owner, fields: uploaded },
  { action: `${folder} close`, may: supervisor, fields: after('request') },
  { action: `${folder} closeAndLook`, may: supervisor, fields: after('request', { recheckDueOn: '2025-12-01' }) },
  { action: `${folder} sendBack`, may: supervisor, fields: after('request', { words: '看不清', dueOn: '2025-11-30' }) },
  { action: `${folder} pass`, may: supervisor, fields: recheckDue },
  { action: `${folder} reopen`, may: supervisor, fields: async (house) => ({ ...(await recheckDue(house)), words: '又没有了' }) },
  { action: `${folder} askTime`, may: owner, fields: after('assign', asked) },
  { action: `${folder} giveTime`, may: supervisor, fields: extension },
  { action: `${folder} refuseTime`, may: supervisor, fields: async (house) => ({ ...(await extension(house)), words: '来得及' }) },
  { action: `${folder} takeBack`, may: owner, fields: extension },
  { action: `${folder} propose`, may: supervisor, fields: after('assign', { words: '登记有误' }) },
  { action: `${folder} confirm`, may: supervisor, fields: proposed('secondSupervisor') },
  { action: `${folder} confirm`, case: 'what one proposed oneself', may: [], fields: proposed('supervisor') },
  { action: `${folder} keep`, may: supervisor, fields: proposed('secondSupervisor', { words: '问题属实' }) },
  { action: `${folder} keep`, case: 'what one proposed oneself', may: [], fields: proposed('supervisor', { words: '问题属实' }) },
]
