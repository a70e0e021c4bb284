import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseIndicatorTarget } from '../../db/commands/indicator-targets'
import { approveIndicatorValue, returnIndicatorValue, submitIndicatorValue } from '../../db/commands/indicators'
import { indicatorDetail, indicatorMatrix, waitingIndicatorValues } from '../../db/queries/indicators'
import { targetChoiceInput } from '../../domain/indicator-input'
import { enteredValue, valueFields } from '../support/evaluation'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { codeOf, issuesIn, typed } from '../support/typed'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

const approve = (id: number) => approveIndicatorValue(ctxOf(t.actors.bureau2), id)
const detail = (no: string) => indicatorDetail(t.actors.leader, no, testDay)
const yearValue = (no: string, year: number) => detail(no).row.values.find((each) => each.year === year)?.value
const submit = (more: Record<string, string>) => submitIndicatorValue(ctxOf(t.actors.bureau), valueFields(more))

describe('yearly values of the indicators', () => {
  it('begin with none: 39 rows, five years, all unknown', () => {
    const { rows, years } = indicatorMatrix(t.actors.bureau, testDay)
    expect(rows).toHaveLength(39)
    expect(years).toEqual([2021, 2022, 2023, 2024, 2025])
    expect(rows.flatMap(({ values }) => values).every(({ value }) => value === null)).toBe(true)
    expect(rows.every(({ last }) => last === null)).toBe(true)
  })

  it('count once another person approved them', () => {
    const id = enteredValue(t)
    expect(yearValue('3', 2024)).toBeNull()
    expect(codeOf(() => approveIndicatorValue(ctxOf(t.actors.bureau), id))).toBe('not-self')
    expect(waitingIndicatorValues(t.actors.bureau2, 1).rows[0]).toMatchObject({ id, name: '一般公共预算收入', may: { decide: true } })
    expect(codeOf(() => submit({}))).toBe('one-open')
    approve(id)
    expect(yearValue('3', 2024)).toBe('14.5')
    expect(detail('3').row.last).toMatchObject({ year: 2024, progress: { standing: 'behind-line', expected: 16.6 } })
  })

  it('are revised with a reason, and the earlier one stays in the history', () => {
    expect(issuesIn(() => submit({ value: '14.6' }))).toEqual(['revisionReason: revision-needs-reason'])
    approve(submit({ value: '14.6', revisionReason: '决算调整' }))
    expect(yearValue('3', 2024)).toBe('14.6')
    expect(detail('3').entries.map(({ value, current }) => [value, current])).toEqual([
      ['14.6', true],
      ['14.5', false],
    ])
  })

  it('leave the printed base standing beside a revised one', () => {
    expect(issuesIn(() => submit({ year: '2020', value: '13.1' }))).toEqual(['revisionReason: revision-needs-reason'])
    approve(submit({ year: '2020', value: '13.1', revisionReason: '统计部门修订' }))
    expect(detail('3').row).toMatchObject({ revisedBase: '13.1', indicator: { value2020: '12.98' } })
  })

  it('are refused for a year that is not over, outside the plan, or in another form', () => {
    expect(issuesIn(() => submit({ no: '4', year: '2025' }))).toEqual(['year: year-not-over'])
    expect(issuesIn(() => submit({ no: '4', year: '2019' }))).toEqual(['year: year-outside-plan'])
    expect(issuesIn(() => submit({ no: '6', value: '12.8' }))).toEqual(['value: other-form'])
    expect(issuesIn(() => submit({ no: '4', value: '约十亿' }))).toEqual(['value: other-form'])
    expect(codeOf(() => submit({ no: '99' }))).toBe('not-found')
  })

  it('go back with a reason and may be entered again', () => {
    const id = submit({ no: '4', value: '9' })
    returnIndicatorValue(ctxOf(t.actors.bureau2), id, '附决算')
    expect(detail('4').entries[0]).toMatchObject({ status: 'returned', decisionReason: '附决算' })
    approve(submit({ no: '4', value: '9.1' }))
    expect(yearValue('4', 2024)).toBe('9.1')
  })
})

describe('a target the plan contradicts', () => {
  const choose = (fields: Record<string, string>) =>
    chooseIndicatorTarget(ctxOf(t.actors.bureau), typed(targetChoiceInput, { no: '27', version: '0', reason: '经住建局核定', ...fields }))

  it('shows both sides, and is judged by the one chosen with its reason', () => {
    const other = detail('27').statements.find(({ text, table }) => !table && text.includes('35'))
    expect(other).toBeDefined()
    const statement = other?.key ?? ''
    expect(issuesIn(() => choose({ statement, value: '40' }))).toEqual(['value: not-in-statement'])
    expect(issuesIn(() => choose({ statement: 'R999a', value: '35' }))).toEqual(['statement: not-a-choice'])
    const id = choose({ statement, value: '35' })
    expect(detail('27').row.target).toEqual({ text: '35', chosen: true })
    expect(detail('27').row.indicator.target2025?.text).toBe('≥45')
    expect(codeOf(() => choose({ statement: 'table', value: '≥45' }))).toBe('stale')
    choose({ statement: 'table', value: '≥45', version: String(id) })
    expect(detail('27').choices.map(({ value }) => value)).toEqual(['≥45', '35'])
  })
})
