import { actionNamed, call, type Fields } from '../actions'
import type { Caller, People } from '../people'
import type { Server } from '../server'
import { look } from '../subjects'

/** A house in which the owner's unit has works to spare. */
export type House = {
  demo: Server
  people: People & { secondBureau: People['bureau']; secondAdmin: People['admin']; secondSupervisor: People['supervisor'] }
}
type Prepared = Fields | Promise<Fields>
/**
 * One action as everybody would call it. `fields` makes its subject and what is sent; whoever is not in `may` is refused for who they
 * are, not for what they sent. `lacking` = refused too, because for them the form has one more field (代填).
 */
export type Attempt = {
  action: string
  case?: string
  may: readonly Caller[]
  fields: (house: House) => Prepared
  lacking?: readonly Caller[]
}

let count = 0
export const next = () => `${++count}`.padStart(3, '0')
export const send = async (who: keyof House['people'], house: House, action: string, fields: Fields) => {
  const answer = await call(house.people[who], actionOf(action), fields)
  if (answer.said !== 'saved') throw new Error(`${action}: ${answer.status} ${answer.text.slice(0, 600)}`)
  return answer
}
export const actionOf = (words: string) => actionNamed(...(words.split(' ') as [string, string]))

export type Work = { code: string; id: number; version: number }
export const workOf = ({ demo }: House, code: string): Work =>
  look<Work>(demo, 'select id, code, version from projects where code = ?', code)
export const unitOf = ({ demo }: House, username: string) =>
  look<{ id: number; name: string; user: number; version: number }>(
    demo,
    `select o.id, o.name, o.version, u.id as user from users u join organisations o on o.id = u.organisation_id where u.username = ?`,
    username,
  )

/** A work beyond the plan, assigned to the first owner's unit, under construction since 2024. */
export async function newWork(house: House, stage = 'construction'): Promise<Work> {
  const name = `试验工程${next()}`
  const document = { documentTitle: '试验', documentNo: '试验1号', documentDay: '2024-01-02' }
  await send('bureau', house, 'app/projects/new addProject', { name, sector: 'water', ...document })
  const { code } = look<Work>(house.demo, 'select code from projects where name = ?', name)
  const unit = { kind: 'owner', organisation: unitOf(house, 'owner1').name, fromDay: '2024-01-02' }
  await send('bureau', house, 'app/projects/[code]/edit saveUnit', { ...edit(house, code), ...unit })
  await send('bureau', house, 'app/projects/[code]/edit saveStage', { ...edit(house, code), to: stage, on: '2024-02-01', reason: '试验' })
  return workOf(house, code)
}
export const edit = (house: House, code: string) => ({ code, version: String(workOf(house, code).version) })
