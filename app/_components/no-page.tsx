import type { ReactNode } from 'react'

/** A page that cannot be shown: what happened, what to do, and a way out. */
export function NoPage({ title, text, home, children }: { title: string; text: string; home: string; children?: ReactNode }) {
  return (
    <div className="page page-narrow">
      <h1>{title}</h1>
      <p className="my-4">{text}</p>
      <div className="page-actions">
        {children}
        <a className="button" href="/">
          {home}
        </a>
      </div>
    </div>
  )
}
