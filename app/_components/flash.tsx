'use client'

import { usePathname } from 'next/navigation'
import { useState } from 'react'

/** What the last action did, said on the page it led to; gone with the next one. */
export function Flash({ message, close }: { message: string; close: string }) {
  const path = usePathname()
  const [at] = useState(path)
  const [shown, show] = useState(true)
  if (!shown || at !== path) return null
  return (
    <div className="said said-good flash" role="status">
      {message}
      <button type="button" className="small" onClick={() => show(false)}>
        {close}
      </button>
    </div>
  )
}
