'use client'

import { useRef } from 'react'
import { WordsField } from '../_components/form'
import { useForm } from '../_components/form-context'
import { Kbd } from '../_components/kbd'

type Props = { label: string; hint: string; name: string; templates: readonly string[] }

/** Why it goes back; a template fills it and may be changed. */
export function ReasonField({ label, hint, name, templates }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const put = (text: string) => {
    const area = frame.current?.querySelector('textarea')
    if (!area) return
    area.value = text
    area.focus()
  }
  return (
    <div ref={frame} className="reason">
      <WordsField name="reason" label={label} unit={hint} optional maxLength={500} rows={2} />
      <fieldset className="chips reason-templates" aria-label={name}>
        {templates.map((text) => (
          <button key={text} type="button" className="chip" onClick={() => put(text)}>
            {text}
          </button>
        ))}
      </fieldset>
    </div>
  )
}

/** Pressed without a reason it goes to where one is written. */
export function ReturnButton({ children }: { children: string }) {
  const { busy } = useForm()
  return (
    <button
      type="submit"
      name="step"
      value="return"
      className="button button-late"
      data-key="r"
      aria-disabled={busy || undefined}
      onClick={(event) => {
        const area = event.currentTarget.form?.querySelector('textarea')
        if (area?.value.trim() !== '') return
        event.preventDefault()
        area.focus()
      }}
    >
      {children}
      <Kbd>r</Kbd>
    </button>
  )
}
