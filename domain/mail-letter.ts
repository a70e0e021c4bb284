import type { Day, Month } from './calendar'
import { fill } from './fill'
import { oneLine } from './mail'
import type { Messages } from './messages'
import type { ReviewKind } from './review-order'

export type MailItem = { work: string; on: Day | null }
export type MailList = { items: MailItem[]; total: number }

/** What one person is reminded of: names of works and days, no figures, nobody's name. */
export type MailFacts = {
  month: Month
  reports: MailList
  returned: { items: { kind: ReviewKind; title: string }[]; total: number }
  findings: { items: { number: string; on: Day }[]; total: number }
  conditions: MailList
  reviews: { kind: ReviewKind; count: number }[]
  desk: number
  meetings: { id: number; title: string; on: Day }[]
}

type Section = { count: number; head: string; lines: string[]; path: string }

/** Plain text in the reader's language, each part with a link; null when there is nothing to say. */
export function mailLetter(
  facts: MailFacts,
  { origin, today }: { origin: string; today: Day },
  t: Messages,
): { title: string; body: string } | null {
  const sections = [...ownSections(facts, today, t), ...deskSections(facts, t)].filter(({ count }) => count > 0)
  if (sections.length === 0) return null
  const count = sections.reduce((all, section) => all + section.count, 0)
  const parts = sections.map(({ head, lines, path }) =>
    [head, ...lines.map((line) => `  · ${oneLine(line)}`), `  ${origin}${path}`].join('\n'),
  )
  return {
    title: fill(t.mail.subject, { count, day: today }),
    body: `${[fill(t.mail.opening, { day: today, count }), ...parts, fill(t.mail.closing, { address: `${origin}/account` })].join('\n\n')}\n`,
  }
}

function ownSections({ month, reports, returned, findings, conditions }: MailFacts, today: Day, t: Messages): Section[] {
  const { mail: words, home } = t
  const dated = (name: string, on: Day | null) =>
    on === null ? name : fill(on < today ? words.overdueSince : words.dueOn, { name: oneLine(name), day: on })
  const section = (head: string, lines: string[], count: number, path: string): Section => {
    const more = count - lines.length
    return { count, head: fill(head, { count, month }), lines: more > 0 ? [...lines, fill(words.more, { count: more })] : lines, path }
  }
  const named = ({ items }: MailList) => items.map(({ work, on }) => dated(work, on))
  return [
    section(
      words.returned,
      returned.items.map(({ kind, title }) => `${home.reviewKinds[kind]}${t.common.colon}${title}`),
      returned.total,
      '/',
    ),
    section(words.reports, named(reports), reports.total, '/'),
    section(
      words.findings,
      findings.items.map(({ number, on }) => dated(number, on)),
      findings.total,
      '/findings',
    ),
    section(words.conditions, named(conditions), conditions.total, '/conditions'),
  ]
}

function deskSections({ reviews, desk, meetings }: MailFacts, t: Messages): Section[] {
  const { mail: words, home } = t
  const waiting = reviews.reduce((all, { count }) => all + count, 0)
  const lines = reviews.map(({ kind, count }) => `${home.reviewKinds[kind]}${t.common.colon}${count}`)
  return [
    { count: waiting, head: fill(words.reviews, { count: waiting }), lines, path: '/reviews' },
    { count: desk, head: fill(words.desk, { count: desk }), lines: [], path: '/' },
    ...meetings.map(({ id, title, on }) => ({
      count: 1,
      head: fill(words.meeting, { day: on }),
      lines: [title],
      path: `/meetings/${id}`,
    })),
  ]
}
