import { describe, expect, it } from 'vitest'
import { likeness, nameKey, WorkIndex } from '../../domain/import-match'

const national = '2020-430424-30-03-012345'
const index = new WorkIndex([
  { id: 1, code: 'P0001', name: '年产10万吨环保材料生产线（一期）', owner: '衡东甲公司', nationalCode: national },
  { id: 2, code: 'P0002', name: '洣水河综合治理工程', owner: null, nationalCode: null },
  { id: 3, code: 'P0003', name: '污水处理厂', owner: '甲镇人民政府', nationalCode: null },
  { id: 4, code: 'P0004', name: '污水处理厂', owner: '乙镇人民政府', nationalCode: null },
])
const ask = (given: Partial<{ code: string; nationalCode: string; name: string; owner: string }>) =>
  index.match({ code: null, nationalCode: null, name: null, owner: null, ...given })

describe('a row finds its work', () => {
  it('by code before anything else', () => expect(ask({ code: 'P0002', name: '洣水河治理' })).toEqual({ found: 'sure', id: 2, by: 'code' }))
  it('not by a code nobody has', () => expect(ask({ code: 'P9999', name: '污水处理厂' })).toEqual({ found: 'unknown-code' }))
  it('by 项目代码 where there is no code', () =>
    expect(ask({ nationalCode: national })).toEqual({ found: 'sure', id: 1, by: 'national-code' }))
  it('by name, whatever its spaces, widths and brackets', () =>
    expect(ask({ name: ' 年产１０万吨 环保材料生产线(一期)' })).toEqual({ found: 'sure', id: 1, by: 'name' }))
  it('by name and owner where two works have one name', () =>
    expect(ask({ name: '污水处理厂', owner: '乙镇人民政府' })).toEqual({ found: 'sure', id: 4, by: 'name' }))
  it('not at all by a name nobody is like', () => expect(ask({ name: '高铁新城文化广场' })).toEqual({ found: 'none' }))
})

describe('a person decides', () => {
  it('between two works of one name', () => {
    const match = ask({ name: '污水处理厂' })
    expect(match.found === 'doubtful' && match.candidates.map(({ code }) => code)).toEqual(['P0003', 'P0004'])
  })
  it('when a code stands beside quite another name: the row may have slipped', () =>
    expect(ask({ code: 'P0002', name: '污水处理厂' }).found).toBe('doubtful'))
  it('when a name is only like another, the likest first', () => {
    const match = ask({ name: '洣水河流域综合治理' })
    expect(match.found === 'doubtful' && match.candidates[0]?.code).toBe('P0002')
  })
  it('when the name agrees and the owner does not', () =>
    expect(ask({ name: '年产10万吨环保材料生产线（一期）', owner: '外地某某' }).found).toBe('doubtful'))
})

it('likeness is 1 for the same name, 0 for nothing in common, the same both ways', () => {
  expect(likeness('洣水河治理', '洣水河 治理')).toBe(1)
  expect(likeness('洣水河治理', '高铁新城')).toBe(0)
  expect(likeness('洣水河综合治理', '洣水治理')).toBe(likeness('洣水治理', '洣水河综合治理'))
  expect(nameKey('（一期）Ａ-1')).toBe('一期a1')
})
