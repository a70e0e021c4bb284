import { addDays, monthsFrom, type Quarter, quarterEnd, quarterOf, yearOf } from '../../domain/calendar'
import type { ChainId } from '../../domain/plan'
import { tieEnterprise } from '../commands/enterprises'
import { approveOutput, submitOutput } from '../commands/outputs'
import { plan } from '../plan'
import { actorNamed, enterprise, organisationId } from './cast'
import type { Chance } from './chance'
import type { Diary } from './diary'

/** How many enterprises a chain has, how many of them return their output, and how its output stands to the target. */
const chains: Record<ChainId, { enterprises: number; returning: number; share: number }> = {
  machinery: { enterprises: 12, returning: 12, share: 0.7 },
  cuisine: { enterprises: 6, returning: 5, share: 1.08 },
  tourism: { enterprises: 8, returning: 8, share: 0.43 },
  chemicals: { enterprises: 5, returning: 4, share: 1.12 },
  nonferrous: { enterprises: 4, returning: 3, share: 1.05 },
  food: { enterprises: 9, returning: 5, share: 1 },
  building: { enterprises: 2, returning: 2, share: 0.98 },
  'supply-chain': { enterprises: 7, returning: 0, share: 0 },
  digital: { enterprises: 6, returning: 2, share: 0.6 },
}

const withoutTarget = 2_500_000_000

/** Quarterly returns of two years, entered by the bureau as they came by message and approved by a second person. */
export function returnOutputs(diary: Diary, chance: Chance): void {
  let first = 1
  for (const { id, target } of plan.chains) {
    const { enterprises, returning, share } = chains[id]
    const units = Array.from({ length: enterprises }, (_, index) => enterprise(first + index))
    first += enterprises
    diary.on('2023-09-20', (as) => {
      for (const unit of units) tieEnterprise(as(actorNamed('bureau1')), { chainId: id, organisationId: organisationId(unit) })
    })
    const yearly = ((target?.yuan ?? withoutTarget) * share) / Math.max(1, returning)
    for (const unit of units.slice(0, returning)) returnQuarters(diary, id, unit, yearly * chance.between(0.7, 1.3), chance)
  }
}

function returnQuarters(diary: Diary, chainId: ChainId, unit: string, yearly: number, chance: Chance): void {
  const quarters = [...new Set(monthsFrom('2024-01', '2025-09').map(quarterOf))]
  for (const quarter of quarters) {
    const growth = yearOf(quarter) === 2024 ? 0.9 : 1
    const yuan = Math.round((yearly * growth * Number(quarter.slice(5))) / 4 / 10_000) * 10_000
    const day = addDays(`${quarterEnd(quarter)}-28`, chance.whole(8, 14))
    diary.on(day, (as) => {
      const id = submitOutput(as(actorNamed('bureau1')), returnOf(chainId, unit, quarter, yuan, day))
      approveOutput(as(actorNamed('bureau2')), id)
    })
  }
}

const returnOf = (chainId: ChainId, unit: string, quarter: Quarter, yearToDate: number, day: string) => ({
  organisationId: organisationId(unit),
  chainId,
  quarter,
  yearToDate,
  remark: null,
  onBehalfSource: '统计报表',
  onBehalfOn: day,
  revisionReason: null,
})
