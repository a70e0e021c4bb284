import { describe, expect, it } from 'vitest'
import { forecastWords, type MilestoneDates, milestoneLook, originalWords, slipWords } from '../app/_components/milestone-state'
import { messagesFor } from '../domain/messages'

const t = messagesFor('zh-CN')
const today = '2025-10-16'
const milestone = (dates: Partial<MilestoneDates>): MilestoneDates => ({
  name: '开工',
  ...{ originalOn: null, baselineOn: null, forecastOn: null, metOn: null },
  ...dates,
})

describe('a milestone on the line', () => {
  it('is overdue the day after its current baseline, not on it', () => {
    expect(milestoneLook(milestone({ baselineOn: today }), today)).toBe('ahead')
    expect(milestoneLook(milestone({ baselineOn: '2025-10-15' }), today)).toBe('overdue')
    expect(slipWords(milestone({ baselineOn: '2025-06-30' }), today, t)).toBe('逾期 108 天')
  })

  it('that was met says how far from the current baseline', () => {
    expect(slipWords(milestone({ baselineOn: '2024-08-30', metOn: '2024-09-30' }), today, t)).toBe('晚 31 天')
    expect(slipWords(milestone({ baselineOn: '2024-08-30', metOn: '2024-08-30' }), today, t)).toBe('按期')
    expect(slipWords(milestone({ baselineOn: '2024-08-30', metOn: '2024-08-28' }), today, t)).toBe('早 2 天')
  })

  it('without a date is neither on time nor late', () => {
    expect(milestoneLook(milestone({}), today)).toBe('undated')
    expect(slipWords(milestone({}), today, t)).toBe('未定日期')
  })

  it('shows the original date only where the baseline has moved, and the slip against it', () => {
    expect(originalWords(milestone({ originalOn: '2025-03-30', baselineOn: '2025-03-30' }), t)).toEqual([])
    expect(originalWords(milestone({ originalOn: '2025-03-30', baselineOn: '2025-09-30' }), t)).toEqual([
      '原定 2025-03-30',
      '比原定晚 184 天',
    ])
  })

  it('says a forecast only while it is not met and differs', () => {
    expect(forecastWords(milestone({ baselineOn: '2026-12-31', forecastOn: '2027-03-31' }), t)).toBe('预计 2027-03-31')
    expect(forecastWords(milestone({ baselineOn: '2026-12-31', forecastOn: '2026-12-31' }), t)).toBeNull()
  })
})
