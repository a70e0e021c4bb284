'use client'

import { useState } from 'react'
import { isDay } from '../../domain/calendar'
import type { CensusColumn } from '../../domain/census'
import { type CensusTexts, sameCell } from '../../domain/census-standing'
import { newUnitKind } from '../../domain/unit'
import { DayField, NumberField, Select, TextField } from '../_components/form'
import { FormProvider, useForm } from '../_components/form-context'
import type { FormState } from '../_lib/form-state'
import type { CensusWords } from './words'

/** How the row stands in the library; `waiting` = a total handed in and not yet approved, 万元. */
export type Standing = { version: number; texts: CensusTexts; suggestion: string | null; waiting: string | null }
type Given = Partial<CensusTexts>
type Props = { now: Standing; given: Given; wrong: Record<string, string> | undefined; words: CensusWords }

/** The seven cells; a pasted row shows what is wrong with it before it was ever sent. */
export function Cells({ now, given, wrong, words }: Props) {
  const form = useForm()
  const state = form.state.status === 'idle' && wrong ? seeded(wrong, given) : form.state
  const typed = state.status === 'refused' ? state.values : given
  const cell = (name: CensusColumn) => ({
    name,
    label: words.columns[name],
    optional: true,
    defaultValue: given[name] || now.texts[name],
    hint: standingHint(name, typed[name], now.texts, words),
  })
  const { stage, chain } = now.texts
  const open = now.suggestion ? words.suggested.replace('{chain}', words.chains[now.suggestion] ?? '') : words.chainOpen
  const moves = words.moves[stage] ?? []
  const chains = Object.entries(words.chains).map(([value, text]) => ({ value, text }))
  return (
    <FormProvider value={{ state, busy: form.busy }}>
      <UnitCell {...cell('owner')} as="owner" stands={now.texts.owner} words={words} />
      <UnitCell {...cell('responsible')} as="responsible" stands={now.texts.responsible} words={words} />
      <Choose
        {...cell('stage')}
        stands={stage}
        text={words.stages[stage as keyof typeof words.stages]}
        options={moves}
        given={typed.stage}
      />
      <Choose {...cell('chain')} stands={chain} text={chain ? words.chains[chain] : open} options={chains} given={typed.chain} />
      <NumberField {...cell('totalYuan')} unit={words.wan} hint={totalHint(cell('totalYuan').hint, now.waiting, words)} />
      <TextField {...cell('totalDocument')} maxLength={200} placeholder={words.documentShort} />
      <DayCell {...cell('completedOn')} max={words.today} />
    </FormProvider>
  )
}

const seeded = (fields: Record<string, string>, values: Given): FormState => ({
  status: 'refused',
  message: '',
  fields,
  values: values as Record<string, string>,
  current: null,
})

/** What would be written over is said under the cell. */
function standingHint(name: CensusColumn, typed: string | undefined, texts: CensusTexts, words: CensusWords): string | undefined {
  const nothing = texts[name] === '' || texts[name] === 'unknown'
  if (!typed || nothing || sameCell(name, typed, texts[name])) return undefined
  const value =
    (name === 'stage' && words.stages[texts.stage as keyof typeof words.stages]) || (name === 'chain' && words.chains[texts.chain])
  return words.standing.replace('{value}', value || texts[name])
}

const totalHint = (hint: string | undefined, waiting: string | null, words: CensusWords): string | undefined =>
  [waiting ? words.waiting.replace('{figure}', waiting) : null, hint].filter(Boolean).join(' · ') || undefined

type CellProps = { name: CensusColumn; label: string; optional: boolean; defaultValue: string; hint: string | undefined }

/** A name the library does not know is said to be new before it is saved: a slip of the pen would found a unit. */
function UnitCell({ as, stands, words, ...cell }: CellProps & { as: 'owner' | 'responsible'; stands: string; words: CensusWords }) {
  const [typed, type] = useState<string | null>(null)
  const name = (typed ?? cell.defaultValue).trim()
  const isNew = name !== '' && name !== stands && !words.units.includes(name)
  const kind = isNew ? words.newUnit.replace('{kind}', words.kinds[newUnitKind(name, as)]) : undefined
  const hint = [kind, cell.hint].filter(Boolean).join(' · ') || undefined
  return <TextField {...cell} hint={hint} list="units" maxLength={80} autoComplete="off" onChange={(event) => type(event.target.value)} />
}

type ChooseProps = CellProps & {
  stands: string
  text: string | undefined
  options: readonly { value: string; text: string }[]
  given: string | undefined
}

/** The empty answer is how it stands: choosing nothing changes nothing. */
function Choose({ stands, text, options, given, ...cell }: ChooseProps) {
  const chosen = given && given !== stands ? given : ''
  const others = options.filter(({ value }) => value !== stands)
  const strange = chosen !== '' && !others.some(({ value }) => value === chosen)
  const shown = strange ? [{ value: chosen, text: options.find(({ value }) => value === chosen)?.text ?? chosen }, ...others] : others
  const isOpen = stands === '' || stands === 'unknown'
  return (
    <div className={isOpen ? 'contents census-open' : 'contents'}>
      <Select {...cell} defaultValue={chosen} options={shown} empty={text ?? ''} />
    </div>
  )
}

/** A day that was pasted in no shape of a day stays to be read and mended. */
function DayCell(cell: CellProps & { max: string }) {
  const good = cell.defaultValue === '' || isDay(cell.defaultValue)
  return good ? <DayField {...cell} /> : <TextField {...cell} maxLength={40} />
}
