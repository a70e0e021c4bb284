'use client'

import { useState } from 'react'

type Props = { text: string; label: string; copied: string; failed: string; className?: string }

export function CopyButton({ text, label, copied, failed, className = 'button' }: Props) {
  const [said, say] = useState(label)
  return (
    <button type="button" className={className} aria-live="polite" onClick={async () => say((await copy(text)) ? copied : failed)}>
      {said}
    </button>
  )
}

/** The clipboard exists only behind https or on localhost; a county network often has neither. */
async function copy(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}
