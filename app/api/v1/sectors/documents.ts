import type { SectorRow } from '../../../../db/queries/sectors'
import type { TotalFigure } from '../../../../domain/api/figure'
import type { SectorsDocument } from '../../../../domain/api/rollups'
import type { Messages } from '../../../../domain/messages'
import { atLeast, formatYi, type Total } from '../../../../domain/money'
import { isLowerBound, isReportedBound } from '../../../../domain/rollup'

export function sectorDocument({ sector, rollup }: SectorRow, t: Messages): SectorsDocument['items'][number] {
  const { works, byStage, lights, plan, reported, approved } = rollup
  return {
    id: sector,
    name: t.labels.sectors[sector],
    works,
    stages: byStage,
    lights,
    investment: {
      plan: figure(plan, false, t),
      reported: figure(reported, isReportedBound(rollup), t),
      approved: figure(approved, isLowerBound(approved), t),
    },
  }
}

/** Sums are derived: each part has its own source at the works. */
function figure({ yuan, known, unknown }: Total, bound: boolean, t: Messages): TotalFigure {
  const shown = bound && yuan !== null ? `≥ ${formatYi(yuan)}` : atLeast({ yuan, known, unknown }, formatYi)
  const text = yuan === null ? shown : `${shown} ${t.common.yi}`
  return { yuan, known, unknown, text, source: yuan === null ? null : { kind: 'derived', ref: null } }
}
