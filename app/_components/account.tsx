import type { ReactNode } from 'react'
import { fill, type Messages } from '../../domain/messages'

type Props = {
  /** What is underlined and pressed. */
  figure: ReactNode
  /** Heads the account; made from `figure` where that is a text. */
  title?: string
  t: Messages
  links?: ReactNode
  /** Who said it, when, what it was before, what is missing: one line each. */
  children: ReactNode
}

/** “Where is this from?”: a dotted figure that opens its account under itself, across the panel it stands in. Esc closes (shortcuts.tsx). */
export function Account({ figure, title, t, links, children }: Props) {
  const head = title ?? (typeof figure === 'string' ? fill(t.common.whereFrom, { figure }) : t.common.details)
  return (
    <details className="account" data-closes="">
      <summary className="opens">{figure}</summary>
      <div className="account-sheet">
        <div className="account-head">
          {head}
          <span aria-hidden="true">{t.common.closeWithEsc}</span>
        </div>
        {children}
        {links ? <div className="account-links">{links}</div> : null}
      </div>
    </details>
  )
}

/** In a long list a figure leads to the page that has its account. */
export function OpensAt({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="opens" href={href}>
      {children}
    </a>
  )
}
