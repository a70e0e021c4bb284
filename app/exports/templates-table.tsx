import type { Template } from '../../db/queries/export-templates'
import { fill, type Messages } from '../../domain/messages'
import { type Column, Table } from '../_components/table'

type Props = { rows: readonly Template[]; query: string; year: number; keeps: boolean; t: Messages }

/** Each column set with its heads, as Excel and as CSV. */
export function TemplatesTable(props: Props) {
  return <Table caption={props.t.exports.templatesTitle} columns={columnsOf(props)} rows={props.rows} keyOf={({ code }) => code} />
}

function columnsOf({ query, year, keeps, t }: Props): Column<Template>[] {
  const words = t.exports
  const change: Column<Template> = {
    key: 'change',
    head: <span className="sr">{words.change}</span>,
    card: 'full',
    cell: ({ code, name }) => (
      <a href={`/exports?edit=${code}#edit`} aria-label={`${words.change} ${name}`}>
        {words.change}
      </a>
    ),
  }
  return [
    { key: 'name', head: words.template, card: 'title', cell: (row) => <Name row={row} t={t} /> },
    { key: 'columns', head: words.columns, card: 'full', cell: (row) => <Heads row={row} year={year} t={t} /> },
    { key: 'file', head: words.file, card: 'full', cell: ({ code, name }) => <Files code={code} name={name} query={query} t={t} /> },
    ...(keeps ? [change] : []),
  ]
}

const Name = ({ row, t }: { row: Template; t: Messages }) => (
  <>
    <span lang="zh-CN">{row.name}</span>
    {row.unconfirmed ? <span className="slow small block">{t.exports.unconfirmed}</span> : null}
  </>
)

function Heads({ row: { columns }, year, t }: { row: Template; year: number; t: Messages }) {
  const words = t.exports
  const heads = columns.map(
    ({ field, head, unit }) => (head || fill(words.fields[field], { year })) + (unit ? `（${words.units[unit]}）` : ''),
  )
  return (
    <>
      <span className="soft small block">{fill(words.columnCount, { count: columns.length })}</span>
      <span className="small" lang="zh-CN">
        {heads.join('、')}
      </span>
    </>
  )
}

function Files({ code, name, query, t }: { code: string; name: string; query: string; t: Messages }) {
  const file = `/exports/${code}/file${query}`
  return (
    <span className="export-links">
      <a className="button" href={file} data-full="" aria-label={`${t.exports.link} ${name}`}>
        Excel
      </a>
      <a
        className="button"
        href={`${file}${query === '' ? '?' : '&'}format=csv`}
        data-full=""
        aria-label={fill(t.exports.linkName, { title: name })}
      >
        {t.exports.linkCsv}
      </a>
    </span>
  )
}
