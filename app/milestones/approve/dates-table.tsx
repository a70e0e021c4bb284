import type { WaitingDate } from '../../../db/queries/waiting-dates'
import { daysBetween, shanghaiDay } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, Hidden, Submit, WordsField } from '../../_components/form'
import { SheetButton } from '../../_components/sheet-button'
import { type Column, Table } from '../../_components/table'
import { returnDate } from './actions'

/** Ticks belong to the form that stands under the table; each row may be returned by itself. */
export function DatesTable({ rows, form, t }: { rows: readonly WaitingDate[]; form: string; t: Messages }) {
  return <Table caption={t.milestones.approveTitle} columns={columns(form, t)} rows={rows} keyOf={(row) => row.id} />
}

function columns(form: string, t: Messages): Column<WaitingDate>[] {
  const words = t.milestones
  const heads = words.approveColumns
  return [
    {
      key: 'tick',
      head: heads.tick,
      card: 'top',
      cell: (row) =>
        row.mayDecide ? (
          <label className="row-tick">
            <input
              type="checkbox"
              name="ids[]"
              value={row.id}
              form={form}
              aria-label={fill(words.tick, { name: `${row.work} ${row.milestone}` })}
            />
          </label>
        ) : null,
    },
    {
      key: 'work',
      head: heads.work,
      card: 'title',
      cell: (row) => (
        <a href={`/projects/${row.code}/milestones`} lang="zh-CN">
          {row.work}
        </a>
      ),
    },
    { key: 'milestone', head: heads.milestone, cell: (row) => <span lang="zh-CN">{row.milestone}</span> },
    { key: 'dates', head: heads.dates, cell: (row) => <Dates row={row} t={t} /> },
    { key: 'reason', head: heads.reason, cell: (row) => row.reason ?? <span className="soft">—</span> },
    {
      key: 'by',
      head: heads.by,
      wide: true,
      cell: (row) => (
        <span className="soft small">
          {row.by ? fill(t.project.someone, row.by) : t.common.unknown} · {shanghaiDay(row.submittedAt)}
        </span>
      ),
    },
    {
      key: 'act',
      head: heads.act,
      card: 'full',
      label: '',
      cell: (row) => (row.mayDecide ? <Return row={row} t={t} /> : <span className="soft small">{words.own}</span>),
    },
  ]
}

function Dates({ row: { kind, plannedOn, previousOn, originalOn }, t }: { row: WaitingDate; t: Messages }) {
  const words = t.milestones
  if (kind === 'first' || previousOn === null) return fill(words.first, { day: plannedOn })
  const days = daysBetween(previousOn, plannedOn)
  return (
    <>
      {fill(words.changed, { from: previousOn, to: plannedOn })}{' '}
      <span className={days > 0 ? 'late small' : 'good small'}>
        {fill(days > 0 ? words.later : words.earlier, { days: Math.abs(days) })}
      </span>
      {originalOn && originalOn !== previousOn ? (
        <span className="soft small block">{fill(words.originally, { day: originalOn })}</span>
      ) : null}
    </>
  )
}

function Return({ row, t }: { row: WaitingDate; t: Messages }) {
  const words = t.milestones
  return (
    <SheetButton text={words.return} title={`${row.work} · ${row.milestone}`} t={t}>
      <ActionForm action={returnDate} className="form mt-2">
        <Hidden name="id" value={row.id} />
        <WordsField name="reason" label={words.returnReason} hint={words.returnHint} maxLength={500} rows={2} />
        <div className="form-end">
          <Submit look="late">{words.returnSend}</Submit>
        </div>
      </ActionForm>
    </SheetButton>
  )
}
