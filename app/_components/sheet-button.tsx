import type { ReactNode } from 'react'
import type { Messages } from '../../domain/messages'

type Props = { text: string; title: string; t: Messages; children: ReactNode }

/** A small form that opens under its row, across the panel; Esc closes it and what was typed stays (shortcuts.tsx). */
export function SheetButton({ text, title, t, children }: Props) {
  return (
    <details className="account" data-closes="">
      <summary className="button sheet-button">{text}</summary>
      <div className="account-sheet">
        <div className="account-head">
          {title}
          <span aria-hidden="true">{t.common.closeWithEsc}</span>
        </div>
        {children}
      </div>
    </details>
  )
}
