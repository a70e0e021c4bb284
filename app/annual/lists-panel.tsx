import type { People } from '../../db/queries/people'
import type { YearListItem } from '../../db/queries/year-lists'
import { shanghaiDay } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { isLateList } from '../../domain/year-list'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { LightMark } from '../_components/light'
import { YiTotal } from '../_components/money'
import { Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'
import { DecideList } from './decide-list'

type Props = { lists: { rows: YearListItem[]; people: People }; year: number; t: Messages }

/** What was published of the year, and what waits to be. */
export function ListsPanel({ lists: { rows, people }, year, t }: Props) {
  const words = t.annual
  const links = rows.length > 0 ? <ExportLinks path="/annual/lists" query={`?year=${year}`} title={words.lists} plain t={t} /> : null
  return (
    <Panel title={words.lists} note={words.listsNote} aside={links} id="lists" flush>
      {rows.length > 0 ? (
        <Table caption={words.lists} columns={columns(people, t)} rows={rows} keyOf={({ id }) => id} />
      ) : (
        <Empty title={fill(words.listsNone, { year })}>{words.listsNoneHint}</Empty>
      )}
    </Panel>
  )
}

function columns(people: People, t: Messages): Column<YearListItem>[] {
  const words = t.annual
  return [
    { key: 'revision', head: words.revisionHead, card: 'title', tight: true, cell: (row) => <Revision row={row} t={t} /> },
    {
      key: 'document',
      head: words.documentNo,
      card: 'full',
      cell: ({ documentNo, title, reason }) => (
        <span lang="zh-CN">
          {documentNo}
          <span className="soft small block">{title}</span>
          {reason ? <span className="soft small block">{reason}</span> : null}
        </span>
      ),
    },
    {
      key: 'day',
      head: words.day,
      cell: (row) => (
        <>
          {row.day} {isLateList(row) ? <LateMark t={t} /> : null}
        </>
      ),
    },
    { key: 'works', head: words.listWorks, kind: 'figure', cell: ({ works }) => works },
    {
      key: 'sum',
      head: words.listSum,
      unit: t.common.yi,
      kind: 'figure',
      cell: ({ works, plannedYuan, plannedKnown }) => (
        <YiTotal total={{ yuan: plannedYuan, known: plannedKnown, unknown: works - plannedKnown }} t={t} />
      ),
    },
    { key: 'status', head: words.listStatus, card: 'top', tight: true, cell: (row) => statusWords(row, t) },
    { key: 'who', head: words.who, card: 'full', cell: (row) => <span className="soft small">{whoWords(row, people, t)}</span> },
    { key: 'act', head: <span className="sr">{words.act}</span>, card: 'full', cell: (row) => <DecideList list={row} t={t} /> },
  ]
}

/** A returned draft has no page: its number goes to the next. */
function Revision({ row: { year, revision, status }, t }: { row: YearListItem; t: Messages }) {
  const text = fill(t.annual.revision, { revision })
  return status === 'returned' ? text : <a href={`/annual/${year}/${revision}`}>{text}</a>
}

export const LateMark = ({ t }: { t: Messages }) => (
  <LightMark level="yellow" title={t.annual.lateHint}>
    {t.annual.lateMark}
  </LightMark>
)

function statusWords(row: YearListItem, t: Messages) {
  if (row.status === 'returned') return statusText(row, t)
  return <span className={row.status === 'submitted' ? 'slow' : row.current ? 'good' : 'soft'}>{statusText(row, t)}</span>
}

export function statusText({ status, current }: YearListItem, { annual }: Messages): string {
  if (status === 'submitted') return annual.statusWaiting
  if (status === 'returned') return annual.statusReturned
  return current ? annual.statusPublished : annual.statusSuperseded
}

/** Who drafted it, and who published or returned it. */
export function whoWords(row: YearListItem, people: People, t: Messages): string {
  const words = t.annual
  const name = (id: number | null) => {
    const person = id === null ? undefined : people.get(id)
    return person ? fill(t.project.someone, person) : t.common.unknown
  }
  const drafted = fill(words.drafted, { who: name(row.submittedBy), day: shanghaiDay(row.submittedAt) })
  if (row.decidedAt === null) return drafted
  const decided = { who: name(row.decidedBy), day: shanghaiDay(row.decidedAt), reason: row.decisionReason ?? '' }
  return `${drafted} · ${fill(row.status === 'approved' ? words.published : words.returnedBy, decided)}`
}
