import type { RuleVersion, RuleView } from '../../../db/queries/rule-desk'
import { fill, type Messages } from '../../../domain/messages'
import { Badge } from '../../_components/badge'
import { ExportLinks } from '../../_components/export-links'
import { Panel } from '../../_components/panel'
import { Table } from '../../_components/table'
import { minuteWords } from '../../_lib/instant'
import { DocumentWords } from '../document-words'

/** Every version that was ever submitted; the one in force says so. */
export function VersionsPanel({ view: { kind, versions, inForce }, t }: { view: RuleView; t: Messages }) {
  const words = t.rules
  const exports = <ExportLinks path={`/rules/${kind}`} title={words.versions} t={t} />
  return (
    <Panel title={words.versions} note={words.versionsNote} aside={exports} flush>
      <Table
        caption={words.versions}
        rows={versions}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'version',
            head: words.versions,
            card: 'title',
            tight: true,
            cell: (row) => (
              <>
                {fill(words.version, { version: row.version })} {row.version === inForce.version ? <Badge>{words.inForce}</Badge> : null}
              </>
            ),
          },
          { key: 'since', head: words.columns.since, tight: true, cell: ({ effectiveFrom }) => effectiveFrom },
          { key: 'document', head: words.columns.document, cell: ({ document }) => <DocumentWords document={document} t={t} /> },
          { key: 'reason', head: words.reason, card: 'full', cell: ({ reason }) => <span lang="zh-CN">{reason ?? '—'}</span> },
          { key: 'state', head: words.columns.state, card: 'full', cell: (row) => <Account row={row} t={t} /> },
        ]}
      />
    </Panel>
  )
}

function Account({ row, t }: { row: RuleVersion; t: Messages }) {
  const words = t.rules
  if (row.status === null) return <span className="soft">{words.house}</span>
  const by = (person: RuleVersion['draftedBy'], at: string | null) => ({ by: person?.name ?? '—', at: at ? minuteWords(at) : '—' })
  return (
    <>
      {words.statuses[row.status]}{' '}
      <span className="soft small">
        {fill(words.drafted, by(row.draftedBy, row.submittedAt))}
        {row.decidedAt ? ` · ${fill(words.decided, by(row.decidedBy, row.decidedAt))}` : ''}
        {row.decisionReason ? ` · ${row.decisionReason}` : ''}
      </span>
    </>
  )
}
