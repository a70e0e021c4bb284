import type { HistoryRow, projectHistory } from '../../../db/queries/project-history'
import type { Instant } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { canReadImports } from '../../../domain/policy'
import { projectHref } from '../../../domain/project-params'
import { ExportLinks } from '../../_components/export-links'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { changeWords } from './event-value'
import type { ProjectPageProps } from './view'

type Props = ProjectPageProps & { history: ReturnType<typeof projectHistory>; paged: boolean }

/** Everything that changed the work, straight from the event chain. */
export function HistoryPanel({ history: { rows, next }, paged, actor, head: { work }, chains, t }: Props) {
  const words = t.project
  const at = `/projects/${work.code}`
  return (
    <Panel
      title={words.historyTitle}
      note={words.historyNote}
      aside={rows.length > 0 ? <ExportLinks path={`${at}/history`} title={words.historyTitle} plain t={t} /> : null}
      id="history"
      flush
    >
      {rows.length > 0 ? (
        <Table caption={words.historyTitle} columns={columns(chains, canReadImports(actor), t)} rows={rows} keyOf={(row) => row.seq} />
      ) : null}
      <div className="panel-body flex gap-4">
        {rows.length === 0 ? <span className="soft">{words.historyNone}</span> : null}
        {paged ? <a href={projectHref(work.code, 'history', 'history')}>‹ {words.historyNewest}</a> : null}
        {next === null ? null : <a href={`${at}?before=${next}#history`}>{words.historyOlder} ›</a>}
      </div>
    </Panel>
  )
}

function columns(chains: Record<string, string>, opens: boolean, t: Messages): Column<HistoryRow>[] {
  const words = t.project
  const actions: Record<string, string> = t.audit.actions
  return [
    { key: 'seq', head: '', kind: 'code', cell: (row) => fill(words.historyNumber, { seq: row.seq }) },
    { key: 'at', head: t.audit.at, kind: 'code', cell: (row) => shanghaiMinute(row.at) },
    { key: 'action', head: t.audit.action, card: 'title', cell: (row) => actions[row.action] ?? row.action },
    { key: 'who', head: t.audit.actor, cell: (row) => (row.who ? fill(words.someone, row.who) : words.historySystem) },
    { key: 'what', head: `${t.audit.before} → ${t.audit.after}`, card: 'full', cell: what },
  ]

  function what(row: HistoryRow) {
    return (
      <>
        {row.imported ? <ImportedFrom imported={row.imported} opens={opens} t={t} /> : null}
        {changed(row)}
      </>
    )
  }

  function changed({ changes, erased }: HistoryRow) {
    if (erased) return <span className="soft">{words.historyErased}</span>
    const lines = changes.map((change) => changeWords(change, chains, t))
    if (lines.length <= 4) return <span className="small wrap-anywhere">{lines.join(' · ')}</span>
    return (
      <details className="small wrap-anywhere">
        <summary className="opens inline">{fill(words.historyMore, { count: lines.length })}</summary>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </details>
    )
  }
}

type ImportedProps = { imported: NonNullable<HistoryRow['imported']>; opens: boolean; t: Messages }

/** The file, its sheet and its rows; whoever may read imports goes on to the import itself. */
function ImportedFrom({ imported, opens, t }: ImportedProps) {
  const { id, fileName, sheet, rows } = imported
  const text = fill(t.project.historyImported, { file: fileName, sheet, rows: rows.join(t.chains.listSeparator) })
  return <span className="small block wrap-anywhere">{opens ? <a href={`/imports/${id}`}>{text}</a> : text}</span>
}

/** `2025-09-05 17:02`, Shanghai time. */
const shanghaiMinute = (at: Instant): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
