import { addressQuery } from '../../domain/address'
import type { Messages } from '../../domain/messages'
import { ExportLinks } from './export-links'
import { Panel } from './panel'

type Named = keyof Messages['exports']['sheets']['tables']
/** `filter` = what of the page's address holds for the files too. */
type Props = { path: string; tables: readonly Named[]; filter?: Record<string, string | number | null | undefined>; t: Messages }

/** The tables of a page that has several, each as a file of its own. */
export function TableFiles({ path, tables, filter = {}, t }: Props) {
  const words = t.exports
  return (
    <Panel title={words.tablesTitle}>
      <ul className="table-files">
        {tables.map((table) => (
          <li key={table}>
            <span>{words.sheets.tables[table]}</span>
            <ExportLinks path={path} query={addressQuery({ ...filter, table })} title={words.sheets.tables[table]} t={t} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
