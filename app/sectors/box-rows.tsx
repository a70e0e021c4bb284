import type { BoxRow } from '../../db/queries/sectors'
import { fill, type Messages } from '../../domain/messages'
import type { RollupRow } from './rollup-table'

/** A box as a row; some of its works may stand first in another box. */
export function boxRow({ box, rollup, planned }: BoxRow, t: Messages): RollupRow {
  const repeats = rollup.works - rollup.first
  const note = planned === 0 ? t.chains.boxNoWorks : repeats > 0 ? fill(t.chains.boxRepeats, { count: repeats }) : undefined
  return {
    key: box.id,
    name: (
      <a href={`/sectors/${box.sector}/${box.id}`}>
        {box.id} <span lang="zh-CN">{box.title}</span>
      </a>
    ),
    note,
    rollup,
    filter: `box=${box.id}`,
  }
}
