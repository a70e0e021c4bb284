import type { AskedFact, DispatchFacts, LateFact } from '../../domain/dispatch'
import { fill, type Messages } from '../../domain/messages'
import { Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'

type Props = { facts: DispatchFacts; t: Messages }

/** By unit, in the order of their names. */
export function LatePanel({ facts: { late }, t }: Props) {
  const words = t.dispatch
  return (
    <Panel title={words.lateTitle} flush={late.length > 0}>
      {late.length > 0 ? (
        <Table caption={words.lateTitle} columns={lateColumns(t)} rows={late} keyOf={({ unit }) => unit ?? ''} />
      ) : (
        <p className="soft">{words.lateNone}</p>
      )}
    </Panel>
  )
}

function lateColumns(t: Messages): Column<LateFact>[] {
  const words = t.dispatch
  return [
    {
      key: 'unit',
      head: words.lateUnit,
      card: 'title',
      cell: ({ unit }) => (unit === null ? words.noUnit : <span lang="zh-CN">{unit}</span>),
    },
    {
      key: 'works',
      head: words.lateWorks,
      cell: ({ works }) =>
        works.map(({ code, name, state }) => (
          <span key={code} className="block">
            <a href={`/projects/${code}`}>{code}</a> <span lang="zh-CN">{name}</span>{' '}
            <span className="soft">{t.labels.reportStates[state]}</span>
          </span>
        )),
    },
  ]
}

export function AskedPanel({ facts: { asked, askedLeft }, t }: Props) {
  const words = t.dispatch
  const rows = asked.map((fact, at) => ({ ...fact, at }))
  return (
    <Panel title={words.askedTitle} flush={asked.length > 0}>
      {asked.length > 0 ? (
        <Table caption={words.askedTitle} columns={askedColumns(t)} rows={rows} keyOf={({ at }) => at} />
      ) : (
        <p className="soft">{words.askedNone}</p>
      )}
      {askedLeft > 0 ? <p className="soft small">{fill(words.askedLeft, { left: askedLeft })}</p> : null}
    </Panel>
  )
}

type AskedRow = AskedFact & { at: number }

function askedColumns(t: Messages): Column<AskedRow>[] {
  const words = t.dispatch
  const typed = (text: string | null) => (text === null ? '—' : <span lang="zh-CN">{text}</span>)
  return [
    {
      key: 'work',
      head: words.lateWorks,
      card: 'title',
      cell: ({ code, work }) =>
        code === null ? (
          '—'
        ) : (
          <>
            <a href={`/projects/${code}`}>{code}</a> {typed(work)}
          </>
        ),
    },
    { key: 'problem', head: words.askedProblem, cell: ({ problem }) => typed(problem) },
    { key: 'measure', head: words.askedMeasure, cell: ({ measure }) => typed(measure) },
    {
      key: 'who',
      head: words.askedWho,
      cell: ({ unit, person }) => typed([unit, person].filter((one) => one !== null).join(' ') || null),
    },
    { key: 'due', head: t.bulletins.columnDue, tight: true, cell: ({ dueOn }) => dueOn ?? '—' },
  ]
}
