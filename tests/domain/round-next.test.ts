import { expect, test } from 'vitest'
import type { RoundState } from '../../domain/inspection'
import { nextOfRound, type RoundProgress } from '../../domain/round-next'

const fresh: RoundProgress = { works: 3, visited: 0, findingsOpen: 0, bulletin: null }
const next = (state: RoundState, progress: Partial<RoundProgress> = {}, announced = true) =>
  nextOfRound({ state, announced }, { ...fresh, ...progress })

test('an announced round waits for its notice, an unannounced one goes straight to the sites', () => {
  expect([next('drafted'), next('scoped'), next('notified')]).toEqual(['scope', 'notify', 'visit'])
  expect(next('scoped', {}, false)).toBe('visit')
})

test('visits can be ended once somebody has been to every work, and not of a list without works', () => {
  expect([next('under-way', { visited: 2 }), next('under-way', { visited: 3 }), next('under-way', { works: 0 })]).toEqual([
    'visit',
    'end',
    'visit',
  ])
})

test('after the visits the bulletin is drafted, proposed and issued, whatever is still open', () => {
  const after = (bulletin: RoundProgress['bulletin']) => next('visits-ended', { bulletin, findingsOpen: 4 })
  expect([after(null), after('drafted'), after('proposed')]).toEqual(['draft', 'propose', 'issue'])
})

test('a round is closed when nothing is open, and waits for nothing afterwards', () => {
  expect([next('bulletin-issued', { findingsOpen: 1 }), next('rectifying', { findingsOpen: 1 }), next('rectifying')]).toEqual([
    'rectify',
    'rectify',
    'close',
  ])
  expect([next('closed'), next('abandoned')]).toEqual([null, null])
})
