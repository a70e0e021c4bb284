import { type Instant, shanghaiDay } from '../../domain/calendar'

/** `2025-09-30 14:05`, as a clock in Shanghai shows it. */
export function minuteWords(at: Instant): string {
  const shanghai = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${shanghaiDay(at)} ${shanghai.slice(11, 16)}`
}
