import type { ReactNode } from 'react'
import { fill, type Messages } from '../../domain/messages'
import { FilterSelect, type Option } from './filter-select'

/** A filter as a link: pressed again it goes away. */
export function Chip({ href, on, count, children, t }: { href: string; on?: boolean; count?: number; children: string; t: Messages }) {
  return (
    <a
      href={href}
      className={on ? 'chip chip-on' : 'chip'}
      aria-current={on ? 'true' : undefined}
      title={on ? fill(t.common.clearFilter, { name: children }) : undefined}
    >
      {children}
      {count === undefined ? '' : ` ${count}`}
      {on ? <span aria-hidden="true"> ×</span> : null}
    </a>
  )
}

type ChoiceChipProps = { name: string; label: string; value?: string | null; options: readonly Option[]; t: Messages }

/** A filter with many values; stands in a GET form, which is sent as soon as one is chosen (quick-links.tsx). */
export function ChoiceChip({ t, ...choice }: ChoiceChipProps) {
  return <FilterSelect all={`${choice.label}${t.common.colon}${t.common.all}`} {...choice} />
}

export function Chips({ children }: { children: ReactNode }) {
  return <div className="chips">{children}</div>
}
