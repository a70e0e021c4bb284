import { eq } from 'drizzle-orm'
import { mask, maskedNames } from '../../domain/mask'
import type { PlanItem } from '../../domain/plan'
import { house } from '../client'
import { meta } from '../schema'

/** Names that must not stand beside invented figures, kept once they are known. */
const kept = new WeakMap<object, string[]>()

function names(): string[] {
  const { orm } = house()
  const known = kept.get(orm)
  if (known) return known
  const stored = orm.select().from(meta).where(eq(meta.key, 'masked-names')).get()?.value
  if (!stored) return []
  const list = maskedNames.parse(JSON.parse(stored))
  kept.set(orm, list)
  return list
}

/** The plan's words as they may stand beside figures: in a demonstration the names of real firms and offices are 〔略〕. */
export function maskedQuote(text: string): string {
  return house().demo ? mask(text, names()) : text
}

/** Every word of a plan item that could name somebody. */
export function maskedItem(item: PlanItem): PlanItem {
  if (!house().demo) return item
  const mask = (text: string | null) => text && maskedQuote(text)
  return {
    ...item,
    name: maskedQuote(item.name),
    owner: mask(item.owner),
    place: mask(item.place),
    schedule: mask(item.schedule),
    description: mask(item.description),
    quantities: item.quantities.map((quantity) => ({ ...quantity, text: maskedQuote(quantity.text) })),
    clause: { ...item.clause, quote: maskedQuote(item.clause.quote) },
  }
}
