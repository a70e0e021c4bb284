import type { SiteVisits } from '../../../../../db/queries/visit-site'
import { fill, type Messages } from '../../../../../domain/messages'
import type { ComparedFigure, FigureSeen, SeenValue } from '../../../../../domain/visit-compare'
import { valueSeen } from '../../../../../domain/visit-compare'
import { LightMark } from '../../../../_components/light'
import { ResultMark, SeenWord } from '../../../../_components/seen-marks'
import { FigureName } from '../../../../_components/seen-table'
import { type FigureLook, lookOf, seenWords } from '../../../../_components/seen-words'
import { type Column, Table } from '../../../../_components/table'

type Props = { site: SiteVisits; t: Messages }

/** Told once, seen by each: a column a visit. Where two inspectors saw different things, the row says so. */
export function CompareTable({ site, t }: Props) {
  return <Table caption={t.seen.site.compared} columns={columns(site, t)} rows={site.compared} keyOf={({ figure }) => figure} />
}

function columns(site: SiteVisits, t: Messages): Column<ComparedFigure>[] {
  const words = t.seen
  const { names, visits, counting } = site
  const told = (key: 'reported' | 'approved', why: string): Column<ComparedFigure> => ({
    ...{ key, head: words[key], kind: 'figure' },
    cell: (row) => <SeenWord value={lastCell(row)?.[key] ?? null} look={lookOf(row.figure, names)} why={why} t={t} />,
  })
  return [
    { key: 'figure', head: words.figure, card: 'title', cell: (row) => <Figure row={row} site={site} t={t} /> },
    told('reported', words.notReported),
    told('approved', words.notApproved),
    ...counting.map((id, index): Column<ComparedFigure> => {
      const visit = visits.find((one) => one.id === id)
      const name = visit?.inspector?.name ?? words.visit.unknownWho
      return {
        ...{ key: `visit-${id}`, kind: 'figure', label: `${name} ${visit?.visitedOn ?? ''}` },
        head: (
          <a href={`/visits/${id}`}>
            <span lang="zh-CN">{name}</span>
            <small>{visit?.visitedOn}</small>
          </a>
        ),
        cell: (row) => <Cell cell={row.cells[index] ?? null} row={row} look={lookOf(row.figure, names)} t={t} />,
      }
    }),
  ]
}

/** What was told when somebody went there last. */
const lastCell = ({ cells }: ComparedFigure): FigureSeen | null => cells.findLast((cell) => cell !== null) ?? null

function Figure({ row, site, t }: { row: ComparedFigure } & Props) {
  return (
    <>
      <FigureName line={row} names={site.names} t={t} />
      {row.disputed ? (
        <span className="block">
          <LightMark level="yellow">{t.seen.site.disputed}</LightMark>
        </span>
      ) : null}
    </>
  )
}

function Cell({ cell, row, look, t }: { cell: FigureSeen | null; row: ComparedFigure; look: FigureLook; t: Messages }) {
  if (cell === null) return <span className="soft">—</span>
  const then = toldThen(cell, row)
  const text = then === null ? null : seenWords(then, look, t)
  return (
    <>
      <strong>
        <SeenWord value={valueSeen(cell)} look={look} why={t.seen.notSeen} t={t} />
      </strong>
      <span className="block">
        <ResultMark result={cell.result} t={t} />
      </span>
      {text ? <span className="soft small block">{fill(t.seen.site.toldThen, { value: text })}</span> : null}
      {cell.why ? (
        <span className="soft small block whitespace-normal" lang="zh-CN">
          {cell.why}
        </span>
      ) : null}
    </>
  )
}

/** Said only where another figure was told at this visit than at the last one. */
function toldThen(cell: FigureSeen, row: ComparedFigure): SeenValue {
  return cell.reported !== null && cell.reported !== lastCell(row)?.reported ? cell.reported : null
}
