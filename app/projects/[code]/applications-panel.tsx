import type { ApplicationItem } from '../../../db/queries/register-applications'
import type { Messages } from '../../../domain/messages'
import { DayAndDocument, ResultMark } from '../../_components/outcome'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'

type Props = { code: string; applications: readonly ApplicationItem[]; keeps: boolean; reads: boolean; t: Messages }

/** 项目笼子: which lists above the county the work was put forward for. `reads` = the reader may open the register itself. */
export function ApplicationsPanel({ code, applications, keeps, reads, t }: Props) {
  const words = t.registers
  const aside = (
    <span className="small">
      {reads && applications.length > 0 ? <a href={`/registers?project=${code}`}>{words.panelAll}</a> : null}
      {keeps ? (
        <>
          {' '}
          <a href={`/registers/new?project=${code}`}>{words.panelAdd}</a>
        </>
      ) : null}
    </span>
  )
  if (applications.length === 0) {
    return (
      <Panel title={words.applications} aside={aside} id="applications">
        <p className="soft">{words.panelNone}</p>
      </Panel>
    )
  }
  return (
    <Panel title={words.applications} note={words.panelNote} aside={aside} id="applications" flush>
      <Table caption={words.applications} columns={columnsOf(t)} rows={applications} keyOf={({ id }) => id} />
    </Panel>
  )
}

function columnsOf(t: Messages): Column<ApplicationItem>[] {
  const words = t.registers
  return [
    { key: 'level', head: words.level, card: 'top', tight: true, cell: ({ level }) => words.levels[level] },
    { key: 'list', head: words.list, card: 'title', cell: ({ listName }) => <span lang="zh-CN">{listName}</span> },
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
  ]
}
