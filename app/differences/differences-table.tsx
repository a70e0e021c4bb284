import type { DifferenceItem } from '../../db/queries/differences'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { valueSeen } from '../../domain/visit-compare'
import { LightMark } from '../_components/light'
import { personWords, SeenWord } from '../_components/seen-marks'
import { LookName } from '../_components/seen-table'
import type { FigureLook } from '../_components/seen-words'
import { type Column, Table } from '../_components/table'
import { monthWords } from '../_lib/locale'
import { Decide } from './decide'

type Words = { locale: Locale; t: Messages }

/** Reported, approved, seen side by side; whoever may decide does it in the row. */
export function DifferencesTable({ rows, ...words }: { rows: readonly DifferenceItem[] } & Words) {
  return <Table caption={words.t.seen.differences.title} columns={columns(words)} rows={rows} keyOf={({ id }) => id} />
}

const lookOf = ({ line: { figure }, name, unit }: DifferenceItem): FigureLook => ({ figure, name, unit })

function columns({ locale, t }: Words): Column<DifferenceItem>[] {
  const words = t.seen
  const told = (key: 'reported' | 'approved', why: string): Column<DifferenceItem> => ({
    ...{ key, head: words[key], kind: 'figure' },
    cell: (row) => <SeenWord value={row.line[key]} look={lookOf(row)} why={why} t={t} />,
  })
  return [
    { key: 'state', head: words.differences.state, card: 'top', cell: (row) => <State row={row} t={t} /> },
    { key: 'work', head: words.differences.work, card: 'title', cell: (row) => <Subject row={row} locale={locale} t={t} /> },
    told('reported', words.notReported),
    told('approved', words.notApproved),
    { key: 'seen', head: words.seen, kind: 'figure', cell: (row) => <Seen row={row} t={t} /> },
    { key: 'why', head: words.why, card: 'full', cell: (row) => <Why row={row} t={t} /> },
    { key: 'act', head: '', card: 'full', cell: (row) => <Decide row={row} t={t} /> },
  ]
}

function State({ row: { state }, t }: { row: DifferenceItem; t: Messages }) {
  const level = state === 'open' ? 'yellow' : state === 'revised' ? 'green' : 'none'
  return <LightMark level={level}>{t.labels.differenceStates[state]}</LightMark>
}

function Subject({ row, locale, t }: { row: DifferenceItem } & Words) {
  const { code, work, owner, month } = row
  return (
    <>
      <LookName look={lookOf(row)} t={t} />
      {month ? <span className="soft small"> {fill(t.seen.differences.month, { month: monthWords(month, locale) })}</span> : null}
      <span className="soft small block" lang="zh-CN">
        <a href={`/projects/${code}`}>
          {code} {work}
        </a>
        {owner ? ` · ${owner}` : ''}
      </span>
    </>
  )
}

function Seen({ row, t }: { row: DifferenceItem; t: Messages }) {
  const who = row.inspector?.name ?? t.seen.visit.unknownWho
  return (
    <>
      <strong className="slow">
        <SeenWord value={valueSeen(row.line)} look={lookOf(row)} why={t.seen.notSeen} t={t} />
      </strong>
      <a className="small block" href={`/visits/${row.visitId}`}>
        {fill(t.seen.differences.seenBy, { who, day: row.visitedOn })}
      </a>
    </>
  )
}

/** The inspector's remark, and what the bureau decided. */
function Why({ row: { line, decided }, t }: { row: DifferenceItem; t: Messages }) {
  const words = t.seen.differences
  return (
    <>
      {line.why ? <span lang="zh-CN">{line.why}</span> : null}
      {decided ? (
        <span className="small block">
          <span className="soft">{fill(words.decided, { who: personWords(decided.by, t), day: decided.on })}</span>{' '}
          {decided.reason ? <span lang="zh-CN">{decided.reason}</span> : null}{' '}
          {decided.updateId === null ? null : (
            <a className="underline" href={`/updates/${decided.updateId}`}>
              {words.revision}
            </a>
          )}
        </span>
      ) : null}
    </>
  )
}
