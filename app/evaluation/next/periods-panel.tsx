import type { Carried, PeriodItem } from '../../../db/queries/periods'
import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, DayField, Submit, TextField } from '../../_components/form'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { SheetButton } from '../../_components/sheet-button'
import { type Column, Table } from '../../_components/table'
import { open } from './actions'

/** The periods, each with its library; the next one is opened here. */
export function PeriodsPanel({ periods, mayKeep, t }: { periods: readonly PeriodItem[]; mayKeep: boolean; t: Messages }) {
  const words = t.evaluation
  return (
    <Panel title={words.periodsTitle} flush>
      <Table caption={words.periodsCaption} columns={periodColumns(t)} rows={periods} keyOf={({ id }) => id} />
      {mayKeep ? (
        <div className="panel-body">
          <SheetButton text={words.openPeriod} title={words.openPeriod} t={t}>
            <ActionForm action={open} className="form mt-2" aria-label={words.openPeriod}>
              <div className="form-row">
                <TextField name="id" label={words.periodId} hint={words.periodIdHint} maxLength={20} autoComplete="off" />
                <TextField name="name" label={words.periodName} maxLength={60} autoComplete="off" />
              </div>
              <div className="form-row">
                <DayField name="fromDay" label={words.periodFrom} />
                <DayField name="toDay" label={words.periodTo} />
              </div>
              <div className="form-end">
                <Submit look="plain">{words.openPeriod}</Submit>
              </div>
            </ActionForm>
          </SheetButton>
        </div>
      ) : null}
    </Panel>
  )
}

function periodColumns(t: Messages): Column<PeriodItem>[] {
  const words = t.evaluation
  return [
    { key: 'name', head: words.periodName, card: 'title', cell: ({ name }) => <span lang="zh-CN">{name}</span> },
    { key: 'from', head: words.periodFrom, cell: ({ fromDay }) => fromDay },
    { key: 'to', head: words.periodTo, cell: ({ toDay }) => toDay },
    { key: 'works', head: words.periodWorks, kind: 'figure', cell: ({ works }) => works },
  ]
}

type CarriedProps = { rows: readonly Carried[]; total: number; page: number; size: number; t: Messages }

/** What went on, from where and why. */
export function CarriedPanel({ rows, total, page, size, t }: CarriedProps) {
  const words = t.evaluation
  const columns: Column<Carried>[] = [
    { key: 'code', head: words.columnNo, kind: 'code', cell: ({ code }) => code },
    { key: 'work', head: words.work, card: 'title', cell: ({ code, name }) => <a href={`/projects/${code}`}>{name}</a> },
    { key: 'to', head: words.carryTo, cell: ({ to, from }) => `${to} · ${fill(words.carriedFrom, { from })}` },
    { key: 'since', head: words.since, cell: ({ fromDay }) => fromDay },
    { key: 'reason', head: words.columnReason, cell: ({ reason }) => <span lang="zh-CN">{reason}</span> },
  ]
  return (
    <Panel title={words.carriedTitle} note={String(total)} flush>
      <Table caption={words.carriedCaption} columns={columns} rows={rows} keyOf={({ code }) => code} />
      <PagerOf page={page} size={size} shown={rows.length} total={total} to={(at) => `/evaluation/next?carried=${at}`} t={t} />
    </Panel>
  )
}
