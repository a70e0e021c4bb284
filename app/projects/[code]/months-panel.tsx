import type { UpdateRow } from '../../../db/queries/update-facts'
import type { MonthReport } from '../../../domain/duty'
import { fill } from '../../../domain/messages'
import { type MonthLine, monthLines } from '../../../domain/project-months'
import { projectHref } from '../../../domain/project-params'
import { ExportLinks } from '../../_components/export-links'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { AmountCell, BeforeAfterCell, DecidedCell, MonthCell, type MonthRow, StateCell, StepCell, SubmittedCell } from './month-cells'
import type { ProjectPageProps } from './view'

type Props = ProjectPageProps & { reports: readonly MonthReport[]; all: boolean }

const fewRows = 12

/** Every month that was told or was due, latest first; each submission on its own line, what it changed and who decided. */
export function MonthsPanel({ reports, all, ...view }: Props) {
  const { head, record, t } = view
  const words = t.project
  const rows = monthRows(record.updates, reports)
  if (rows.length === 0) {
    return (
      <Panel title={words.months}>
        <p className="soft">{words.monthsNone}</p>
      </Panel>
    )
  }
  const at = `/projects/${head.work.code}`
  const more = all ? (
    <a href={projectHref(head.work.code, 'months', 'months')}>{words.monthsRecent}</a>
  ) : (
    <a href={`${at}?months=all#months`}>{fill(words.monthsAll, { count: rows.length })}</a>
  )
  return (
    <Panel
      title={words.months}
      note={words.monthsNote}
      aside={
        <span className="flex flex-wrap gap-4 no-print">
          {rows.length > fewRows ? more : null}
          <ExportLinks path={`${at}/months`} title={words.months} plain t={t} />
        </span>
      }
      id="months"
      flush
    >
      <Table caption={words.months} columns={columns(view)} rows={all ? rows : rows.slice(0, fewRows)} keyOf={keyOf} />
    </Panel>
  )
}

/** Every try of every month. */
export function monthRows(updates: readonly UpdateRow[], reports: readonly MonthReport[]): MonthRow[] {
  const monthly = updates.filter((update) => update.kind === 'monthly')
  return monthLines(monthly, reports).flatMap(rowsOf)
}

const rowsOf = (line: MonthLine<UpdateRow>): MonthRow[] =>
  line.tries.length === 0
    ? [{ line, attempt: null, first: true }]
    : line.tries.map((attempt, index) => ({ line, attempt, first: index === 0 }))

const keyOf = ({ line, attempt }: MonthRow): string => `${line.month} ${attempt?.update.id ?? ''}`

function columns({ record: { people }, t }: ProjectPageProps): Column<MonthRow>[] {
  const words = t.project
  const wan = t.common.wan
  return [
    { key: 'month', head: words.month, card: 'title', cell: (row) => <MonthCell row={row} t={t} /> },
    { key: 'state', head: words.state, cell: (row) => <StateCell row={row} t={t} /> },
    { key: 'toDate', head: words.yearToDate, unit: wan, kind: 'figure', cell: (row) => <BeforeAfterCell row={row} t={t} /> },
    { key: 'amount', head: words.amount, unit: wan, kind: 'figure', cell: (row) => <AmountCell row={row} t={t} /> },
    { key: 'step', head: words.step, cell: (row) => <StepCell row={row} /> },
    { key: 'who', head: words.who, cell: (row) => <SubmittedCell row={row} people={people} t={t} /> },
    { key: 'decided', head: words.decided, cell: (row) => <DecidedCell row={row} people={people} t={t} /> },
  ]
}
