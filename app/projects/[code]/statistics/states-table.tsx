import type { RegistrationRow, StatisticsForm } from '../../../../db/queries/statistics-investment-form'
import { shanghaiDay } from '../../../../domain/calendar'
import { fill, type Messages } from '../../../../domain/messages'
import { type Column, Table } from '../../../_components/table'
import { someone } from '../review-words'

/** Every state that was recorded, the latest first. */
export function StatesTable({ form, t }: { form: StatisticsForm; t: Messages }) {
  return <Table caption={t.funds.stateHistory} columns={columnsOf(form, t)} rows={form.states} keyOf={(row) => row.id} />
}

function columnsOf({ people }: StatisticsForm, t: Messages): Column<RegistrationRow>[] {
  const words = t.funds
  return [
    {
      key: 'state',
      head: words.stateTo,
      card: 'title',
      cell: (row) => (row.current ? <strong>{words.states[row.state]}</strong> : words.states[row.state]),
    },
    { key: 'day', head: words.onDay, kind: 'code', cell: (row) => row.onDay },
    { key: 'document', head: words.documentNo, cell: (row) => <span lang="zh-CN">{row.documentNo ?? t.project.noDocument}</span> },
    {
      key: 'reason',
      head: words.reason,
      card: 'full',
      cell: (row) => <span lang="zh-CN">{[row.reason, row.remark].filter(Boolean).join(' · ') || '—'}</span>,
    },
    {
      key: 'who',
      head: words.who,
      card: 'full',
      cell: (row) => (
        <span className="soft small">
          {fill(words.recordedBy, { who: someone(people, row.recordedBy, t), day: shanghaiDay(row.recordedAt) })}
        </span>
      ),
    },
  ]
}
