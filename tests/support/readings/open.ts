import { papersToPublish, publicWorks, worksToPublish } from '../../../db/queries/publications'
import { settingList } from '../../../db/queries/settings'
import type { Reader, Reading } from './reading'

const bureau: Reader[] = ['bureau', 'bureau2']

export const openReadings: Reading[] = [
  { read: 'settingList', may: bureau, call: (actor) => settingList(actor) },
  { read: 'publicWorks', may: bureau, call: (actor) => publicWorks(actor, 1) },
  { read: 'worksToPublish', may: bureau, call: (actor) => worksToPublish(actor, 'P0001') },
  { read: 'papersToPublish', may: bureau, call: (actor) => ({ rows: papersToPublish(actor, 'bulletin') }) },
]
