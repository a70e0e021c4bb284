import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  head: ReactNode
  /** Stands under the head: 万元, 亿元, %. */
  unit?: string
  /** Figures stand right, codes small. */
  kind?: 'figure' | 'code'
  /** Left out below 1100 px; still on a phone's card. */
  wide?: boolean
  /** Never broken into two lines, its head neither. */
  tight?: boolean
  /** How it stands on a phone's card: in its first line (code left, light right), as its title, a full line, or not at all. */
  card?: 'top' | 'title' | 'full' | 'hidden'
  /** What the card writes above the value; the head where that is a text. */
  label?: string
  sort?: { href: string; state: 'ascending' | 'descending' | 'none' }
  cell: (row: Row) => ReactNode
}

type Props<Row> = {
  /** Says what the table is; read by a screen reader. */
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
  isSelected?: (row: Row) => boolean
  /** A last line across the table: totals with their coverage. */
  foot?: ReactNode
}

/** The dense register; below 900 px each row is a card. */
export function Table<Row>({ caption, columns, rows, keyOf, isSelected, foot }: Props<Row>) {
  return (
    <table className="register">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>{columns.map((column) => headCell(column))}</tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} aria-selected={isSelected?.(row) || undefined}>
            {columns.map((column) => bodyCell(column, row))}
          </tr>
        ))}
      </tbody>
      {foot ? (
        <tfoot>
          <tr>
            <td className="card-full" colSpan={columns.length}>
              {foot}
            </td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

function headCell<Row>({ key, head, unit, kind, wide, tight, sort }: Column<Row>) {
  const text = sort ? (
    <a href={sort.href}>
      {head}
      {sort.state === 'none' ? '' : sort.state === 'ascending' ? ' ↑' : ' ↓'}
    </a>
  ) : (
    head
  )
  return (
    <th key={key} scope="col" className={classes({ kind, wide, tight })} aria-sort={sort?.state}>
      {text}
      {unit ? <small>{unit}</small> : null}
    </th>
  )
}

function bodyCell<Row>({ key, head, unit, kind, wide, tight, card, label, cell }: Column<Row>, row: Row) {
  const words = label ?? (typeof head === 'string' ? head : undefined)
  const shown = card === 'title' || card === 'top' ? undefined : unit && words ? `${words} ${unit}` : words
  return (
    <td key={key} className={classes({ kind, wide, tight, card })} data-label={shown || undefined}>
      {cell(row)}
    </td>
  )
}

function classes({ kind, wide, tight, card }: Pick<Column<never>, 'kind' | 'wide' | 'tight' | 'card'>): string | undefined {
  const names = [kind === 'figure' && 'n', kind === 'code' && 'code', wide && 'wide', tight && 'tight', card && `card-${card}`]
  return names.filter(Boolean).join(' ') || undefined
}
