import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { orm } from '../../db/client'
import { addWorks } from '../../db/inspection/round-list'
import { roundById } from '../../db/queries/round-access'
import { roundWorks } from '../../db/schema'
import { write } from '../../db/write'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { roundOf } from '../support/visits'
import { work } from '../support/work'

/** Ten thousand random ids easily hold one twice: here they hold little else. */
const drawn = vi.hoisted(() => ({ ids: [] as number[] }))
vi.mock('../../db/hash', async (original) => ({
  ...(await original<typeof import('../../db/hash')>()),
  sparseId: () => drawn.ids.shift() ?? 900_000_000,
}))

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

describe('the list of a round', () => {
  it('takes a work twice named once, and an id that is taken never', () => {
    const by = t.actors.supervisor
    const [first, second] = [roundOf([], { by }), roundOf([], { by })]
    const add = (id: number, codes: string[]) =>
      write(ctxOf(by), 'addWorks', codes, (tx) =>
        addWorks(
          tx,
          roundById(tx, id),
          codes.map((code) => ({ projectId: work(code).id, route: 'named' })),
        ),
      )
    drawn.ids = [111_111_111, 222_222_222]
    expect(add(first, ['P0001', 'P0002', 'P0001'])).toBe(2)
    drawn.ids = [222_222_222, 333_333_333, 333_333_333, 111_111_111, 444_444_444, 555_555_555]
    expect(add(second, ['P0001', 'P0002', 'P0003'])).toBe(3)
    const ids = orm().select({ id: roundWorks.id }).from(roundWorks).where(eq(roundWorks.roundId, second)).all()
    expect(ids.map(({ id }) => id).toSorted()).toEqual([333_333_333, 444_444_444, 555_555_555])
  })
})
