import { system } from '../../domain/actor'
import { addDays, lastDay, type Month, type Quarter, quarterEnd, quarterOf } from '../../domain/calendar'
import type { FundLine } from '../../domain/fund'
import { orm } from '../client'
import type { Diary } from '../demo/diary'
import { recordEvent } from '../events'
import { allFundSources, type FundSource } from '../funds/sources'
import { fundLines, fundReturns } from '../schema'
import { write } from '../write'
import { type Reviewed, reviewed } from './plans'
import type { Cast, ScaleWork } from './works'

type Funds = { diary: Diary; cast: Cast; works: () => readonly ScaleWork[]; months: readonly Month[] }

/** One work in three of those that have a plan tells its money by source after each quarter; no chance in it, so that the rest of a seed's history stays as it is. */
export function returnFunds({ diary, cast, works, months }: Funds): void {
  const quarters = months.filter((month) => quarterEnd(quarterOf(month)) === month).map(quarterOf)
  for (const [index, quarter] of [...new Set(quarters)].entries()) {
    diary.on(addDays(lastDay(quarterEnd(quarter)), 14), (as) => {
      write(as(system), 'scaleFunds', { quarter }, (tx) => {
        const sources = allFundSources(orm())
        const share = (index + 1) / (quarters.length + 1)
        for (const work of works()) if (work.id % 3 === 0) returnOne({ tx, as, cast }, work, { quarter, share, sources })
      })
    })
  }
}

type Told = { quarter: Quarter; share: number; sources: readonly FundSource[] }

function returnOne(on: Reviewed, work: ScaleWork, { quarter, share, sources }: Told): void {
  if (work.yearlyYuan === null) return
  const lines = linesOf(work, work.yearlyYuan * 3, { quarter, share, sources })
  const { handed, decided, row } = reviewed(on)
  const about = {
    projectId: work.id,
    quarter,
    revision: 1,
    current: true,
    warnings: [],
    onBehalfSource: '样例报表',
    onBehalfOn: handed.today,
  }
  const { id } = on.tx
    .insert(fundReturns)
    .values({ ...row, ...about })
    .returning({ id: fundReturns.id })
    .get()
  on.tx
    .insert(fundLines)
    .values(lines.map((line) => ({ ...line, returnId: id })))
    .run()
  const subject = `project:${work.code}`
  recordEvent(on.tx, handed, { action: 'funds.submitted', subject, body: { fundReturn: id, quarter, lines } })
  recordEvent(on.tx, decided, { action: 'funds.approved', subject, body: { fundReturn: id, quarter, reason: null } })
}

/** Three sources bring the whole sum, the others nothing; of one work in five the rest is not known. */
function linesOf({ id, pace }: ScaleWork, wholeYuan: number, { share, sources }: Told): FundLine[] {
  const wan = (yuan: number) => Math.round(yuan / 10_000) * 10_000
  return sources.map(({ id: sourceId, name }, at) => {
    const brings = (at - (id % sources.length) + sources.length) % sources.length < 3
    const plannedYuan = brings ? wan(wholeYuan / 3) : id % 5 === 0 ? null : 0
    const inPlaceYuan = plannedYuan === null ? null : wan(plannedYuan * Math.min(1, share * pace))
    return { sourceId, name, plannedYuan, inPlaceYuan, paidYuan: inPlaceYuan === null ? null : wan(inPlaceYuan * 0.8) }
  })
}
