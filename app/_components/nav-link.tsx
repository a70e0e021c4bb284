'use client'

import { usePathname } from 'next/navigation'

/** A link of the main navigation that knows whether one is there. */
export function NavLink({ href, children }: { href: string; children: string }) {
  const path = usePathname()
  const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
  return (
    <a href={href} aria-current={here ? 'page' : undefined}>
      {children}
    </a>
  )
}
