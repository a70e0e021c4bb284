import type { LevelCount } from '../../db/queries/register-applications'
import { addressQuery } from '../../domain/address'
import type { Messages } from '../../domain/messages'
import { registerResults } from '../../domain/registers'
import type { ApplicationParams } from '../../domain/registers-params'
import { type Column, Table } from '../_components/table'

type Props = { counts: readonly LevelCount[]; filter: Omit<ApplicationParams, 'page'>; t: Messages }

/** How many were put forward a level and what came of them; each number opens its entries. */
export function CountsTable({ counts, filter, t }: Props) {
  const words = t.registers
  const to = (change: Partial<ApplicationParams>) => `/registers${addressQuery({ ...filter, level: null, result: null, ...change })}`
  const number = (rows: number, href: string) => (rows > 0 ? <a href={href}>{rows}</a> : '0')
  const columns: Column<LevelCount>[] = [
    { key: 'level', head: words.level, card: 'title', cell: ({ level }) => words.levels[level] },
    { key: 'all', head: words.submittedAll, kind: 'figure', cell: ({ level, all }) => number(all, to({ level })) },
    ...registerResults.map((result): Column<LevelCount> => {
      return {
        key: result,
        head: words.results[result],
        kind: 'figure',
        cell: (row) => number(row[result], to({ level: row.level, result })),
      }
    }),
  ]
  return <Table caption={words.countsCaption} columns={columns} rows={counts} keyOf={({ level }) => level} />
}
