import * as candidates from '../../../db/commands/candidates'
import { ctxOf, type TestHouse } from '../house'
import type { Attempt, Caller } from './attempt'

const bureau: Caller[] = ['bureau', 'bureau2']
const dismissed = (t: TestHouse) => candidates.dismissCandidate(ctxOf(t.actors.bureau), { candidate: 'C040', reason: '不是项目' })

export const candidatesAttempts: Attempt[] = [
  {
    command: 'admitCandidate',
    may: bureau,
    prepare: () => (ctx) =>
      candidates.admitCandidate(ctx, { candidate: 'C041', name: '资源产业路', sector: 'circulation', town: null, reason: null }),
  },
  {
    command: 'mergeCandidate',
    may: bureau,
    prepare: () => (ctx) => candidates.mergeCandidate(ctx, { candidate: 'C042', code: 'P0001', reason: null }),
  },
  {
    command: 'dismissCandidate',
    may: bureau,
    prepare: () => (ctx) => candidates.dismissCandidate(ctx, { candidate: 'C043', reason: '不是项目' }),
  },
  {
    command: 'reconsiderCandidate',
    may: bureau,
    prepare: (t) => {
      dismissed(t)
      return (ctx) => candidates.reconsiderCandidate(ctx, { candidate: 'C040', reason: '再看一次' })
    },
  },
]
