import type { QueueRow } from '../../db/queries/review-queue'
import type { Messages } from '../../domain/messages'
import { reviewRef } from '../../domain/review-order'
import { Kbd } from '../_components/kbd'

type Props = { rows: readonly QueueRow[]; at: number; address: (ref: string) => string; code: string | null; t: Messages }

/** The keys of the page, each on the link it presses; a and r stand on their own buttons below. */
export function KeyLine({ rows, at, address, code, t }: Props) {
  const [before, after] = [rows[at - 1], rows[at + 1]]
  return (
    <nav className="key-line" aria-label={t.common.keysHint}>
      {after ? (
        <a href={address(reviewRef(after))} data-key="j">
          <Kbd>j</Kbd> {t.reviews.nextOne}
        </a>
      ) : null}
      {before ? (
        <a href={address(reviewRef(before))} data-key="k">
          <Kbd>k</Kbd> {t.reviews.previousOne}
        </a>
      ) : null}
      {code ? (
        <a href={`/projects/${code}`} data-key="o">
          <Kbd>o</Kbd> {t.reviews.openProject}
        </a>
      ) : null}
    </nav>
  )
}
