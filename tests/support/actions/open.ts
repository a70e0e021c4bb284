import { idIn } from '../actions'
import { look } from '../subjects'
import { type Attempt, type House, newWork, send } from './house'

const page = 'app/publications'
const work = async (house: House) => ({ subject: 'project', 'ids[]': [idIn(await newWork(house))] })

/** The publisher's name: it changes nothing that another test looks at. */
function publisher({ demo }: House) {
  const { version } = look<{ version: number }>(
    demo,
    `select coalesce(max(version), 0) as version from settings where key = 'oc4ids-publisher'`,
  )
  return { setting: 'oc4ids-publisher', value: '试验发改局', version: String(version) }
}

export const openActions: Attempt[] = [
  { action: `${page} setSetting`, may: ['bureau'], fields: publisher },
  { action: `${page} makePublic`, may: ['bureau'], fields: work },
  {
    action: `${page} endPublic`,
    may: ['bureau'],
    fields: async (house) => {
      const fields = await work(house)
      await send('bureau', house, `${page} makePublic`, fields)
      return fields
    },
  },
]
