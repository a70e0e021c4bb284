import type { AnnualRow } from '../../db/queries/annual-list'
import { completion } from '../../domain/annual-plan'
import { fill, type Messages } from '../../domain/messages'
import { projectHref } from '../../domain/project-params'
import { Unknown, Wan } from '../_components/money'
import { type Column, Table } from '../_components/table'

/** A line a work: planned first, planned now, approved of it. Its account is on the work's page. */
export function WorksTable({ rows, t }: { rows: readonly AnnualRow[]; t: Messages }) {
  return <Table caption={t.annual.list} columns={columns(t)} rows={rows} keyOf={({ code }) => code} />
}

function columns(t: Messages): Column<AnnualRow>[] {
  const words = t.annual
  const why = (row: AnnualRow) => (row.planId === null ? words.noPlanWhy : words.noSumWhy)
  return [
    { key: 'code', head: words.code, kind: 'code', card: 'top', cell: ({ code }) => code },
    {
      key: 'name',
      head: words.name,
      card: 'title',
      cell: ({ code, name, ownerName }) => (
        <>
          <a href={projectHref(code, 'money', 'plans')} lang="zh-CN">
            {name}
          </a>
          {ownerName ? (
            <span className="soft small block" lang="zh-CN">
              {ownerName}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'level',
      head: words.level,
      wide: true,
      cell: ({ level }) => (level ? ((t.labels.projectLevels as Record<string, string>)[level] ?? level) : '—'),
    },
    {
      key: 'original',
      head: words.original,
      unit: t.common.wan,
      kind: 'figure',
      cell: (row) => <Wan yuan={row.planId === null ? null : row.originalYuan} why={why(row)} />,
    },
    {
      key: 'planned',
      head: words.planned,
      unit: t.common.wan,
      kind: 'figure',
      cell: (row) => <Wan yuan={row.plannedYuan} why={why(row)} />,
    },
    {
      key: 'approved',
      head: words.approved,
      unit: t.common.wan,
      kind: 'figure',
      cell: ({ approvedYuan, approvedMonth }) => (
        <>
          <Wan yuan={approvedYuan} why={words.noApprovedWhy} />
          {approvedMonth ? <span className="soft small block">{fill(words.approvedThrough, { month: approvedMonth })}</span> : null}
        </>
      ),
    },
    { key: 'completion', head: words.completion, kind: 'figure', cell: (row) => <Completion row={row} t={t} /> },
    {
      key: 'months',
      head: words.months,
      wide: true,
      cell: ({ startMonth, finishMonth, productionMonth }) => (
        <>
          {(startMonth ?? finishMonth) ? `${startMonth ?? '—'} – ${finishMonth ?? '—'}` : '—'}
          {productionMonth ? <span className="soft small block">{fill(words.production, { month: productionMonth })}</span> : null}
        </>
      ),
    },
    { key: 'state', head: words.state, card: 'top', cell: (row) => <State row={row} t={t} /> },
  ]
}

/** Of the plan in force; where that was adjusted, under it of the original. */
function Completion({ row, t }: { row: AnnualRow; t: Messages }) {
  const now = completion(row.approvedYuan, row.plannedYuan)
  const first = row.adjusted ? completion(row.approvedYuan, row.originalYuan) : null
  return (
    <>
      {now === null ? <Unknown why={t.annual.completionWhy} /> : `${now}%`}
      {first === null ? null : <span className="soft small block">{fill(t.annual.againstOriginal, { percent: first })}</span>}
    </>
  )
}

function State({ row: { planId, adjusted, waitingId }, t }: { row: AnnualRow; t: Messages }) {
  const words = t.annual
  const state = planId === null ? (waitingId === null ? words.stateNone : null) : adjusted ? words.stateAdjusted : words.stateApproved
  return (
    <>
      {state === null ? null : <span className={planId === null ? 'soft' : 'good'}>{state}</span>}
      {waitingId === null ? null : <span className="slow"> {words.stateWaiting}</span>}
    </>
  )
}
