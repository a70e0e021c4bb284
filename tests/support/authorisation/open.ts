import { endPublication, publish } from '../../../db/commands/publications'
import { changeSetting } from '../../../db/commands/settings'
import type { PublicationInput } from '../../../domain/publication-input'
import type { Attempt, Caller } from './attempt'

const bureau: Caller[] = ['bureau', 'bureau2']
const works: PublicationInput = { subject: 'project', ids: [1] }

export const openAttempts: Attempt[] = [
  { command: 'changeSetting', may: bureau, prepare: () => (ctx) => changeSetting(ctx, { key: 'oc4ids', value: 'on', version: 0 }) },
  { command: 'publish', may: bureau, prepare: () => (ctx) => publish(ctx, works) },
  { command: 'endPublication', may: bureau, prepare: () => (ctx) => endPublication(ctx, works) },
]
