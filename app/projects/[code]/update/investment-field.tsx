'use client'

import { useState } from 'react'
import { formatWan, wanFieldText, yuanFromWan } from '../../../../domain/money'
import { Choice, Hidden, NumberField } from '../../../_components/form'

type Words = {
  label: string
  month: string
  year: string
  monthAside: string
  yearAside: string
  basis: string
  onlyYear: string
  unit: string
}
type Props = { basis: string; typed: string; beforeYuan: number | null; hint: string; words: Words }

/** Typed as this month's or as this year's; the other one is shown at once. Switching converts what is typed. */
export function InvestmentField({ basis, typed, beforeYuan, hint, words }: Props) {
  const [by, setBy] = useState(beforeYuan === null ? 'year' : basis)
  const [text, setText] = useState(typed)
  const yuan = yuanFromWan(text)
  const turn = (next: string) => {
    if (yuan !== null && beforeYuan !== null && next !== by) setText(wanFieldText(next === 'year' ? yuan + beforeYuan : yuan - beforeYuan))
    setBy(next)
  }
  return (
    <div className="investment">
      {beforeYuan === null ? (
        <Hidden name="investmentBasis" value="year" />
      ) : (
        <Choice
          name="investmentBasis"
          label={words.basis}
          options={[
            { value: 'month', text: words.month },
            { value: 'year', text: words.year },
          ]}
          defaultValue={by}
          onChange={turn}
        />
      )}
      <NumberField
        key={by}
        name="investment"
        label={words.label.replace('{basis}', by === 'month' ? words.month : words.year)}
        unit={words.unit}
        hint={beforeYuan === null ? words.onlyYear : hint}
        defaultValue={text}
        onChange={(event) => setText(event.target.value)}
        aside={other(by, yuan, beforeYuan, words)}
        optional
      />
    </div>
  )
}

function other(by: string, yuan: number | null, beforeYuan: number | null, words: Words): string | undefined {
  if (beforeYuan === null) return undefined
  if (by === 'month') return words.yearAside.replace('{figure}', formatWan(yuan === null ? beforeYuan : beforeYuan + yuan))
  return yuan === null ? undefined : words.monthAside.replace('{figure}', formatWan(yuan - beforeYuan))
}
