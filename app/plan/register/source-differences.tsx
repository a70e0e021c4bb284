import type { PlanSource, SourceDifference } from '../../../db/queries/plan-sources'
import { fill, type Messages } from '../../../domain/messages'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { Chinese, Quoted } from '../words'

type Props = { sources: readonly PlanSource[]; differences: readonly SourceDifference[]; t: Messages }

/** Where an approved table of the plan says something else than its text; nothing while none was imported. */
export function SourceDifferences({ sources, differences, t }: Props) {
  if (sources.length === 0) return null
  const list = sources
    .map(({ fileName, sheet, sha256, rows }) => `${fileName} · ${sheet} · ${rows} · SHA-256 ${sha256.slice(0, 16)}`)
    .join('；')
  return (
    <Panel title={t.imports.sourcesTitle} flush>
      <p className="panel-body soft small">
        <Chinese>{fill(t.imports.sourcesLead, { list })}</Chinese>
      </p>
      {differences.length > 0 ? (
        <Table caption={t.imports.sourcesTitle} columns={columns(t)} rows={differences} keyOf={({ id }) => id} />
      ) : null}
    </Panel>
  )
}

function columns(t: Messages): Column<SourceDifference>[] {
  const say = t.imports
  return [
    { key: 'item', head: say.sourceItem, kind: 'code', card: 'top', cell: ({ itemCode }) => itemCode },
    { key: 'topic', head: say.sourceTopic, card: 'title', cell: ({ topic }) => say.sourceTopics[topic] },
    {
      key: 'plan',
      head: say.sourcePlan,
      card: 'full',
      cell: (row) => <Quoted clause={{ line: row.planLine, quote: row.planText }} t={t} />,
    },
    { key: 'source', head: say.sourceSays, card: 'full', cell: ({ sourceText }) => <Chinese>{sourceText}</Chinese> },
    { key: 'cell', head: say.sourceCell, cell: ({ fileName, sourceCell }) => <Chinese>{`${fileName} ${sourceCell}`}</Chinese> },
  ]
}
