import { describe, expect, it } from 'vitest'
import { plan } from '../../db/plan'
import { contradictionsOf, linesOfBox, mentionsOnLine } from '../../domain/plan-mentions'
import { lineParameter, registerFilters } from '../../domain/plan-parameters'
import { distinctWorks, statedInvestment } from '../../domain/plan-totals'

const box = (id: string) => plan.boxes.find((candidate) => candidate.id === id) ?? expect.fail(`no box ${id}`)

describe('what the plan’s investments add up to', () => {
  it('is 14.83 亿元 or, with the second amount of 3-1#04, 16.83; four of 116 known', () => {
    const stated = statedInvestment(distinctWorks(plan.boxes))
    expect(stated.total).toEqual({ yuan: 1_482_675_700, known: 4, unknown: 112 })
    expect(stated.withParts).toBe(1_682_675_700)
    expect(stated.split).toEqual(['3-1#04'])
  })

  it('is not known, rather than 0, for a box without any', () => {
    expect(statedInvestment(box('5-1').items)).toEqual({ total: { yuan: null, known: 0, unknown: 35 }, withParts: null, split: [] })
  })

  it('counts a work of two boxes once, as many as there are projects', () => {
    expect(distinctWorks(plan.boxes)).toHaveLength(plan.projects.length)
  })
})

describe('a line of the plan', () => {
  it('names everything that is quoted from it', () => {
    expect(mentionsOnLine(plan, 725).map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'item 3-1#02',
      'contradiction R111',
      'contradiction R111',
    ])
    expect(mentionsOnLine(plan, 711).some(({ kind }) => kind === 'chain-basis')).toBe(true)
    expect(mentionsOnLine(plan, 2)).toEqual([])
  })

  it('brings the register’s entries to the boxes they concern', () => {
    const topics = contradictionsOf(plan, linesOfBox(box('7-3'))).map(({ a, b }) => [a.text, b?.text])
    expect(topics).toContainEqual(['2座中型水库除险加固', '5座中型水库除险加固'])
  })
})

describe('an address of the plan’s pages', () => {
  it('gives a line only for a plain number', () => {
    expect(['725', '0', '-1', '1.5', 'x', '', '123456'].map(lineParameter)).toEqual([725, null, null, null, null, null, null])
    expect(lineParameter(['1', '2'])).toBeNull()
  })

  it('keeps the filters it can use and names those it cannot', () => {
    expect(registerFilters({ severity: 'serious', kind: 'bad', page: '2', other: 'x' })).toEqual({
      filters: { severity: 'serious', page: 2 },
      wrong: ['kind'],
    })
    expect(registerFilters({ kind: ['blank', 'unit'], severity: '' })).toEqual({ filters: {}, wrong: ['kind'] })
    expect(registerFilters({ constructor: 'x', page: '0' })).toEqual({ filters: {}, wrong: ['page'] })
  })
})
