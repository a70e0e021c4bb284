import type { BulletinTexts } from './bulletin'
import { noTexts } from './bulletin-texts'
import { monthWords } from './bulletin-words'
import { addDays, type Month } from './calendar'
import type { DispatchFacts } from './dispatch'

export const dispatchTitle = (period: Month, isCorrection: boolean): string =>
  `关于${monthWords(period)}全县重大项目调度情况的通报${isCorrection ? '（更正）' : ''}`

const namedAtFirst = 5

/** The words a draft begins with; persons go on from there. */
export function firstDispatchTexts(facts: DispatchFacts, issuer: string): BulletinTexts {
  const month = monthWords(facts.lock.period)
  return {
    ...noTexts(issuer),
    addressee: '县委、县政府领导',
    opening: `现将${month}全县重大项目调度情况通报如下。`,
    problems: facts.worst.slice(0, namedAtFirst).map(({ code }) => ({ key: code, chosen: true, words: null })),
    requirements: requirementsOf(facts, month),
    closing: '特此通报。',
  }
}

function requirementsOf({ day, reports, worst, asked }: DispatchFacts, month: string): BulletinTexts['requirements'] {
  const open = (reports.missing ?? 0) + (reports.due ?? 0) + (reports.returned ?? 0)
  return [
    ...(open > 0 ? [{ words: `未报和被退回的单位报齐${month}进度`, dueOn: addDays(day, 5) }] : []),
    ...(worst.length > 0 ? [{ words: '点名项目的责任单位提出赶工措施并报送重点项目事务中心', dueOn: addDays(day, 15) }] : []),
    ...(asked.length > 0 ? [{ words: '各责任单位对照协调事项清单逐项答复', dueOn: addDays(day, 10) }] : []),
  ]
}
