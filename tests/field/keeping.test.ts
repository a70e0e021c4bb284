import { describe, expect, test } from 'vitest'
import { correctedNow, dayMinuteOf, minuteOf, offsetOf } from '../../app/field/device-clock'
import { type Kept, lastReceived, type Stand, unsent, wipeable } from '../../app/field/keeping'

const day = 86_400_000
const now = Date.parse('2026-11-24T06:00:00Z')
const ago = (days: number) => new Date(now - days * day).toISOString()
const kept = (id: string, visit: string, standing: Stand): Kept => ({ id, userId: 7, visit, standing })

describe('what goes from the device', () => {
  test('goes seven days after receipt and not a minute before', () => {
    const list = [
      kept('old', 'a', { state: 'received', at: ago(7) }),
      kept('young', 'b', { state: 'received', at: ago(6.999) }),
      kept('looked-at', 'c', { state: 'conflict', at: ago(9) }),
    ]
    expect(wipeable(list, now).map(({ id }) => id)).toEqual(['old', 'looked-at'])
  })

  test('never what the server does not have, however old, nor what came back', () => {
    const list = [kept('1', 'a', { state: 'device' }), kept('2', 'b', { state: 'announced' }), kept('3', 'c', { state: 'refused' })]
    expect(wipeable(list, now + 4000 * day)).toEqual([])
    expect(unsent(list)).toHaveLength(3)
  })

  test('stays while something of its own visit still waits', () => {
    const list = [kept('start', 'a', { state: 'received', at: ago(30) }), kept('photo', 'a', { state: 'announced' })]
    expect(wipeable(list, now)).toEqual([])
  })

  test('is judged by the server’s clock, not by a device that is years ahead', () => {
    const deviceNow = now + 3650 * day
    const list = [kept('young', 'a', { state: 'received', at: ago(1) })]
    expect(wipeable(list, deviceNow)).toHaveLength(1)
    expect(wipeable(list, correctedNow(deviceNow, -3650 * day))).toEqual([])
  })

  test('the last receipt is the latest one', () => {
    expect(lastReceived([])).toBeNull()
    expect(lastReceived([kept('1', 'a', { state: 'received', at: ago(2) }), kept('2', 'a', { state: 'conflict', at: ago(1) })])).toBe(
      ago(1),
    )
  })
})

describe('the clock of a device', () => {
  test('the offset is measured from the middle of asking and hearing', () => {
    expect(offsetOf('2026-11-24T06:00:00.000Z', now - 300, now + 100)).toBe(100)
    expect(offsetOf('2026-11-24T06:00:00.000Z', now - day, now - day)).toBe(day)
  })

  test('times are said as a clock in Shanghai shows them', () => {
    expect(minuteOf('2026-11-24T06:03:00.000Z')).toBe('14:03')
    expect(dayMinuteOf('2026-11-24T18:03:00.000Z')).toBe('11-25 02:03')
    expect(correctedNow(5, null)).toBe(5)
  })
})
