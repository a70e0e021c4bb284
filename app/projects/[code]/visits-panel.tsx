import type { VisitLine } from '../../../db/queries/project-visits'
import { fill, type Messages } from '../../../domain/messages'
import { LightMark } from '../../_components/light'
import { Panel } from '../../_components/panel'
import { personWords, RatingMark } from '../../_components/seen-marks'
import { type Column, Table } from '../../_components/table'
import type { ProjectPageProps } from './view'

/** Who has been to the site, the latest first; each leads to its record and to all visits of its round side by side. */
export function VisitsPanel({ visits: { rows, total }, head: { work }, t }: ProjectPageProps) {
  const words = t.project
  if (total === 0) {
    return (
      <Panel title={words.visits} id="visits">
        <p className="soft">{words.visitsNone}</p>
      </Panel>
    )
  }
  return (
    <Panel title={words.visits} note={words.visitsNote} id="visits" flush>
      <Table caption={words.visits} columns={columns(work.code, t)} rows={rows} keyOf={(row) => row.id} />
      {total > rows.length ? <p className="panel-body soft small">{fill(words.visitsMore, { count: total - rows.length })}</p> : null}
    </Panel>
  )
}

function columns(code: string, t: Messages): Column<VisitLine>[] {
  const words = t.project
  return [
    { key: 'day', head: words.visitDay, kind: 'code', card: 'top', cell: (row) => <a href={`/visits/${row.id}`}>{row.visitedOn}</a> },
    { key: 'standing', head: words.visitStanding, card: 'top', cell: (row) => <Standing visit={row} t={t} /> },
    { key: 'who', head: words.visitWho, card: 'title', cell: (row) => personWords(row.inspector, t) },
    {
      ...{ key: 'level', head: words.visitLevel },
      cell: ({ level }) => (level ? <RatingMark level={level} t={t} /> : <span className="soft">{t.seen.visit.ratingNone}</span>),
    },
    {
      ...{ key: 'round', head: words.visitRound },
      cell: ({ round, counts }) => {
        const title = <span lang="zh-CN">{round.title}</span>
        return counts ? <a href={`/inspections/${round.id}/works/${code}`}>{title}</a> : title
      },
    },
  ]
}

/** Whether it counts, in a word. */
function Standing({ visit, t }: { visit: VisitLine; t: Messages }) {
  const words = t.seen.standings
  const { finished, counts, conflict, settled } = visit
  if (!finished) return <LightMark level="none">{words.open}</LightMark>
  if (counts) return <LightMark level="green">{settled ? words.settled : conflict ? words.changed : words.counts}</LightMark>
  if (settled === null && conflict)
    return <LightMark level="yellow">{fill(words.waits, { conflict: t.labels.visitConflicts[conflict] })}</LightMark>
  return <LightMark level="none">{words['set-aside']}</LightMark>
}
