'use client'

import { useEffect } from 'react'

/**
 * The keyboard of the whole house in one listener: Esc and a click elsewhere close what is open (`data-closes`), `/` goes to the search box
 * (`data-search`), and a single letter presses the control that carries it (`data-key`) unless somebody is typing.
 */
export function Shortcuts() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') closeOpen(true)
      else if (isFree(event)) pressKey(event)
    }
    const click = (event: MouseEvent) => closeOpen(false, event.target as Node)
    document.addEventListener('keydown', press)
    document.addEventListener('click', click)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('click', click)
    }
  }, [])
  return null
}

function closeOpen(refocus: boolean, keep?: Node) {
  for (const open of document.querySelectorAll<HTMLDetailsElement>('details[data-closes][open]')) {
    if (keep && open.contains(keep) && !(keep as Element).closest('a')) continue
    open.open = false
    if (refocus) open.querySelector('summary')?.focus()
  }
}

function isFree(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement
  const typing = target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]')
  return !typing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && event.key.length === 1
}

function pressKey(event: KeyboardEvent) {
  const target =
    event.key === '/'
      ? (visible('main [data-search]') ?? visible('[data-search]'))
      : visible(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)
  if (!target) return
  event.preventDefault()
  if (event.key === '/') target.focus()
  else target.click()
}

function visible(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.getClientRects().length > 0)
}
