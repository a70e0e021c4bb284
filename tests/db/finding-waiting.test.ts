import { afterAll, beforeAll, expect, it } from 'vitest'
import { findingList } from '../../db/queries/finding-list'
import { findingTasks } from '../../db/queries/finding-tasks'
import { findingView } from '../../db/queries/finding-view'
import { finding, findingIn, findingRow, toRequest } from '../support/finding'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
})
afterAll(() => t.close())

const later = '2025-11-05'
const daysOf = (id: number) => {
  const line = findingList(t.actors.supervisor, { show: 'all' }, 1, later).rows.find((row) => row.id === id)
  return line?.unassignedDays
}

it('what nobody has assigned says for how many days: since it was registered, or reopened', () => {
  const registered = findingIn(t, [], { today: '2025-10-16' })
  const reopened = findingIn(t, [...toRequest, 'close'], { today: '2025-10-16' })
  finding.reopen(ctxOf(t.actors.supervisor, '2025-10-31'), reopened)
  const assigned = findingIn(t, ['assign'], { today: '2025-10-16' })
  expect([registered, reopened, assigned].map(daysOf)).toEqual([20, 5, null])
  expect(findingView(t.actors.supervisor, findingRow(reopened).number, later).unassignedDays).toBe(5)
  finding.assign(ctxOf(t.actors.supervisor, later), reopened, { unitId: String(t.organisations.own), dueOn: '2025-11-20' })
  expect(daysOf(reopened)).toBe(null)
})

it('on the home page the longest waiting comes first', () => {
  const earlier = findingIn(t, [...toRequest, 'close'], { today: '2025-10-16' })
  const middle = findingIn(t, [], { today: '2025-10-20' })
  finding.reopen(ctxOf(t.actors.supervisor, '2025-10-30'), earlier)
  const last = findingIn(t, [], { today: '2025-11-01' })
  const group = findingTasks(t.actors.supervisor, later).find(({ kind }) => kind === 'assign')!
  const order = group.rows.map(({ unassignedDays }) => unassignedDays)
  expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)))
  const shown = group.rows.flatMap(({ id }) => ([earlier, middle, last].includes(id) ? [id] : []))
  expect(shown).toEqual([middle, earlier, last])
})
