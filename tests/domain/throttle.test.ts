import { describe, expect, it } from 'vitest'
import { afterFailure, type Failures, limits, secondsToWait, type ThrottleKind } from '../../domain/throttle'

const start = Date.parse('2026-11-24T01:00:00.000Z')
const later = (seconds: number) => new Date(start + seconds * 1000).toISOString()

function failing(times: number, seconds = 0): Failures | undefined {
  let failures: Failures | undefined
  for (let time = 0; time < times; time++) failures = afterFailure(failures, later(seconds))
  return failures
}
const wait = (kind: ThrottleKind, times: number, pause = 0, attacked = false) => secondsToWait(kind, failing(times), later(pause), attacked)

describe('the throttle', () => {
  it('lets the first few failures pass', () => {
    expect(wait('pair', 4)).toBe(0)
    expect(wait('pair', 5)).toBe(15)
  })

  it('doubles the delay, up to a quarter of an hour', () => {
    expect([5, 6, 7, 8].map((times) => wait('pair', times))).toEqual([15, 30, 60, 120])
    expect(wait('pair', 500)).toBe(900)
  })

  it('ends a delay by itself', () => {
    expect(wait('pair', 5, 14)).toBe(1)
    expect(wait('pair', 5, 15)).toBe(0)
    expect(wait('pair', 500, 900)).toBe(0)
  })

  it('forgets after an hour without a failure', () => {
    const failures = afterFailure(failing(40), later(3600))
    expect(failures.count).toBe(1)
  })

  it('never holds a whole office up for more than a minute', () => {
    expect(wait('address', 59)).toBe(0)
    expect(wait('address', 5000)).toBeLessThanOrEqual(60)
  })

  it('leaves a new address fewer tries while the account is attacked, but never none', () => {
    expect(wait('pair', 1, 0, true)).toBe(0)
    expect(wait('pair', 2, 0, true)).toBe(15)
    expect(wait('device', 5, 0, true)).toBe(0)
  })

  it('stays finite for any count', () => {
    for (const kind of Object.keys(limits) as ThrottleKind[])
      expect(secondsToWait(kind, { count: 2 ** 40, latestAt: later(0) }, later(0))).toBe(limits[kind].maxSeconds)
  })
})
