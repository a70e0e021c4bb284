'use client'

import { useEffect, useRef, useState } from 'react'
import { useField } from './form-context'

type Props = { name: string; all: string; none: string; error: string; field: string }

/**
 * Ticks every row of a page, or none, and says how many are ticked; stands in the form whose ticks it means, also those that only name the form.
 * `field` is the list as the refusal names it: nothing ticked is said here.
 */
export function Ticks({ name, all, none, error, field }: Props) {
  const { wrong } = useField(field, undefined, undefined)
  const place = useRef<HTMLSpanElement>(null)
  const [ticked, count] = useState(0)
  const boxes = () => {
    const elements = place.current?.closest('form')?.elements ?? []
    return [...elements].filter((box): box is HTMLInputElement => box instanceof HTMLInputElement && box.name === name)
  }
  useEffect(() => {
    const form = place.current?.closest('form')
    const recount = () =>
      count([...(form?.elements ?? [])].filter((box) => box instanceof HTMLInputElement && box.name === name && box.checked).length)
    // A reset takes the ticks away after its event.
    const later = () => setTimeout(recount, 0)
    document.addEventListener('change', recount)
    form?.addEventListener('reset', later)
    recount()
    return () => {
      document.removeEventListener('change', recount)
      form?.removeEventListener('reset', later)
    }
  }, [name])
  const tick = (on: boolean) => {
    for (const box of boxes()) box.checked = on
    count(on ? boxes().length : 0)
  }
  return (
    <span ref={place} className="ticks">
      <button type="button" className="button" onClick={() => tick(true)}>
        {all}
      </button>
      {ticked > 0 ? (
        <button type="button" className="button button-plain" onClick={() => tick(false)}>
          {none.replace('{count}', String(ticked))}
        </button>
      ) : null}
      {wrong && ticked === 0 ? <span className="wrong">{error}</span> : null}
    </span>
  )
}
