import type { Visit } from '../../../../../db/queries/visit'
import type { Messages } from '../../../../../domain/messages'
import { PhotoRow } from '../../../../_components/photo-row'
import { personWords, RatingMark } from '../../../../_components/seen-marks'
import { type Column, Table } from '../../../../_components/table'
import { StandingMark } from '../../../../_components/visit-standing'

/** Every visit to the site: who, when, whether it counts, what they wrote and photographed. */
export function VisitsList({ visits, t }: { visits: readonly Visit[]; t: Messages }) {
  return <Table caption={t.seen.site.visits} columns={columns(t)} rows={visits} keyOf={({ id }) => id} />
}

function columns(t: Messages): Column<Visit>[] {
  const words = t.seen.site
  return [
    { key: 'standing', head: words.standing, card: 'top', cell: (visit) => <StandingMark visit={visit} t={t} /> },
    {
      ...{ key: 'who', head: words.who, card: 'title' },
      cell: (visit) => (
        <a href={`/visits/${visit.id}`} lang="zh-CN">
          {personWords(visit.inspector, t)}
        </a>
      ),
    },
    { key: 'day', head: words.day, tight: true, cell: ({ visitedOn }) => visitedOn },
    { key: 'own', head: words.own, cell: (visit) => <Own visit={visit} t={t} /> },
    { key: 'words', head: t.seen.visit.words, card: 'full', cell: (visit) => <Said visit={visit} t={t} /> },
  ]
}

function Own({ visit: { rating }, t }: { visit: Visit; t: Messages }) {
  if (rating === null) return <span className="soft">{t.seen.visit.ratingNone}</span>
  return (
    <>
      <RatingMark level={rating.level} t={t} />
      {rating.reason ? (
        <span className="small block" lang="zh-CN">
          {rating.reason}
        </span>
      ) : null}
    </>
  )
}

function Said({ visit: { words, photos }, t }: { visit: Visit; t: Messages }) {
  return (
    <>
      {words ? (
        <p className="whitespace-pre-line" lang="zh-CN">
          {words}
        </p>
      ) : (
        <span className="soft">{t.seen.visit.wordsNone}</span>
      )}
      {photos.length > 0 ? <PhotoRow files={photos} /> : null}
    </>
  )
}
