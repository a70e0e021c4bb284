import type { ApplicationItem } from '../../db/queries/register-applications'
import { fill, type Messages } from '../../domain/messages'
import { DayAndDocument, ResultMark } from '../_components/outcome'
import { SheetButton } from '../_components/sheet-button'
import { type Column, Table } from '../_components/table'
import { ChangeForm } from './change-form'

type Props = { rows: readonly ApplicationItem[]; t: Messages }

/** One entry a row; the bureau changes it in place. */
export function ApplicationsTable({ rows, t }: Props) {
  return <Table caption={t.registers.applications} columns={columnsOf(rows, t)} rows={rows} keyOf={({ id }) => id} />
}

function columnsOf(rows: readonly ApplicationItem[], t: Messages): Column<ApplicationItem>[] {
  const words = t.registers
  const act: Column<ApplicationItem> = { key: 'act', head: '', card: 'full', cell: (row) => <Change row={row} t={t} /> }
  return [
    { key: 'level', head: words.level, card: 'top', tight: true, cell: ({ level }) => words.levels[level] },
    { key: 'work', head: words.work, card: 'title', cell: workOf },
    { key: 'list', head: words.list, cell: listOf },
    { key: 'year', head: words.year, kind: 'figure', cell: ({ year }) => year },
    {
      key: 'submitted',
      head: words.submitted,
      cell: (row) => <DayAndDocument on={row.submittedOn} document={row.documentNo} none="" noDocument={words.noDocument} />,
    },
    { key: 'result', head: words.result, card: 'top', tight: true, cell: ({ result }) => <ResultMark result={result} t={t} /> },
    {
      key: 'detail',
      head: words.resultDetail,
      cell: (row) => (
        <DayAndDocument on={row.resultOn} document={row.resultDocument} none={words.noResultYet} noDocument={words.noDocument} />
      ),
    },
    ...(rows.some(({ mayChange }) => mayChange) ? [act] : []),
  ]
}

const workOf = ({ code, work }: ApplicationItem) => (
  <>
    <a href={`/projects/${code}`} lang="zh-CN">
      {work}
    </a>{' '}
    <span className="soft small">{code}</span>
  </>
)

const listOf = ({ listName, remark }: ApplicationItem) => (
  <span lang="zh-CN">
    {listName}
    {remark ? <span className="soft small block">{remark}</span> : null}
  </span>
)

function Change({ row, t }: { row: ApplicationItem; t: Messages }) {
  if (!row.mayChange) return null
  return (
    <SheetButton text={t.registers.change} title={fill(t.registers.changeTitle, { work: row.work })} t={t}>
      <ChangeForm row={row} t={t} />
    </SheetButton>
  )
}
