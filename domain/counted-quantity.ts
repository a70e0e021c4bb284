import type { PlanItem, Quantity } from './plan'

/**
 * The quantity a work is done by: what the plan counts in the work's own name (28座小二型水库…, 15个取水口…, 人工造林 1.5万亩). Areas, capacities and
 * outputs beside it describe the work; nobody reports “done to date” in them.
 */
export function countedQuantity(item: Pick<PlanItem, 'name' | 'quantities'> | null | undefined): Quantity | null {
  return item?.quantities.find(({ what, value }) => value !== null && item.name.includes(what)) ?? null
}
