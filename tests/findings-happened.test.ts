import { describe, expect, it } from 'vitest'
import { happened } from '../app/findings/[number]/happened'

type View = Parameters<typeof happened>[0]
const step = (id: number, name: string, onDay: string, at = `${onDay}T02:00:00.000Z`) =>
  ({ id, step: name, toState: 'assigned', words: null, unit: null, dueOn: null, by: null, onDay, at, files: [] }) as View['steps'][number]
const alarm = (level: string, onDay: string) => ({ level, onDay, dueOn: '2025-10-30', tell: ['unit'] }) as View['alarms'][number]
const extension = (id: number, at: string) => ({ id, at }) as View['extensions'][number]

const said = (view: View) =>
  happened(view).map((item) => {
    const what = item.kind === 'step' ? item.step.step : item.kind === 'alarm' ? item.alarm.level : 'extension'
    return `${item.day} ${what}`
  })

describe('what happened to a finding', () => {
  it('stands in one order: what the clock said of a day before what was done on it', () => {
    const steps = [step(1, 'assign', '2025-10-16'), step(2, 'request', '2025-10-31')]
    expect(said({ steps, alarms: [alarm('warning', '2025-10-27'), alarm('blue', '2025-10-31')], extensions: [] })).toEqual([
      '2025-10-16 assign',
      '2025-10-27 warning',
      '2025-10-31 blue',
      '2025-10-31 request',
    ])
  })

  it('puts a request for more time where it was made, by Shanghai’s day', () => {
    const steps = [step(1, 'assign', '2025-10-16'), step(2, 'extend', '2025-10-29')]
    expect(said({ steps, alarms: [], extensions: [extension(7, '2025-10-27T17:00:00.000Z')] })).toEqual([
      '2025-10-16 assign',
      '2025-10-28 extension',
      '2025-10-29 extend',
    ])
  })

  it('keeps it between the steps around it where the business day is not the clock’s (a demonstration)', () => {
    const steps = [step(1, 'assign', '2025-10-16', '2026-11-24T01:00:00.000Z'), step(2, 'extend', '2025-10-16', '2026-11-24T03:00:00.000Z')]
    expect(said({ steps, alarms: [], extensions: [extension(7, '2026-11-24T02:00:00.000Z')] })).toEqual([
      '2025-10-16 assign',
      '2025-10-16 extension',
      '2025-10-16 extend',
    ])
  })
})
