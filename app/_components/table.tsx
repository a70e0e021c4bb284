import { type CSSProperties, createElement, type ReactNode } from 'react'
import { Still } from './still'

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
  /** Classes of this row's cell, where the whole cell is soft, good or late: one element less than a part of its own. */
  look?: (row: Row) => string | undefined
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
  const cells = bodyCells(columns)
  return (
    <table className="register" style={cardLabels(columns)}>
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>{columns.map((column) => headCell(column))}</tr>
      </thead>
      <Still as="tbody">
        {rows.map((row) =>
          // Spread, so that the cells of fifty rows need no keys of their own.
          createElement('tr', isSelected?.(row) ? { key: keyOf(row), 'aria-selected': true } : { key: keyOf(row) }, ...cells(row)),
        )}
      </Still>
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

function bodyCells<Row>(columns: Column<Row>[]): (row: Row) => ReactNode[] {
  const looks = columns.map((column) => classes(column))
  return (row) =>
    columns.map(({ cell, look }, index) => {
      const className = [looks[index], look?.(row)].filter(Boolean).join(' ')
      return createElement('td', className ? { className } : null, cell(row))
    })
}

/** What a phone's card writes above each value: said once a table, not once a cell (register.css). */
function cardLabels<Row>(columns: Column<Row>[]): CSSProperties {
  const labels = columns.map(({ head, unit, card, label }, index) => {
    const words = label ?? (typeof head === 'string' ? head : '')
    const shown = card === 'title' || card === 'top' || !words ? 'none' : JSON.stringify(unit ? `${words} ${unit}` : words)
    return [`--c${index + 1}`, shown]
  })
  return Object.fromEntries(labels)
}

function classes({ kind, wide, tight, card }: Pick<Column<never>, 'kind' | 'wide' | 'tight' | 'card'>): string | undefined {
  const names = [kind === 'figure' && 'n', kind === 'code' && 'code', wide && 'wide', tight && 'tight', card && `card-${card}`]
  return names.filter(Boolean).join(' ') || undefined
}
