import type { Fields } from '../actions'
import type { Caller } from '../people'
import { look } from '../subjects'
import { type Attempt, type House, send } from './house'

const listing: readonly Caller[] = ['owner', 'other owner', 'bureau', 'supervisor', 'leader']

async function made(house: House): Promise<Fields> {
  await send('owner', house, 'app/account createFeed', {})
  return { id: String(look<{ id: number }>(house.demo, 'select max(id) as id from feeds').id) }
}

export const feedActions: Attempt[] = [
  { action: 'app/account createFeed', may: listing, fields: () => ({}) },
  { action: 'app/account revokeFeed', may: ['owner', 'admin'], fields: made },
  { action: 'app/admin/users revokeFeed', may: ['owner', 'admin'], fields: made },
]
