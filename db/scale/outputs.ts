import { addDays, lastDay, type Month, quarterEnd, quarterOf } from '../../domain/calendar'
import { chainIds } from '../../domain/plan'
import { tieEnterprise } from '../commands/enterprises'
import { approveOutput, submitOutput } from '../commands/outputs'
import type { Chance } from '../demo/chance'
import type { Diary } from '../demo/diary'
import type { Cast } from './works'

const enterprises = 6

/** Six enterprises a chain; four of them return their output each quarter. */
export function returnOutputs(diary: Diary, cast: Cast, months: readonly Month[], chance: Chance): void {
  const whole = new Set(months.filter((month) => quarterEnd(quarterOf(month)) === month).map(quarterOf))
  for (const [index, chainId] of chainIds.entries()) {
    const units = cast.companies.slice(index * enterprises, (index + 1) * enterprises)
    diary.on(`${months[0]}-01`, (as) => {
      for (const organisationId of units) tieEnterprise(as(cast.bureau), { chainId, organisationId })
    })
    for (const quarter of whole) {
      const day = addDays(lastDay(quarterEnd(quarter)), 12)
      diary.on(day, (as) => {
        for (const organisationId of units.slice(0, enterprises - 2)) {
          const yearToDate = Number(quarter.slice(5)) * chance.whole(2000, 9000) * 10_000
          const said = { remark: null, onBehalfSource: '统计报表', onBehalfOn: day, revisionReason: null }
          const id = submitOutput(as(cast.bureau), { organisationId, chainId, quarter, yearToDate, ...said })
          approveOutput(as(cast.second), id)
        }
      })
    }
  }
}
