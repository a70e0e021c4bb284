import { describe, expect, it } from 'vitest'
import { constructionSince, nextRegistrationStates, registrationClock } from '../../domain/registration'
import { registrationInput, registrationIssues } from '../../domain/registration-input'

const today = '2025-10-16'
const input = (fields: Record<string, string>) =>
  registrationInput.parse({ code: 'P0001', version: '0', state: 'declared', onDay: '2025-10-01', ...fields })
const codes = (...given: Parameters<typeof registrationIssues>) => registrationIssues(...given).map(({ field, code }) => `${field} ${code}`)

describe('the clock of 入库纳统', () => {
  const facts = { state: null, since: null, constructionSince: '2025-10-01' }
  it('runs from the start of construction while nobody recorded that it is registered', () => {
    expect(registrationClock(facts, today)).toEqual({ from: '2025-10-01', days: 15 })
    expect(registrationClock({ ...facts, state: 'declared', since: '2025-10-10' }, today)?.days).toBe(15)
  })
  it('stands still for what is registered, need not be, or is not built', () => {
    expect(registrationClock({ ...facts, state: 'registered', since: '2025-10-02' }, today)).toBeNull()
    expect(registrationClock({ ...facts, state: 'exempt', since: '2025-10-02' }, today)).toBeNull()
    expect(registrationClock({ ...facts, constructionSince: null }, today)).toBeNull()
  })
  it('begins anew on the day a work was taken out again', () => {
    expect(registrationClock({ ...facts, state: 'removed', since: '2025-10-12' }, today)).toEqual({ from: '2025-10-12', days: 4 })
  })
  it('does not run for a start that is still to come', () => {
    expect(registrationClock({ ...facts, constructionSince: '2025-11-01' }, today)).toBeNull()
  })
})

describe('under construction since', () => {
  it('is the first day of building since the work was last anything before it', () => {
    expect(
      constructionSince([
        { stage: 'preparatory', from: '2024-01-01' },
        { stage: 'construction', from: '2024-06-01' },
      ]),
    ).toBe('2024-06-01')
    const again = [
      { stage: 'construction', from: '2023-01-01' },
      { stage: 'preparatory', from: '2023-06-01' },
      { stage: 'construction', from: '2024-06-01' },
    ] as const
    expect(constructionSince(again)).toBe('2024-06-01')
  })
  it('goes on through a pause, and is nothing once the work is built or paused', () => {
    const paused = [
      { stage: 'construction', from: '2023-01-01' },
      { stage: 'paused', from: '2023-06-01' },
    ] as const
    expect(constructionSince(paused)).toBeNull()
    expect(constructionSince([...paused, { stage: 'construction', from: '2024-06-01' }])).toBe('2023-01-01')
    expect(constructionSince([{ stage: 'completed', from: '2024-06-01' }])).toBeNull()
    expect(constructionSince([])).toBeNull()
  })
})

describe('a state that is recorded', () => {
  it('follows from the one before it', () => {
    expect(nextRegistrationStates(null)).not.toContain('removed')
    expect(codes(input({ state: 'removed', reason: '退' }), null, today)).toEqual(['state registration-not-possible'])
    expect(codes(input({ state: 'removed', reason: '退' }), { state: 'registered', onDay: '2025-09-01' }, today)).toEqual([])
  })
  it('says why when it takes the work out, or says it need not be in', () => {
    expect(codes(input({ state: 'exempt' }), null, today)).toEqual(['reason needs-reason'])
    expect(codes(input({ state: 'declared' }), { state: 'registered', onDay: '2025-09-01' }, today)).toEqual(['reason needs-reason'])
  })
  it('is neither of the future nor of before the last one', () => {
    expect(codes(input({ onDay: '2025-10-17' }), null, today)).toEqual(['onDay in-the-future'])
    expect(codes(input({}), { state: 'preparing', onDay: '2025-10-02' }, today)).toEqual(['onDay before-previous'])
  })
})
