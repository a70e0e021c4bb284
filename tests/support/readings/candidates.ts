import { candidateList, candidateView } from '../../../db/queries/candidates'
import type { Reader, Reading } from './reading'

const overseers: Reader[] = ['bureau', 'bureau2', 'supervisor', 'supervisor2', 'leader']

export const candidatesReadings: Reading[] = [
  { read: 'candidateList', may: overseers, call: (actor) => candidateList(actor, null) },
  { read: 'candidateView', may: overseers, call: (actor) => candidateView(actor, 'C045') },
]
