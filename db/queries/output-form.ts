import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm'
import { hasRole, type UserActor } from '../../domain/actor'
import { type Day, monthOf, nextQuarter, previousQuarter, type Quarter, quarterOf } from '../../domain/calendar'
import { draftFiles, outputDraft } from '../../domain/draft'
import { allow } from '../../domain/errors'
import { wanFieldText } from '../../domain/money'
import type { ChainId, PlanChain } from '../../domain/plan'
import { canSubmitOutput } from '../../domain/policy'
import type { Values } from '../../domain/update-prefill'
import { orm, type Reader } from '../client'
import { chainEnterprises, organisations, outputReturns } from '../schema'
import { type Draft, ownDraft } from './drafts'
import { type EvidenceItem, evidenceOf } from './evidence'
import { planChains } from './plan'

export type Tie = { organisationId: number; organisation: string; chainId: ChainId }
export type ReturnRow = typeof outputReturns.$inferSelect
export type QuarterState = { quarter: Quarter; status: ReturnRow['status'] | null }
export type OutputForm = Tie & {
  chain: PlanChain
  quarter: Quarter
  quarters: QuarterState[]
  tries: ReturnRow[]
  before: ReturnRow | null
  values: Values
  draft: Draft | null
  files: EvidenceItem[]
}

/** The last quarter that is over: nobody can tell one that still runs. */
export const lastQuarter = (today: Day): Quarter => previousQuarter(quarterOf(monthOf(today)))

/** The enterprises and chains somebody may return output for: a unit its own, the bureau all. */
export function outputTies(actor: UserActor): Tie[] {
  allow(hasRole(actor, 'owner', 'bureau'))
  const inForce = isNull(chainEnterprises.toDay)
  const own = hasRole(actor, 'owner') ? and(inForce, eq(chainEnterprises.organisationId, actor.organisationId)) : inForce
  return orm()
    .select({ organisationId: chainEnterprises.organisationId, organisation: organisations.name, chainId: chainEnterprises.chainId })
    .from(chainEnterprises)
    .innerJoin(organisations, eq(organisations.id, chainEnterprises.organisationId))
    .where(own)
    .orderBy(asc(chainEnterprises.chainId), asc(organisations.id))
    .limit(2000)
    .all()
}

export function outputForm(actor: UserActor, tie: Tie, quarter: Quarter, today: Day): OutputForm | null {
  allow(canSubmitOutput(actor, tie.organisationId))
  const db = orm()
  const chain = planChains(db).find(({ id }) => id === tie.chainId)
  if (!chain) return null
  const rows = returnsOfTie(db, tie)
  const tries = rows.filter((row) => row.quarter === quarter)
  const subject = outputDraft(tie.organisationId, tie.chainId, quarter)
  const draft = ownDraft(actor, subject, db)
  return {
    ...tie,
    chain,
    quarter,
    quarters: quarterStates(rows, today),
    tries,
    before: before(db, tie, quarter),
    values: { ...valuesOf(tries.find((row) => row.status !== 'submitted')), ...draft?.body },
    draft,
    files: evidenceOf(actor, draftFiles(subject)),
  }
}

const ofTie = ({ organisationId, chainId }: Tie) =>
  and(eq(outputReturns.organisationId, organisationId), eq(outputReturns.chainId, chainId))

const returnsOfTie = (db: Reader, tie: Tie): ReturnRow[] =>
  db.select().from(outputReturns).where(ofTie(tie)).orderBy(desc(outputReturns.id)).limit(500).all()

function before(db: Reader, tie: Tie, quarter: Quarter): ReturnRow | null {
  const earlier = and(ofTie(tie), eq(outputReturns.current, true), lt(outputReturns.quarter, quarter))
  return db.select().from(outputReturns).where(earlier).orderBy(desc(outputReturns.quarter)).limit(1).get() ?? null
}

/** From 2021 to the last whole quarter, the latest first; each with its latest submission's state. */
function quarterStates(rows: readonly ReturnRow[], today: Day): QuarterState[] {
  const states: QuarterState[] = []
  for (let quarter = '2021Q1'; quarter <= lastQuarter(today); quarter = nextQuarter(quarter))
    states.unshift({ quarter, status: rows.find((row) => row.quarter === quarter)?.status ?? null })
  return states
}

function valuesOf(row: ReturnRow | undefined): Values {
  if (!row) return {}
  return {
    yearToDate: wanFieldText(row.yearToDateYuan),
    remark: row.remark ?? '',
    revisionReason: row.revisionReason ?? '',
    onBehalfSource: row.onBehalfSource ?? '',
    onBehalfOn: row.onBehalfOn ?? '',
  }
}
