import type { FeedRow } from '../../db/queries/feeds'
import type { Messages } from '../../domain/messages'
import { ActionForm, Hidden, Submit } from '../_components/form'
import { Panel } from '../_components/panel'
import { minuteWords } from '../_lib/instant'
import { createFeed, revokeFeed } from './actions'
import { NewFeed } from './new-feed'

/** The one calendar address that works, and a way to another; it is shown once, in the answer. */
export function Feed({ feed, origin, t }: { feed: FeedRow | null; origin: string; t: Messages }) {
  const { feed: words, common } = t
  return (
    <Panel title={words.title} id="feed">
      <div className="stack">
        <p className="soft">{words.note}</p>
        {feed ? <Standing feed={feed} t={t} /> : <p className="soft">{words.none}</p>}
        <ActionForm action={createFeed}>
          <NewFeed
            address={`${origin}/feed/calendar.ics?key=`}
            once={words.once}
            repeated={words.repeated}
            words={{ label: common.copy, copied: common.copied, failed: common.copyFailed }}
          />
          <div className="form-end">
            <Submit look="plain">{feed ? words.renew : words.create}</Submit>
          </div>
        </ActionForm>
      </div>
    </Panel>
  )
}

function Standing({ feed, t }: { feed: FeedRow; t: Messages }) {
  const words = t.feed
  const used = feed.lastUsedAt ? `${words.lastUsed} ${minuteWords(feed.lastUsedAt)}` : words.never
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span className="soft small">{`${words.made} ${minuteWords(feed.createdAt)} · ${used}`}</span>
      <ActionForm action={revokeFeed} aria-label={words.revokeNamed}>
        <Hidden name="id" value={feed.id} />
        <Submit look="late">{words.revoke}</Submit>
      </ActionForm>
    </div>
  )
}
