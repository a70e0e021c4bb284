'use client'

import { type ReactNode, useState } from 'react'

type Props = { shown: number; most: number; add: string; rows: readonly ReactNode[] }

/** Rows of a form, some of them kept back until they are asked for; an empty row does not count. */
export function WrittenRows({ shown: first, most, add, rows }: Props) {
  const [shown, show] = useState(first)
  return (
    <>
      {rows.slice(0, shown)}
      {shown < most ? (
        <button type="button" className="button justify-self-start" onClick={() => show(shown + 1)}>
          ＋ {add}
        </button>
      ) : null}
    </>
  )
}
