'use client'

import { useField } from '../../../_components/form-context'

/** What is wrong with a list as a whole, which no single field can say. */
export function NothingSaid({ field, text }: { field: string; text: string }) {
  const { wrong } = useField(field, undefined, undefined)
  return wrong ? <span className="wrong">{text}</span> : null
}
