import type { BoxRow } from '../../db/queries/sectors'
import { fill, type Messages } from '../../domain/messages'
import type { RollupRow } from './rollup-table'

/** A box as a row; where some of its works stand first in another box no filter of the list shows exactly these. */
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
    filter: repeats === 0 ? `box=${box.id}` : null,
  }
}
