'use client'

import { useState } from 'react'
import type { CensusGridRow } from '../../db/queries/census'
import type { CensusState } from '../../domain/census'
import { type CensusTexts, censusAfter, censusTexts } from '../../domain/census-standing'
import { wanFieldText } from '../../domain/money'
import { ActionForm, Hidden, Submit } from '../_components/form'
import type { FormAction, FormState } from '../_lib/form-state'
import { Cells, type Standing } from './cells'
import type { CensusWords, PreviewRow } from './words'

type Props = { row: CensusGridRow; pasted?: PreviewRow; save: FormAction; words: CensusWords; onSaved?: () => void }

/** One work of the grid, saved by itself: then it says so and stands on its new version; the rows around it stay as typed. */
export function CensusRow({ row, pasted, save, words, onSaved }: Props) {
  const [kept, keep] = useState<Standing>(() => standingOf(row))
  const [given, give] = useState<Partial<CensusTexts>>(pasted?.values ?? {})
  const [isSaved, markSaved] = useState(false)
  const now = row.version > kept.version ? standingOf(row) : kept
  const wrong = pasted && Object.keys(pasted.wrong).length > 0 ? pasted.wrong : undefined
  const isGood = pasted !== undefined && !wrong && pasted.note === null

  const answered = (state: FormState, typed: FormData) => {
    const newer = state.status === 'refused' ? newerIn(state.current) : null
    if (newer) keep({ ...now, version: newer.version, texts: censusTexts(newer) })
    if (state.status !== 'saved') return
    keep(after(now, typed, state.result as Result))
    give({})
    markSaved(true)
    onSaved?.()
    goOn()
  }
  const look = ['census-row', isSaved && 'census-saved', isGood && 'census-good'].filter(Boolean).join(' ')
  const name = words.row.replace('{code}', row.code).replace('{name}', row.name)
  return (
    <ActionForm action={save} onAnswer={answered} className={look} aria-label={name}>
      <Hidden name="code" value={row.code} />
      <Hidden name="version" value={now.version} />
      <Name row={row} pasted={pasted} words={words} />
      <Cells now={now} given={given} wrong={isSaved ? undefined : wrong} words={words} />
      <span className="census-save">
        <Submit look="plain">{words.save}</Submit>
      </span>
    </ActionForm>
  )
}

function Name({ row, pasted, words }: { row: CensusGridRow; pasted: PreviewRow | undefined; words: CensusWords }) {
  return (
    <span className="census-name">
      <a href={`/projects/${row.code}`} lang="zh-CN">
        {row.name}
      </a>
      <span className="soft small">{[row.code, ...row.sources].join(' · ')}</span>
      {pasted?.note ? (
        <span className="wrong">
          {words.paste.check}
          {pasted.note}
        </span>
      ) : null}
    </span>
  )
}

type Result = { version: number; totalWaits: boolean }

function after(before: Standing, typed: FormData, { version, totalWaits }: Result): Standing {
  const cells = Object.fromEntries([...typed].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const texts = censusAfter(before.texts, cells, totalWaits)
  return { version, texts, suggestion: before.suggestion, waiting: totalWaits ? (cells.totalYuan ?? null) : before.waiting }
}

const standingOf = (row: CensusGridRow): Standing => ({
  version: row.version,
  texts: censusTexts(row),
  suggestion: row.suggestion,
  waiting: row.waitingYuan === null ? null : wanFieldText(row.waitingYuan),
})

function newerIn(current: unknown): (CensusState & { version: number }) | null {
  const isRow = typeof current === 'object' && current !== null && 'version' in current && 'owner' in current
  return isRow ? (current as CensusState & { version: number }) : null
}

/** Saved from within a cell: on to the same cell of the next row. */
function goOn(): void {
  const cell = document.activeElement
  if (!(cell instanceof HTMLInputElement || cell instanceof HTMLSelectElement)) return
  nextCell(cell, 'nextElementSibling')?.focus()
}

export function nextCell(cell: HTMLInputElement | HTMLSelectElement, way: 'nextElementSibling' | 'previousElementSibling') {
  return cell.closest('li')?.[way]?.querySelector<HTMLElement>(`[name="${CSS.escape(cell.name)}"]`)
}
