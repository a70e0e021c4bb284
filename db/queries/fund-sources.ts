import { count } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canKeepFundSources } from '../../domain/policy'
import { orm } from '../client'
import { allFundSources, type FundSource } from '../funds/sources'
import { fundLines } from '../schema'

/** `told` = returns in which the source stands, under whatever name. */
export type SourceRow = FundSource & { told: number; names: string[] }

/** The list with the older names under which returns tell a source. */
export function fundSourceList(actor: Actor): SourceRow[] {
  allow(canKeepFundSources(actor))
  const db = orm()
  const names = db
    .select({ sourceId: fundLines.sourceId, name: fundLines.name, told: count() })
    .from(fundLines)
    .groupBy(fundLines.sourceId, fundLines.name)
    .all()
  return allFundSources(db).map((source) => {
    const own = names.filter(({ sourceId }) => sourceId === source.id)
    const older = own.map(({ name }) => name).filter((name) => name !== source.name)
    return { ...source, told: own.reduce((sum, { told }) => sum + told, 0), names: older }
  })
}
