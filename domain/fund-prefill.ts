import type { FundLine } from './fund'
import { wanFieldText } from './money'

export type FundValues = {
  /** By source: what its three fields begin with. */
  lines: Record<number, { planned: string; inPlace: string; paid: string }>
  remark: string
  onBehalfSource: string
  onBehalfOn: string
  revisionReason: string
}
export type FundTold = {
  lines: readonly FundLine[]
  remark: string | null
  onBehalfSource: string | null
  onBehalfOn: string | null
  revisionReason: string | null
}

/** The quarter's own try, or what is approved of the quarter before: sums go on from there. A remark belongs to its own quarter. */
export function fundPrefill(
  sources: readonly { id: number }[],
  { tried, before }: { tried: FundTold | null; before: FundTold | null },
): FundValues {
  const told = (tried ?? before)?.lines ?? []
  const lines = sources.map(({ id }) => {
    const line = told.find(({ sourceId }) => sourceId === id)
    const texts = {
      planned: wanFieldText(line?.plannedYuan ?? null),
      inPlace: wanFieldText(line?.inPlaceYuan ?? null),
      paid: wanFieldText(line?.paidYuan ?? null),
    }
    return [id, texts] as const
  })
  return {
    lines: Object.fromEntries(lines),
    remark: tried?.remark ?? '',
    onBehalfSource: tried?.onBehalfSource ?? '',
    onBehalfOn: tried?.onBehalfOn ?? '',
    revisionReason: tried?.revisionReason ?? '',
  }
}
