import { folded } from './search'

/** The earlier name (with 、 between) that a search found; null when what was typed stands in none of them. */
export function formerHit(formerNames: string | null, typed: string | undefined): string | null {
  if (formerNames === null || !typed) return null
  const words = typed.split(/\s+/).map(folded).filter(Boolean)
  const hit = formerNames.split('、').find((name) => words.some((word) => folded(name).includes(word)))
  return hit ?? null
}
