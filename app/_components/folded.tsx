import type { ReactNode } from 'react'

type Props<Row> = { rows: readonly Row[]; most: number; more: string; children: (rows: readonly Row[]) => ReactNode }

/** A long list of a page: its first rows stand there, the others open beneath; all of them are printed. */
export function Folded<Row>({ rows, most, more, children }: Props<Row>) {
  if (rows.length <= most) return children(rows)
  return (
    <>
      {children(rows.slice(0, most))}
      <details className="folded">
        <summary>{more}</summary>
        {children(rows.slice(most))}
      </details>
    </>
  )
}
