import { describe, expect, it } from 'vitest'
import type { PlanItem, PlanProject } from '../../domain/plan'
import { columnsToMove, planDiff, refusedRemovals } from '../../domain/plan-diff'
import { type PlanData, type PlannedWork, planEntriesOf, plannedWorks, townOf } from '../../domain/plan-entries'

const clause = { line: 1, quote: '甲' }

function item(code: string, changes: Partial<PlanItem> = {}): PlanItem {
  return {
    code,
    kind: 'work',
    name: `工程${code}`,
    owner: null,
    place: null,
    construction: null,
    class: null,
    quantities: [],
    investment: null,
    schedule: null,
    description: null,
    clause,
    sameAs: [],
    ...changes,
  }
}

const work = (code: string, items: string[], chain: PlanProject['chain'] = { basis: 'unknown' }): PlanProject => ({
  code,
  name: `项目${code}`,
  items,
  chain,
})

function planOf(items: PlanItem[], projects: PlanProject[]): PlanData {
  const places = [{ code: 'T01', kind: 'town' as const, name: '吴集镇', clause }]
  const empty = { chains: [], targets: [], indicators: [], indicators13: [], chapterTen: [], candidates: [], register: [] }
  const period = { id: '14', name: '十四五', from: '2021-01-01', to: '2025-12-31' }
  return { period, boxes: [{ id: '5-1', title: '水利', sector: 'water', clause, items }], projects, places, ...empty }
}

const base = planOf([item('5-1#01'), item('5-1#02')], [work('P0001', ['5-1#01']), work('P0002', ['5-1#02'])])
const entries = planEntriesOf(base)
const nobody = { withHistory: new Set<string>(), beyondPlan: new Set<string>() }
const planned = (changes: Partial<PlannedWork> = {}): PlannedWork => ({ ...(plannedWorks(entries)[0] as PlannedWork), ...changes })

describe('a reload', () => {
  it('finds nothing in the same data', () => {
    expect(planDiff(entries, planEntriesOf(base))).toEqual({ added: [], changed: [], removed: [] })
  })

  it('names what is new, what is gone, and each changed field with before and after', () => {
    const later = planOf([item('5-1#01', { name: '改名' }), item('5-1#03')], [work('P0001', ['5-1#01']), work('P0003', ['5-1#03'])])
    const diff = planDiff(entries, planEntriesOf(later))
    expect(diff.added).toEqual([
      { kind: 'item', code: '5-1#03' },
      { kind: 'project', code: 'P0003' },
    ])
    expect(diff.changed).toEqual([{ kind: 'item', code: '5-1#01', fields: [{ field: 'name', before: '工程5-1#01', after: '改名' }] }])
    expect(diff.removed).toEqual([
      { kind: 'item', code: '5-1#02' },
      { kind: 'project', code: 'P0002' },
    ])
  })

  it('does not call an entry changed because another was put before it', () => {
    const later = planOf([item('5-1#01'), item('5-1#01.1'), item('5-1#02')], [...base.projects, work('P0003', ['5-1#01.1'])])
    expect(planDiff(entries, planEntriesOf(later)).changed).toEqual([])
  })

  it('knows the same words in another order of members as the same', () => {
    const turned = entries.map((entry) => ({ ...entry, body: Object.fromEntries(Object.entries(entry.body).reverse()) }))
    expect(planDiff(entries, turned as unknown as typeof entries).changed).toEqual([])
  })
})

describe('what a reload refuses', () => {
  const without2 = planEntriesOf(planOf([item('5-1#01')], [work('P0001', ['5-1#01'])]))

  it('lets a work without history go', () => {
    expect(refusedRemovals(entries, without2, nobody)).toEqual([])
  })

  it('keeps a work that has history', () => {
    const refused = refusedRemovals(entries, without2, { ...nobody, withHistory: new Set(['P0002']) })
    expect(refused).toEqual([{ code: 'P0002', reason: 'plan-work-has-history', params: { work: '项目P0002' } }])
  })

  it('keeps a landed item with its work, also without history', () => {
    const swapped = planEntriesOf(planOf([item('5-1#01'), item('5-1#02')], [work('P0001', ['5-1#01', '5-1#02'])]))
    expect(refusedRemovals(entries, swapped, nobody)).toEqual([{ code: '5-1#02', reason: 'plan-item-moved', params: { work: 'P0002' } }])
  })

  it('does not take a code that the bureau has given', () => {
    const later = planEntriesOf(planOf([item('5-1#01'), item('5-1#02'), item('5-1#03')], [...base.projects, work('P0003', ['5-1#03'])]))
    const refused = refusedRemovals(entries, later, { ...nobody, beyondPlan: new Set(['P0003']) })
    expect(refused.map(({ code, reason }) => [code, reason])).toEqual([['P0003', 'plan-code-taken']])
  })
})

describe('the columns of a work', () => {
  const row = { name: '项目P0001', sector: 'water', town: null, chainId: null, chainBasis: 'unknown', chainReason: null } as const

  it('follow the plan while the row says what the plan said', () => {
    expect(columnsToMove(row, planned(), planned({ name: '新名', town: '吴集镇' }))).toEqual({ name: '新名', town: '吴集镇' })
  })

  it("stay the bureau's once edited", () => {
    expect(columnsToMove({ ...row, name: '发改局改的名' }, planned(), planned({ name: '新名' }))).toEqual({})
  })

  it('take a corrected chain only until the bureau has confirmed one', () => {
    const suggested = planned({ chainId: 'food', chainBasis: 'suggested', chainReason: '理由' })
    expect(columnsToMove(row, planned(), suggested)).toEqual({ chainId: 'food', chainBasis: 'suggested', chainReason: '理由' })
    expect(columnsToMove({ ...row, chainBasis: 'confirmed' }, planned(), suggested)).toEqual({})
  })
})

describe('the town of a work', () => {
  const towns = ['吴集镇', '洣水镇', '三樟镇']

  it('is read from words that name one town', () => {
    expect(townOf('吴集镇', towns)).toBe('吴集镇')
    expect(townOf('洣水镇交通西路', towns)).toBe('洣水镇')
  })

  it('is not known from a list, from a place without town, or from nothing', () => {
    expect(townOf('吴集镇、三樟镇', towns)).toBeNull()
    expect(townOf('三樟镇14个村1个社区，辐射周边石湾、新塘、吴集3个乡镇', towns)).toBeNull()
    expect(townOf('河西新区', towns)).toBeNull()
    expect(townOf(null, towns)).toBeNull()
  })
})
