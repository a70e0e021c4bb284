import { describe, expect, test } from 'vitest'
import { startCourier, waitAfter } from '../../app/field/courier'
import type { Outcome } from '../../app/field/outbox'
import { fakePhone, fakeServer, startedVisit } from '../support/field-fakes'

/** A clock whose alarms go off when the test says so. */
function fakeTimer() {
  const alarms: { ms: number; work: () => void; id: number }[] = []
  let last = 0
  const timer = {
    after: (ms: number, work: () => void) => {
      alarms.push({ ms, work, id: ++last })
      return last
    },
    cancel: (id: number) => {
      const place = alarms.findIndex((alarm) => alarm.id === id)
      if (place >= 0) alarms.splice(place, 1)
    },
  }
  return { timer, alarms }
}

describe('the courier', () => {
  test('waits longer after each failure, up to five minutes, and twenty seconds when all is well', () => {
    expect([0, 1, 2, 3].map((failures) => waitAfter('unreachable', failures))).toEqual([2000, 4000, 8000, 16_000])
    expect(waitAfter('unreachable', 40)).toBe(300_000)
    expect(waitAfter('quiet', 0)).toBe(20_000)
    expect(waitAfter('signed-out', 0)).toBe(20_000)
    expect(waitAfter('other-user', 0)).toBeNull()
  })

  test('tries again by itself and is quick again once the line is back', async () => {
    const [phone, server] = [fakePhone(), fakeServer()]
    const { timer, alarms } = fakeTimer()
    const heard: Outcome[] = []
    phone.put(startedVisit())
    server.fault = () => 'cut-before'
    const courier = startCourier(phone, server.line, timer, { sending: () => undefined, outcome: (outcome) => heard.push(outcome) })
    await courier.poke()
    await courier.poke()
    expect(alarms.map(({ ms }) => ms)).toEqual([4000])
    server.fault = () => null
    expect(await courier.poke()).toBe('quiet')
    expect(alarms.map(({ ms }) => ms)).toEqual([20_000])
    expect(heard).toEqual(['unreachable', 'unreachable', 'quiet'])
    expect(server.records.size).toBe(1)
  })

  test('sends what was made while it was sending', async () => {
    const [phone, server] = [fakePhone(), fakeServer()]
    const { timer } = fakeTimer()
    phone.put(startedVisit())
    const courier = startCourier(phone, server.line, timer, { sending: () => undefined, outcome: () => undefined })
    const first = courier.poke()
    phone.put(startedVisit())
    await Promise.all([first, courier.poke()])
    expect(server.records.size).toBe(2)
  })

  test('stopped, it plans nothing and says nothing', async () => {
    const [phone, server] = [fakePhone(), fakeServer()]
    const { timer, alarms } = fakeTimer()
    const heard: Outcome[] = []
    phone.put(startedVisit())
    const courier = startCourier(phone, server.line, timer, { sending: () => undefined, outcome: (outcome) => heard.push(outcome) })
    const going = courier.poke()
    courier.stop()
    await going
    expect([alarms, heard]).toEqual([[], []])
  })
})
