import type { UserActor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canReadYear } from '../../domain/policy'
import { emptyRollup, type Rollup } from '../../domain/rollup'
import { places } from './plan'
import { townRollups } from './rollups'

/** `town` null = works that stand in no town, or in several. */
export type TownRow = { town: string | null; rollup: Rollup }

/** The plan's towns in its order with their works, then any other name, then the works without a town. */
export function townOverview(actor: UserActor): TownRow[] {
  allow(canReadYear(actor))
  const rollups = townRollups(actor)
  const towns = places().flatMap(({ kind, name }) => (kind === 'town' ? [name] : []))
  const others = [...rollups.keys()].filter((name) => name !== '' && !towns.includes(name)).sort()
  const row = (town: string | null): TownRow => ({ town, rollup: rollups.get(town ?? '') ?? emptyRollup() })
  return [...towns, ...others, null].map(row)
}
