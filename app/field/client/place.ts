import { useEffect, useState } from 'react'

/** Where one is in the shell: behind the `#`, so that one static document answers for all of it. */
export type Place = { at: 'works' | 'outbox' } | { at: 'work'; round: number; code: string } | { at: 'visit'; id: string }

export const workAddress = (round: number, code: string): string => `#/work/${round}/${code}`
export const visitAddress = (id: string): string => `#/visit/${id}`
export const outboxAddress = '#/outbox'
export const worksAddress = '#/'

function placeOf(hash: string): Place {
  const [, first = '', second = '', third = ''] = hash.split('/')
  if (first === 'outbox') return { at: 'outbox' }
  if (first === 'work' && third) return { at: 'work', round: Number(second), code: third }
  if (first === 'visit' && second) return { at: 'visit', id: second }
  return { at: 'works' }
}

export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    // A new page is read from its beginning, by eyes and by a screen reader.
    const moved = () => {
      setHash(location.hash)
      window.scrollTo(0, 0)
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
    }
    window.addEventListener('hashchange', moved)
    return () => window.removeEventListener('hashchange', moved)
  }, [])
  return placeOf(hash)
}

export const go = (address: string): void => {
  location.hash = address
}
