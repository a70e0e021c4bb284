import type { Actor } from '../../domain/actor'
import { countedQuantity } from '../../domain/counted-quantity'
import { allow, found, refuse } from '../../domain/errors'
import { type PlanBox, type PlanItem, type Quantity, type Sector, sectors } from '../../domain/plan'
import { boxOfItem } from '../../domain/plan-entries'
import { canReadRollups } from '../../domain/policy'
import { emptyRollup, type Rollup } from '../../domain/rollup'
import { planBox, planBoxes, planItem } from './plan'
import type { ProjectRow } from './project-list'
import { type BoxRollup, beyondPlan, boxRollups, type NamedWork, namedWorks, noWorks, rollupOf, sectorRollups } from './rollups'

export type BoxRow = { box: PlanBox; rollup: BoxRollup; planned: number }
export type SectorRow = { sector: Sector; rollup: Rollup; boxes: BoxRow[] }

/** Every sector and its boxes as far as the reader sees their works. */
export function sectorOverview(actor: Actor): SectorRow[] {
  allow(canReadRollups(actor))
  const bySector = sectorRollups(actor)
  const byBox = boxRollups(actor)
  return sectors.map((sector) => ({ sector, rollup: bySector.get(sector) ?? emptyRollup(), boxes: boxRows(byBox, sector) }))
}

/** `planned` = how many works the plan names in the box, seen or not: none means a layout, routes or indicators. */
function boxRows(byBox: ReadonlyMap<string, BoxRollup>, sector: Sector): BoxRow[] {
  return planBoxes()
    .filter((box) => box.sector === sector)
    .map((box) => ({ box, rollup: byBox.get(box.id) ?? noWorks, planned: box.items.filter(({ kind }) => kind === 'work').length }))
}

/** Done to date against the number the plan counts the work by, in the plan's unit; `elsewhere` = what the work's first box says instead. */
export type QuantityRow = {
  elsewhere: { item: string; text: string } | null
  code: string
  name: string
  item: string
  quantity: Quantity
  done: number | null
  month: string | null
}

export type SectorDetail = SectorRow & { beyond: Rollup | null; quantities: QuantityRow[] }

export function sectorDetail(actor: Actor, id: string): SectorDetail {
  allow(canReadRollups(actor))
  const sector = found(sectors.find((known) => known === id))
  const row = found(sectorOverview(actor).find((entry) => entry.sector === sector))
  const works = namedWorks(actor).filter(({ item, row: work }) => work.sector === sector && work.sources[0] === item)
  return { ...row, beyond: beyondPlan(actor, sector), quantities: works.flatMap(quantityRow) }
}

function quantityRow({ item, row }: NamedWork): QuantityRow[] {
  const quantity = countedQuantity(planItem(item))
  if (!quantity) return []
  const { code, name, approvedMonth } = row
  const first = firstQuantity(row)
  // A work is told in the unit of its first box; another may count it otherwise.
  const done = first?.unit === quantity.unit ? row.quantityDone : null
  const elsewhere = first && first.value !== quantity.value ? { item: first.item, text: first.text } : null
  return [{ code, name, item, quantity, done, month: done === null ? null : approvedMonth, elsewhere }]
}

function firstQuantity({ sources: [item] }: ProjectRow): (Quantity & { item: string }) | null {
  const quantity = item === undefined ? null : countedQuantity(planItem(item))
  return quantity && item !== undefined ? { ...quantity, item } : null
}

export type BoxDetail = BoxRow & {
  classes: { name: string | null; rollup: Rollup; first: number }[]
  quantities: QuantityRow[]
  works: NamedWork[]
}

/** A box with its classes and works; only the sector it stands in leads to it. */
export function boxDetail(actor: Actor, sector: string, id: string): BoxDetail {
  allow(canReadRollups(actor))
  const box = found(planBox(id))
  if (box.sector !== sector) refuse('not-found')
  const works = namedWorks(actor)
    .filter(({ item }) => boxOfItem(item) === id)
    .sort((a, b) => orderIn(box, a.item) - orderIn(box, b.item))
  return {
    ...found(boxRows(boxRollups(actor), box.sector).find((row) => row.box.id === id)),
    classes: classesOf(box, works),
    quantities: works.flatMap(quantityRow),
    works,
  }
}

const orderIn = (box: PlanBox, code: string): number => box.items.findIndex((item) => item.code === code)

function classesOf(box: PlanBox, works: readonly NamedWork[]): BoxDetail['classes'] {
  const classOf = new Map(box.items.map((item: PlanItem) => [item.code, item.class]))
  const names = [...new Set(works.map(({ item }) => classOf.get(item) ?? null))]
  if (names.length < 2) return []
  return names.map((name) => {
    const rows = [
      ...new Map(works.filter(({ item }) => (classOf.get(item) ?? null) === name).map(({ row }) => [row.projectId, row])).values(),
    ]
    return { name, rollup: rollupOf(rows), first: rows.filter((row) => row.boxId === box.id && row.class === name).length }
  })
}
