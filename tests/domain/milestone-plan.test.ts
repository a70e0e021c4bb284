import { expect, it } from 'vitest'
import { dateState } from '../../domain/milestone-plan'

const bare = { originalOn: null, metOn: null, waiting: null }
const dated = { ...bare, originalOn: '2025-06-30' }

it('says where the dates of a milestone stand', () => {
  expect(dateState(bare)).toBe('bare')
  expect(dateState({ ...bare, waiting: { kind: 'first' } })).toBe('first-waiting')
  expect(dateState(dated)).toBe('planned')
  expect(dateState({ ...dated, waiting: { kind: 'change' } })).toBe('change-waiting')
  expect(dateState({ ...dated, metOn: '2025-07-01', waiting: { kind: 'change' } })).toBe('met')
})
