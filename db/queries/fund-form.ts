import { desc, eq } from 'drizzle-orm'
import { isSelf, type UserActor } from '../../domain/actor'
import { type Day, monthOf, nextQuarter, previousQuarter, type Quarter, quarterOf } from '../../domain/calendar'
import type { FundLine } from '../../domain/fund'
import { type FundValues, fundPrefill } from '../../domain/fund-prefill'
import { canSubmitFunds } from '../../domain/policy'
import { orm } from '../client'
import { askedSources, type FundReturn, linesOfReturns } from '../funds/returns'
import type { FundSource } from '../funds/sources'
import { fundReturns } from '../schema'
import { type People, peopleOf } from './people'
import { currentSheet } from './project-facts'
import { readableWork } from './readable-work'
import type { Work } from './work'

export type FundTry = FundReturn & { lines: FundLine[] }
export type FundForm = {
  work: Work
  maySubmit: boolean
  quarter: Quarter
  /** Every quarter that is over, the latest first, and what became of it. */
  quarters: { quarter: Quarter; status: FundReturn['status'] | null }[]
  sources: FundSource[]
  values: FundValues
  /** All of the work, the latest first. */
  tries: FundTry[]
  people: People
  before: FundTry | null
  current: FundTry | null
  waiting: FundTry | null
  cameBack: FundTry | null
  totalYuan: number | null
}

export const firstFundQuarter: Quarter = '2021Q1'
/** The last quarter that is over. */
export const lastFundQuarter = (today: Day): Quarter => previousQuarter(quarterOf(monthOf(today)))

/** Thirty years of quarters; a quarter seldom takes more than two tries. */
const mostTries = 240

/** The money of one work: what stands, and the form of one quarter for whoever may hand it in. */
export function fundForm(actor: UserActor, code: string, quarter: Quarter, today: Day): FundForm {
  const db = orm()
  const work = readableWork(db, actor, code)
  const rows = db.select().from(fundReturns).where(eq(fundReturns.projectId, work.id)).orderBy(desc(fundReturns.id)).limit(mostTries).all()
  const lines = linesOfReturns(
    db,
    rows.map(({ id }) => id),
  )
  const tries = rows.map((row) => ({ ...row, lines: lines.get(row.id) ?? [] }))
  const ofQuarter = tries.filter((row) => row.quarter === quarter)
  const current = ofQuarter.find((row) => row.current) ?? null
  const before = tries.filter((row) => row.current && row.quarter < quarter).sort((a, b) => (a.quarter < b.quarter ? 1 : -1))[0] ?? null
  const cameBack = backFor(actor, ofQuarter[0])
  const sources = askedSources(db, [...(before?.lines ?? []), ...(current?.lines ?? [])])
  return {
    work,
    maySubmit: canSubmitFunds(actor, work) && work.stage !== 'withdrawn',
    quarter,
    quarters: quartersUpTo(lastFundQuarter(today), tries),
    sources,
    values: fundPrefill(sources, { tried: cameBack ?? current, before }),
    tries,
    people: peopleOf(
      db,
      tries.flatMap((row) => [row.submittedBy, row.decidedBy]),
    ),
    before,
    current,
    waiting: ofQuarter.find((row) => row.status === 'submitted') ?? null,
    cameBack,
    totalYuan: currentSheet(db, work.id)?.totalYuan ?? null,
  }
}

/** The form goes on from the try that was returned, or that the reader took back. */
function backFor(actor: UserActor, last: FundTry | undefined): FundTry | null {
  if (last?.status === 'returned') return last
  return last?.status === 'withdrawn' && isSelf(actor, last.submittedBy) ? last : null
}

function quartersUpTo(last: Quarter, tries: readonly FundReturn[]): FundForm['quarters'] {
  const quarters: Quarter[] = []
  for (let quarter = firstFundQuarter; quarter <= last; quarter = nextQuarter(quarter)) quarters.unshift(quarter)
  return quarters.map((quarter) => {
    const own = tries.filter((row) => row.quarter === quarter)
    return { quarter, status: (own.find((row) => row.status === 'submitted') ?? own.find((row) => row.current) ?? own[0])?.status ?? null }
  })
}
