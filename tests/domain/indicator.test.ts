import { describe, expect, it } from 'vitest'
import { indicators } from '../../db/plan/indicators'
import { register } from '../../db/plan/register'
import { baseFigure, contradictionsOf, directionOf, paceOf, statementsOf, targetOf } from '../../domain/indicator'
import { progressOf } from '../../domain/indicator-standing'
import { fitsForm, readValue, standsIn } from '../../domain/indicator-value'
import type { PlanIndicator } from '../../domain/plan'

const row = (no: string): PlanIndicator => {
  const found = indicators.find((each) => each.no === no)
  if (!found) throw new Error(no)
  return found
}
const both = (no: string) => [row(no).target2025?.value ?? null, row(no).value2020] as const
const period = { base: 2020, end: 2025 }
const progress = (no: string, year: number, value: string | null) =>
  progressOf({ name: row(no).name, base: row(no).value2020, target: row(no).target2025?.value ?? null, year, value, period })

describe('a printed value', () => {
  it('is read as figure, bound, sum, note or ratio', () => {
    expect(readValue('54.2')).toMatchObject({ figure: 54.2, bound: null, sum: false, note: null })
    expect(readValue('≥65000')).toMatchObject({ figure: 65000, bound: 'least' })
    expect(readValue('≤3.5')).toMatchObject({ figure: 3.5, bound: 'most' })
    expect(readValue('[15]')).toMatchObject({ figure: 15, sum: true })
    expect(readValue('42.2(预计)')).toMatchObject({ figure: 42.2, note: '预计' })
    expect(readValue('12.8：30.9：56.3').parts).toEqual([12.8, 30.9, 56.3])
  })

  it('is no figure where it gives two, or only words', () => {
    expect(readValue('11（9）')).toMatchObject({ figure: null, twice: true })
    expect(readValue('≥20（≥12）')).toMatchObject({ figure: null, twice: true })
    expect(readValue('完成省市下达任务')).toMatchObject({ figure: null, parts: null })
    for (const odd of ['', '[15', '1.2.3', '十五', '1e9', '1:2:x']) expect(readValue(odd).figure, odd).toBeNull()
  })

  it('is told in the form the plan prints', () => {
    expect(fitsForm('12.9:30:57.1', '12.8：30.9：56.3')).toBe(true)
    expect(fitsForm('12.9', '12.8：30.9：56.3')).toBe(false)
    expect(fitsForm('10', '11（9）')).toBe(true)
    expect(fitsForm('很好', '55')).toBe(false)
    expect(fitsForm('已完成', '完成省市下达任务')).toBe(true)
    expect(fitsForm('约三百', null)).toBe(false)
  })

  it('stands in a statement as a whole figure only', () => {
    expect(standsIn('35', '绿化覆盖率达到35%以上')).toBe(true)
    expect(standsIn('5', '绿化覆盖率达到35%以上')).toBe(false)
    expect(standsIn('3', '达到3.5')).toBe(false)
    expect(standsIn('11', '11（9）')).toBe(true)
  })
})

describe('direction and pace follow from the words of the plan', () => {
  it('goes up, down, or is not given', () => {
    expect(directionOf(...both('5'))).toBe('higher')
    expect(directionOf(...both('15'))).toBe('lower')
    expect(directionOf(...both('16'))).toBe('lower')
    expect(directionOf(...both('1'))).toBe('none')
    expect(directionOf(...both('6'))).toBe('none')
    expect(directionOf(...both('12'))).toBe('none')
  })

  it('draws a line only where base and target are the same thing', () => {
    const pace = (no: string) => paceOf(row(no).name, ...both(no))
    expect(pace('3')).toBe('line')
    expect(pace('29')).toBe('sum')
    expect(pace('11')).toBe('rate')
    expect(pace('35')).toBe('hold')
    for (const no of ['1', '2', '6', '12', '16', '23', '25', '32']) expect(pace(no), no).toBe('none')
    expect(baseFigure('3.6（登记失业率）')).toBeNull()
    expect(baseFigure('12.5(年均)')).toBeNull()
    expect(baseFigure('42.2(预计)')).toBe(42.2)
  })
})

describe('progress', () => {
  it('is held against the straight line and against time', () => {
    expect(progress('3', 2023, '15.8')).toMatchObject({ standing: 'on-line', expected: 15.69, share: 62, time: 60 })
    expect(progress('3', 2023, '15')).toMatchObject({ standing: 'behind-line', share: 45 })
    expect(progress('3', 2025, '17.5')).toMatchObject({ standing: 'met', share: 100, time: 100 })
    expect(progress('3', 2025, '17.4')).toMatchObject({ standing: 'not-met' })
    expect(progress('29', 2022, '6')).toMatchObject({ standing: 'on-line', expected: 6, share: 40 })
  })

  it('is unknown without a value, and not judged where the plan gives too little', () => {
    expect(progress('3', 2023, null)).toMatchObject({ standing: 'unknown', share: null })
    expect(progress('1', 2025, '400')).toMatchObject({ standing: 'not-judged', share: null, expected: null })
    expect(progress('12', 2024, '10')).toMatchObject({ standing: 'not-judged' })
    expect(progress('6', 2025, '12:30:58')).toMatchObject({ standing: 'not-judged' })
    expect(progress('16', 2023, '4')).toMatchObject({ standing: 'not-judged' })
    expect(progress('16', 2025, '3.5')).toMatchObject({ standing: 'met' })
  })

  it('is a matter of every year for a rate and for what is to be held', () => {
    expect(progress('11', 2022, '13.9')).toMatchObject({ standing: 'not-met', share: null })
    expect(progress('11', 2022, '14')).toMatchObject({ standing: 'met' })
    expect(progress('35', 2023, '84')).toMatchObject({ standing: 'not-met' })
    expect(progress('15', 2023, '1.9')).toMatchObject({ standing: 'met' })
  })
})

describe('contradictions of an indicator', () => {
  it('are those of the register whose lines its row covers', () => {
    const green = contradictionsOf('27', indicators, register)
    expect(green.flatMap(({ a, b }) => [a.text, b?.text ?? '']).join()).toContain('35')
    for (const { no } of indicators)
      for (const { a, b } of contradictionsOf(no, indicators, register))
        expect([a.line, b?.line].some((line) => line !== undefined && line >= row(no).clause.line && line <= 638)).toBe(true)
  })

  it('give both sides to choose from, the table first', () => {
    const statements = statementsOf(row('27'), contradictionsOf('27', indicators, register))
    expect(statements[0]).toMatchObject({ key: 'table', text: '≥45', table: true })
    expect(statements.length).toBeGreaterThan(2)
    expect(targetOf(row('27'), { statement: 'R1b', value: '35', reason: '按正文' })).toEqual({ text: '35', statement: 'R1b', chosen: true })
    expect(targetOf(row('1'), null)).toBeNull()
  })
})
