import { createHash } from 'node:crypto'
import { noteFeedUse } from '../../../db/commands/feeds'
import { feedDays } from '../../../db/queries/feed-days'
import { type FeedReader, readerByFeed } from '../../../db/queries/feeds'
import { calendarFile } from '../../../domain/calendar-file'
import { feedEntries } from '../../../domain/feed'
import { messagesFor, toLocale } from '../../../domain/messages'
import { demoDay, now, today } from '../../_lib/clock'
import { ownOrigin } from '../../_lib/origin'

/** A calendar program has no session: the key in the query, which no log keeps, says for whom. Whatever is wrong with it, there is nothing here. */
export function GET(request: Request): Response {
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const reader = /^hdf_[\w-]{43}$/.test(key) ? readerByFeed(key) : null
  if (!reader) return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  noteUse(reader, request)
  const body = calendarOf(reader, request)
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  const headers = { etag, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="calendar.ics"' }
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(etag) ? new Response(null, { status: 304, headers: { etag } }) : new Response(body, { headers })
}

function calendarOf({ actor, locale }: FeedReader, request: Request): string {
  const language = toLocale(locale) ?? 'zh-CN'
  const t = messagesFor(language)
  const day = today()
  const entries = feedEntries(feedDays(actor, day), ownOrigin(request.headers), t)
  return calendarFile({ name: demoDay() ? t.feed.calendarDemo : t.feed.calendar, language, stamp: day, entries })
}

function noteUse({ actor, feedId, lastUsedAt }: FeedReader, request: Request): void {
  const at = now()
  if (lastUsedAt !== null && Date.parse(at) - Date.parse(lastUsedAt) <= 60_000) return
  noteFeedUse({ actor, at, today: today(), requestId: request.headers.get('x-request-id') ?? 'feed' }, feedId)
}
