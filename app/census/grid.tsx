'use client'

import type { CensusGridRow } from '../../db/queries/census'
import type { FormAction } from '../_lib/form-state'
import { CensusRow } from './row'
import { Rows } from './rows'
import type { CensusWords } from './words'

export function CensusGrid({ rows, save, words }: { rows: readonly CensusGridRow[]; save: FormAction; words: CensusWords }) {
  return (
    <Rows words={words} label={words.rows}>
      {rows.map((row) => (
        <li key={row.code}>
          <CensusRow row={row} save={save} words={words} />
        </li>
      ))}
    </Rows>
  )
}
