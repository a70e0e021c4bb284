import type { LockView } from '../../../db/queries/locks'
import { fill, type Messages } from '../../../domain/messages'
import { Notice } from '../../_components/notice'
import { Panel } from '../../_components/panel'
import { minuteWords } from '../../_lib/instant'

/** What was published, by whom and from which moment; earlier revisions stay readable. */
export function PublishedPanel({ view, t }: { view: LockView; t: Messages }) {
  const { shown, latest, revisions, people, later, period } = view
  const words = t.months
  if (!shown) return null
  const name = (id: number | null) => people.get(id ?? 0) ?? ''
  const told = { revision: shown.revision, seq: shown.eventSeq, digest: shown.digest.slice(0, 12) }
  const who = {
    begun: minuteWords(shown.at),
    by: name(shown.submittedBy),
    who: name(shown.decidedBy),
    at: minuteWords(shown.decidedAt ?? shown.begunAt),
  }
  return (
    <Panel title={`● ${words.states.confirmed}`} note={fill(words.revision, { revision: shown.revision })}>
      <p>{fill(words.publishedNote, { ...told, ...who })}</p>
      {latest && latest.id !== shown.id ? (
        <Notice tone="slow">{fill(words.earlier, { revision: shown.revision, latest: latest.revision })}</Notice>
      ) : null}
      {view.reopened && latest?.id === shown.id ? (
        <Notice tone="slow">{fill(words.reopenedNote, { revision: shown.revision })}</Notice>
      ) : null}
      <p className="soft mt-1">{later > 0 ? fill(words.later, { later }) : words.laterNone}</p>
      {revisions.length > 1 ? (
        <nav className="chips mt-2" aria-label={words.revisions}>
          {revisions.map(({ id, revision }) => (
            <a
              key={id}
              className={id === shown.id ? 'chip chip-on' : 'chip'}
              aria-current={id === shown.id}
              href={`/months/${period}?revision=${revision}`}
            >
              {fill(words.revision, { revision })}
            </a>
          ))}
        </nav>
      ) : null}
    </Panel>
  )
}
