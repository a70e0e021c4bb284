'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks again how far the work has come, as long as the page is open. */
export function Refresher({ everyMs }: { everyMs: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router, everyMs])
  return null
}
