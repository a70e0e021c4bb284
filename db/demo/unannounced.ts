import { createRound } from '../commands/rounds'
import { actorNamed } from './cast'
import type { Diary } from './diary'
import { nameTeam, nameWorks } from './round-steps'

/** 2025Q4, unannounced (四不两直): drafted and scoped. Until somebody comes to a site the supervisors alone know of it. */
export function prepareUnannounced(diary: Diary): void {
  diary.on(
    '2025-10-14',
    (as) => {
      const days = { fromDay: '2025-10-20', toDay: '2025-10-24' }
      const said = { quarter: '2025Q4', kind: 'special', title: '在建项目安全生产专项督查', announcement: 'unannounced', ...days } as const
      const supervisor = actorNamed('supervisor1')
      const round = { id: createRound(as(supervisor), said) }
      nameWorks(as(supervisor), round, ['P0001', 'P0006', 'P0068', 'P0095'])
      nameTeam(as(supervisor), round)
    },
    14,
  )
}
