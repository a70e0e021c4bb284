import type { Queue, QueueRow } from '../../db/queries/review-queue'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { reviewRef } from '../../domain/review-order'
import { aboutWords } from '../_components/decision-words'
import { RatedLight } from '../_components/light'

type Props = { queue: Queue; selected: string | null; address: (ref: string) => string; locale: Locale; t: Messages }

/** Fifty at most, the most urgent first. */
export function QueueList({ queue: { rows, total }, selected, address, locale, t }: Props) {
  return (
    <nav className="panel queue" aria-label={t.reviews.queue}>
      {rows.map((row) => (
        <a key={reviewRef(row)} href={address(reviewRef(row))} aria-current={reviewRef(row) === selected ? 'true' : undefined}>
          <strong lang="zh-CN">{row.title}</strong>
          {row.light ? <RatedLight light={row.light} t={t} /> : null}
          <span className="soft small">{under(row, locale, t)}</span>
        </a>
      ))}
      <p className="soft small">{total > rows.length ? fill(t.reviews.moreWait, { count: total - rows.length }) : t.reviews.order}</p>
    </nav>
  )
}

const under = (row: QueueRow, locale: Locale, t: Messages): string =>
  [
    row.unit,
    aboutWords(row.kind, row.about, locale, t),
    row.attempt > 1 ? fill(t.reviews.attempt, { n: row.attempt }) : null,
    row.own ? t.reviews.ownShort : null,
  ]
    .filter(Boolean)
    .join(' · ')
