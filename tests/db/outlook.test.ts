import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { house, orm } from '../../db/client'
import { slips } from '../../db/queries/slips'
import { timeline } from '../../db/queries/timeline'
import { townOverview } from '../../db/queries/towns'
import { milestones, projectList } from '../../db/schema'
import { openTestHouse, type TestHouse, testDay } from '../support/house'

let t: TestHouse
type Dates = { originalOn?: string; baselineOn?: string; forecastOn?: string; metOn?: string }

function lay(code: string, position: number, name: string, dates: Dates): void {
  const work = orm().select({ id: projectList.projectId }).from(projectList).where(eq(projectList.code, code)).get()
  if (!work) throw new Error(`no work ${code}`)
  orm()
    .insert(milestones)
    .values({ projectId: work.id, position, name, definition: name, proof: name, ...dates })
    .run()
}

beforeAll(() => {
  t = openTestHouse()
  orm().delete(milestones).run()
  lay('P0001', 1, '开工', { originalOn: '2025-01-31', baselineOn: '2025-03-31', metOn: '2025-09-30' })
  lay('P0001', 2, '封顶', { originalOn: '2025-06-30', baselineOn: '2025-09-30', forecastOn: '2025-12-31' })
  lay('P0001', 3, '竣工', { baselineOn: '2026-06-30', forecastOn: '2026-07-10' })
  lay('P0002', 1, '开工', { baselineOn: '2025-05-31' })
  lay('P0003', 1, '开工', { baselineOn: '2025-12-31' })
  lay('P0004', 1, '开工', {})
})
afterAll(() => t.close())

describe('slips', () => {
  it('are of each work its worst unmet milestone, the furthest first', () => {
    const { rows, total } = slips(t.actors.leader, testDay, 1)
    expect(total).toBe(2)
    expect(rows.map(({ code, milestone, days, basis, slipping }) => [code, milestone, days, basis, slipping])).toEqual([
      ['P0002', '开工', 138, 'open', 1],
      ['P0001', '封顶', 92, 'forecast', 2],
    ])
    expect(rows[1]?.fromOriginal).toBe(184)
  })

  it('agree with the rule in plain SQL on any other day', () => {
    const day = '2026-08-01'
    const told = slips(t.actors.leader, day, 1, 100).rows.map(({ code, days }) => [code, days])
    const plain = house()
      .sqlite.prepare(
        `select p.code as code, cast(max(julianday(case when m.forecast_on >= :day then m.forecast_on else :day end) - julianday(m.baseline_on)) as integer) as days
         from milestones m join projects p on p.id = m.project_id
         where m.met_on is null and m.baseline_on < :day or (m.met_on is null and m.forecast_on > m.baseline_on and m.forecast_on >= :day)
         group by p.code order by days desc, p.code`,
      )
      .all({ day }) as { code: string; days: number }[]
    expect(told).toEqual(plain.map(({ code, days }) => [code, days]))
  })

  it('come a page at a time', () => {
    expect(slips(t.actors.leader, testDay, 2, 1).rows.map(({ code }) => code)).toEqual(['P0001'])
    expect(slips(t.actors.leader, testDay, 3, 1)).toEqual({ rows: [], total: 2 })
  })
})

describe('the timeline', () => {
  it('has the works with a dated milestone, with all of their milestones in order', () => {
    const { rows, total } = timeline(t.actors.leader, {}, 1)
    expect(total).toBe(3)
    expect(rows.map(({ code, milestones }) => [code, milestones.map(({ name }) => name)])).toEqual([
      ['P0001', ['开工', '封顶', '竣工']],
      ['P0002', ['开工']],
      ['P0003', ['开工']],
    ])
  })

  it('keeps to its filter', () => {
    const sector = orm().select({ sector: projectList.sector }).from(projectList).where(eq(projectList.code, 'P0001')).get()?.sector
    const { total } = timeline(t.actors.leader, { sector: sector as 'industry' }, 1)
    const others = house()
      .sqlite.prepare(`select count(distinct l.project_id) as works from project_list l join milestones m on m.project_id = l.project_id
        where l.sector = ? and m.baseline_on is not null`)
      .get(sector) as { works: number }
    expect(total).toBe(others.works)
  })
})

describe('the towns', () => {
  it('are the seventeen of the plan and the works without one, and count every work once', () => {
    const rows = townOverview(t.actors.leader)
    expect(rows.filter(({ town }) => town !== null)).toHaveLength(17)
    expect(rows.at(-1)?.town).toBeNull()
    const works = house().sqlite.prepare('select count(*) as works from project_list').get() as { works: number }
    expect(rows.reduce((sum, { rollup }) => sum + rollup.works, 0)).toBe(works.works)
  })

  it('say of how many works their sums know, and “unknown” where it is none', () => {
    for (const { rollup } of townOverview(t.actors.leader)) {
      expect(rollup.approved.known + rollup.approved.unknown).toBe(rollup.works)
      expect(rollup.approved.yuan === null).toBe(rollup.approved.known === 0)
    }
  })
})
