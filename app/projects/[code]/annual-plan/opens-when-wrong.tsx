'use client'

import type { ReactNode } from 'react'
import { useForm } from '../../../_components/form-context'

type Props = { summary: string; open: boolean; fields: string; children: ReactNode }

/** A part of a form behind a disclosure: it opens by itself where one of its fields was refused. */
export function OpensWhenWrong({ summary, open, fields, children }: Props) {
  const { state } = useForm()
  const wrong = state.status === 'refused' && Object.keys(state.fields).some((name) => name.startsWith(fields))
  return (
    <details open={open || wrong || undefined}>
      <summary className="opens">{summary}</summary>
      {children}
    </details>
  )
}
