import type { FoundThere } from '../../db/queries/visit-findings'
import { isFindingDone } from '../../domain/finding-workflow'
import type { Messages } from '../../domain/messages'
import { type Column, Table } from './table'

/** Findings of a visit or a site: each leads to its own page. */
export function FindingsThere({ rows, caption, t }: { rows: readonly FoundThere[]; caption: string; t: Messages }) {
  return <Table caption={caption} columns={columns(t)} rows={rows} keyOf={({ number }) => number} />
}

function columns(t: Messages): Column<FoundThere>[] {
  const words = t.seen.found
  return [
    { key: 'number', head: words.number, card: 'top', tight: true, cell: ({ number }) => <a href={`/findings/${number}`}>{number}</a> },
    {
      ...{ key: 'state', head: words.state, card: 'top', tight: true },
      cell: ({ state }) => <span className={isFindingDone(state) ? 'good' : undefined}>{t.labels.findingStates[state]}</span>,
    },
    { key: 'facts', head: words.facts, card: 'title', cell: ({ facts }) => <span lang="zh-CN">{facts}</span> },
    {
      ...{ key: 'kind', head: words.kind, tight: true },
      cell: ({ category, severity }) => `${t.labels.findingCategories[category]} · ${t.labels.findingSeverities[severity]}`,
    },
    { key: 'due', head: words.due, tight: true, cell: ({ dueOn }) => dueOn ?? <span className="soft">{words.noDue}</span> },
  ]
}
