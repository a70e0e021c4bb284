import type { UnregisteredList, UnregisteredRow } from '../../../db/queries/statistics-investments'
import { fill, type Messages } from '../../../domain/messages'
import { registrationStates } from '../../../domain/registration'
import { Unknown } from '../../_components/money'
import { type Column, Table } from '../../_components/table'

/** Works under construction that are not in the statistics' library, the longest first. */
export function UnregisteredTable({ rows, t }: { rows: readonly UnregisteredRow[]; t: Messages }) {
  return <Table caption={t.funds.shows.registration} columns={columnsOf(t)} rows={rows} keyOf={(row) => row.code} />
}

function columnsOf(t: Messages): Column<UnregisteredRow>[] {
  const words = t.funds
  return [
    { key: 'code', head: t.exports.fields.code, kind: 'code', card: 'top', cell: (row) => row.code },
    {
      key: 'work',
      head: words.work,
      card: 'title',
      cell: (row) => (
        <a href={`/projects/${row.code}/statistics`} lang="zh-CN">
          {row.name}
        </a>
      ),
    },
    {
      key: 'unit',
      head: words.unit,
      cell: (row) => (row.unit ? <span lang="zh-CN">{row.unit}</span> : <Unknown why={t.common.notKnownWhy} />),
    },
    {
      key: 'state',
      head: words.state,
      cell: (row) => (row.state === null ? <span className="soft">{words.stateUnknown}</span> : words.states[row.state]),
    },
    { key: 'since', head: words.since, kind: 'code', cell: (row) => row.since ?? <Unknown why={words.sinceNone} /> },
    {
      key: 'days',
      head: words.days,
      unit: words.daysUnit,
      kind: 'figure',
      cell: (row) => (row.days === null ? <Unknown why={words.sinceNone} /> : row.days),
    },
  ]
}

/** How many works under construction stand where. */
export function statesWords(states: UnregisteredList['states'], t: Messages): string {
  const words = t.funds
  const count = (state: (typeof registrationStates)[number] | null) => states.get(state) ?? 0
  const parts = [null, ...registrationStates]
    .filter((state) => count(state) > 0)
    .map((state) => fill(words.stateCount, { state: state === null ? words.stateUnknown : words.states[state], count: count(state) }))
  const works = [...states.values()].reduce((sum, each) => sum + each, 0)
  return fill(words.registrationLead, { works, states: parts.join('、') || t.common.none })
}
