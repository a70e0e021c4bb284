import type { Day, Instant } from './calendar'

/** waiting = to be sent, or to be tried again; given-up = the mail server did not take it in any of the attempts. */
export const mailStates = ['waiting', 'sent', 'given-up'] as const
export type MailState = (typeof mailStates)[number]

/** Why the house itself gave one up; what a mail server said stands as it said it. */
export const mailDrops = ['too-old', 'no-address', 'switched-off', 'interrupted'] as const
export type MailDrop = (typeof mailDrops)[number]

/** One mail on its way: `mark` stays the same however often it is tried. */
export type Letter = { id: number; mark: string; to: string; title: string; body: string }

/** later = the server is not there, or said “not now”; refused = this recipient is never taken. */
export type MailOutcome = { outcome: 'sent' } | { outcome: 'later' | 'refused'; words: string }

/** What carries mails out of the house; `origin` = where their links lead. Never throws. */
export type Post = { origin: string; send: (letter: Letter) => Promise<MailOutcome> }

const minute = 60_000
const waits = [minute, 5 * minute, 30 * minute, 120 * minute, 720 * minute]
export const mostAttempts = waits.length + 1

/** When to try again after so many attempts; null = given up. */
export function nextAttempt(attempts: number, at: Instant): Instant | null {
  const wait = waits[attempts - 1]
  return wait === undefined ? null : new Date(Date.parse(at) + wait).toISOString()
}

const freshFor = 2 * 24 * 60 * minute
/** A reminder of the day before yesterday reminds of nothing. */
export const isTooOld = (createdAt: Instant, at: Instant): boolean => Date.parse(at) - Date.parse(createdAt) > freshFor

/** Thirty a minute. */
export const mailPaceMs = 2 * 1000

const startsAt = (8 * 60 + 30) * minute
const shanghaiAhead = 8 * 60 * minute
/** Half past eight in the morning, by Shanghai's clock. */
export const isMailTime = (at: Instant): boolean => (Date.parse(at) + shanghaiAhead) % (24 * 60 * minute) >= startsAt

const mostWords = 300

/** What the mail server said, on one line, without the address of whom it was for: that is personal, and may be taken away later. */
export function serverWords(text: string, to: string): string {
  return oneLine(text.split(to).join('***')).slice(0, mostWords)
}

/** Text of people in a line of a mail: nothing in it can begin another line. */
export const oneLine = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

export const markOf = (id: number, day: Day): string => `reminder.${id}.${day}`
