import { describe, expect, it } from 'vitest'
import type { FundSums } from '../../domain/fund-totals'
import type { Total } from '../../domain/money'
import { drawFunds, fundSheet } from '../../domain/picture/funds'
import { drawIndicators, indicatorsHeight, indicatorTile } from '../../domain/picture/indicators'

const total = (yuan: number | null, known: number, unknown: number): Total => ({ yuan, known, unknown })
const sums = (planned: Total, inPlace: Total, paid: Total): FundSums => ({ planned, inPlace, paid })

describe('sources of funds', () => {
  const full = fundSheet.width - fundSheet.left - fundSheet.right
  const none = total(null, 0, 30)
  const { rows, height } = drawFunds([
    sums(total(1000, 30, 0), total(500, 12, 18), total(0, 30, 0)),
    sums(total(250, 30, 0), none, none),
    sums(none, none, none),
  ])

  it('have one scale, so that the largest sum of all takes the whole width', () => {
    expect(rows.map(({ bars }) => bars.map(({ width }) => width))).toEqual([
      [full, full / 2, 0],
      [full / 4, 0, 0],
      [0, 0, 0],
    ])
  })

  it('tell nothing known, a part known and nought from one another', () => {
    expect(rows.map(({ bars }) => bars.map(({ kind }) => kind))).toEqual([
      ['known', 'least', 'known'],
      ['known', 'unknown', 'unknown'],
      ['unknown', 'unknown', 'unknown'],
    ])
  })

  it('stand under one another and inside the sheet', () => {
    const places = rows.flatMap(({ bars }) => bars.map(({ y }) => y))
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(new Set(places).size).toBe(places.length)
    expect((places.at(-1) ?? 0) + fundSheet.bar).toBeLessThan(height)
  })

  it('of nothing known at all make no bar', () => {
    expect(drawFunds([sums(none, none, none)]).rows[0]?.bars.every(({ width, kind }) => width === 0 && kind === 'unknown')).toBe(true)
  })
})

describe('an indicator’s years', () => {
  const years = (...values: (string | null)[]) => values.map((value, at) => ({ year: 2021 + at, value }))
  const one = (row: { name?: string; base: string | null; target: string | null; values: { year: number; value: string | null }[] }) => {
    const [drawn] = drawIndicators([{ name: '财政收入', ...row }], 2020)
    if (!drawn) throw new Error('nothing drawn')
    return drawn
  }

  it('are points where they are approved, and “—” where nobody knows, never nought', () => {
    const drawn = one({ base: '10', target: '20', values: years('12', null, '15', '16', null) })
    expect(drawn.points.map(({ year, figure }) => [year, figure])).toEqual([
      [2020, 10],
      [2021, 12],
      [2023, 15],
      [2024, 16],
    ])
    expect(drawn.absent.map(({ year }) => year)).toEqual([2022, 2025])
  })

  it('are joined between neighbours only', () => {
    const { solid } = one({ base: '10', target: '20', values: years('12', null, '15', '16', null) })
    expect(solid.match(/M/g)).toHaveLength(2)
    expect(solid.match(/L/g)).toHaveLength(2)
  })

  it('stand beside a straight line from base to target, which a value on it meets', () => {
    const { line, points } = one({ base: '10', target: '20', values: years('12', '14', '16', '18', '20') })
    const [, x1, y1, x2, y2] = (/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/.exec(line?.path ?? '') ?? []).map(Number)
    expect(line?.pace).toBe('line')
    for (const { x, y } of points) {
      const onLine = (y1 ?? 0) + (((y2 ?? 0) - (y1 ?? 0)) * (x - (x1 ?? 0))) / ((x2 ?? 0) - (x1 ?? 0))
      expect(Math.abs(y - onLine)).toBeLessThan(0.02)
    }
  })

  it('of a rate stand beside the level of its target, of a sum beside a line from nothing', () => {
    expect(one({ name: 'GDP增速', base: '7', target: '8', values: years(null, null, null, null, null) }).line).toMatchObject({
      pace: 'rate',
    })
    const level = one({ name: 'GDP增速', base: '7', target: '8', values: years('8') }).line?.path.match(/[\d.]+/g)
    expect(level?.[1]).toBe(level?.[3])
    expect(one({ base: '3', target: '[15]', values: years('3', '6') }).line?.pace).toBe('sum')
  })

  it('have no line where the plan gives too little, and say that a ratio is no figure', () => {
    const drawn = one({ base: '12.8:30.9:56.3', target: null, values: years('12:31:57') })
    expect([drawn.line, drawn.points, drawn.words.map(({ year }) => year)]).toEqual([null, [], [2020, 2021]])
  })

  it('of one value stand in the middle of their tile, and tiles stand four in a row', () => {
    const rows = Array.from({ length: 5 }, () => ({ name: '森林覆盖率', base: '50', target: '50', values: years('50') }))
    const drawn = drawIndicators(rows, 2020)
    expect(new Set(drawn[0]?.points.map(({ y }) => y)).size).toBe(1)
    expect(drawn[4]).toMatchObject({ x: 0, y: indicatorTile.height + indicatorTile.gap })
    expect(indicatorsHeight(5)).toBe(2 * indicatorTile.height + indicatorTile.gap)
  })
})
