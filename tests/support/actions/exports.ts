import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, next, send } from './house'

const bureau: readonly Caller[] = ['bureau']
const fields = (name: string) => ({
  code: '',
  version: '0',
  name,
  'columns.0.field': 'name',
  'columns.0.head': '项目',
  'columns.0.unit': '',
})

async function saved(house: House) {
  await send('bureau', house, 'app/exports saveTemplate', fields(`报送${next()}`))
  const row = look<{ code: string; version: number }>(house.demo, 'select code, version from export_templates order by id desc limit 1')
  return { code: row.code, version: String(row.version) }
}

export const exportsActions: Attempt[] = [
  { action: 'app/exports saveTemplate', may: bureau, fields: () => fields(`报送${next()}`) },
  { action: 'app/exports removeTemplate', may: bureau, fields: saved },
]
