'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { nextCell } from './row'
import type { CensusWords } from './words'

const heads = ['work', 'owner', 'responsible', 'stage', 'chain', 'totalYuan', 'totalDocument', 'completedOn'] as const

/** The heads stand once; each cell carries its own name for a screen reader and on a phone. Ctrl and an arrow go a row up or down. */
export function Rows({ words, label, children }: { words: CensusWords; label: string; children: ReactNode }) {
  return (
    <div className="census">
      <div className="census-row census-heads" aria-hidden="true">
        {heads.map((head) => (
          <span key={head}>
            {words.columns[head]}
            {head === 'totalYuan' ? <small> {words.wan}</small> : null}
          </span>
        ))}
        <span />
      </div>
      <ol aria-label={label} onKeyDown={move}>
        {children}
      </ol>
    </div>
  )
}

function move(event: KeyboardEvent): void {
  const cell = event.target
  if (!(event.ctrlKey || event.metaKey) || !(cell instanceof HTMLInputElement || cell instanceof HTMLSelectElement)) return
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  nextCell(cell, event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling')?.focus()
}
