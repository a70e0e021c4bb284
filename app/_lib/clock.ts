import { type Day, type Instant, shanghaiDay } from '../../domain/calendar'

export const now = (): Instant => new Date().toISOString()

/** The fixed business day of a demonstration; null in a real library. */
export function demoDay(): Day | null {
  return (process.env.DEMO === '1' && process.env.DEMO_TODAY) || null
}

/** The business day: Shanghai's, or a demonstration's. Sessions and throttles keep the real clock. */
export const today = (): Day => demoDay() ?? shanghaiDay(now())
