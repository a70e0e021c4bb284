import type { ReactNode } from 'react'

/** The head of a form that is filled on a phone: the way back, what it is, and whether it is kept. */
export function FormTop({ back, backText, title, children }: { back: string; backText: string; title: string; children?: ReactNode }) {
  return (
    <div className="form-top">
      <a href={back}>‹ {backText}</a>
      <h1>{title}</h1>
      {children}
    </div>
  )
}
