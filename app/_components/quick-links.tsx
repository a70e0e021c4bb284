'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

/**
 * Plain `<a href>` and GET forms become navigations without a page load, so that a list of fifty rows needs no script of its own and
 * nothing is fetched ahead over a weak line. Without scripts they are links and forms. `data-full` and `download` are left alone.
 */
export function QuickLinks() {
  const router = useRouter()
  const [busy, start] = useTransition()
  useEffect(keepJumps, [])
  useEffect(() => {
    const go = (event: Event, address: string | null) => {
      if (!address) return
      event.preventDefault()
      start(() => router.push(address))
    }
    const click = (event: MouseEvent) => go(event, linkOf(event))
    const submit = (event: SubmitEvent) => go(event, addressOf(event))
    const change = ({ target }: Event) => (target as HTMLElement).closest<HTMLInputElement>('[data-sends]')?.form?.requestSubmit()
    document.addEventListener('click', click)
    document.addEventListener('submit', submit)
    document.addEventListener('change', change)
    return () => {
      document.removeEventListener('click', click)
      document.removeEventListener('submit', submit)
      document.removeEventListener('change', change)
    }
  }, [router])
  return busy ? <div className="busy-line" aria-hidden="true" /> : null
}

/** A jump within the page makes an entry that the router knows nothing of: it gets the page's own state, so that Back comes to the page again. */
function keepJumps() {
  const here = () => location.pathname + location.search
  let kept: { path: string; state: unknown } | null = null
  const remember = () => {
    if (history.state !== null) kept = { path: here(), state: history.state }
  }
  const mark = () => {
    if (history.state === null && kept?.path === here()) history.replaceState(kept.state, '')
  }
  document.addEventListener('click', remember, true)
  window.addEventListener('hashchange', mark)
  return () => {
    document.removeEventListener('click', remember, true)
    window.removeEventListener('hashchange', mark)
  }
}

function linkOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = (event.target as Element).closest('a')
  if (!link || link.target || link.hasAttribute('download') || link.dataset.full !== undefined) return null
  const { origin, pathname, search, hash } = link
  if (origin !== location.origin || pathname.startsWith('/api/')) return null
  // A place on this page is the browser's own business.
  if (hash && pathname === location.pathname && search === location.search) return null
  return pathname + search + hash
}

function addressOf(event: SubmitEvent): string | null {
  const form = event.target as HTMLFormElement
  if (event.defaultPrevented || form.method !== 'get' || form.dataset.full !== undefined) return null
  const chosen = [...new FormData(form, event.submitter)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  )
  const query = new URLSearchParams(chosen).toString()
  return new URL(form.getAttribute('action') || location.pathname, location.href).pathname + (query && `?${query}`)
}
