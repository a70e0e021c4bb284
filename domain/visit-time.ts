import { addDays, type Day, daysBetween, type Instant, shanghaiDay } from './calendar'

/** What a device's clock said, put right by what was known of its error, and held within what the server knows of it. */
export function correctedInstant(said: Instant, offsetMs: number | null, bounds: { earliest: Instant; latest: Instant }): Instant {
  const corrected = Date.parse(said) + (offsetMs ?? 0)
  const notBefore = Math.max(corrected, Date.parse(bounds.earliest))
  return new Date(Math.min(notBefore, Date.parse(bounds.latest))).toISOString()
}

/** The business day of an instant before the receipt: as long before the day of receipt as it was in Shanghai. */
export function dayBefore(receipt: { at: Instant; today: Day }, instant: Instant): Day {
  return addDays(receipt.today, daysBetween(shanghaiDay(receipt.at), shanghaiDay(instant)))
}
