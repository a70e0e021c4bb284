import { yi } from './bulletin-tables'
import { oneDecimal, signed } from './bulletin-words'
import { type AskedFact, type DispatchFacts, type DispatchWork, type Headline, headlineOf, type LateFact } from './dispatch'
import { labels } from './messages/zh/labels'
import { formatWan } from './money'
import type { PaperTable } from './official-document'

const headsOf = (...texts: string[]) => [texts.map((text) => ({ text }))]

/** 附件: the works of the year, as the lock holds them. */
export function dispatchWorksTable(works: readonly DispatchWork[]): PaperTable {
  return {
    kind: 'table',
    caption: null,
    unit: '万元',
    head: headsOf('编码', '项目名称（单位）', '阶段', '年度计划', '本年完成（截至）', '完成率%', '差距（百分点）', '灯色'),
    widths: [10, 28, 9, 16, 16, 11, 11, 8],
    align: ['center', 'left', 'center', 'right', 'right', 'right', 'right', 'center'],
    rows: works.map(workCells),
  }
}

const workCells = ({ code, name, unit, stage, planYuan, doneYuan, month, completion, gap, light }: DispatchWork): string[] => [
  code,
  `${name}（${unit ?? '单位待定'}）`,
  labels.stages[stage],
  formatWan(planYuan),
  month === null ? '—' : `${formatWan(doneYuan)}\n${month}`,
  oneDecimal(completion),
  signed(gap),
  labels.lightLevels[light],
]

/** 附件: who was late with the month, or has not reported it; units in the order of their names. */
export function lateTable(late: readonly LateFact[]): PaperTable {
  return {
    kind: 'table',
    caption: null,
    unit: null,
    head: headsOf('单位', '项目', '填报情况'),
    widths: [32, 50, 18],
    align: ['left', 'left', 'center'],
    rows: late.flatMap(({ unit, works }) =>
      works.map(({ code, name, state }) => [unit ?? '单位待定', `${code} ${name}`, labels.reportStates[state]]),
    ),
  }
}

/** 问题、措施、责任: what stands open on the day of the draft. */
export function askedTable(asked: readonly AskedFact[]): PaperTable {
  return {
    kind: 'table',
    caption: null,
    unit: null,
    head: headsOf('序号', '项目', '问题', '措施', '责任单位（责任人）', '期限'),
    widths: [7, 22, 30, 26, 20, 14],
    align: ['center', 'left', 'left', 'left', 'left', 'center'],
    rows: asked.map(({ code, work, problem, measure, unit, person, dueOn }, at) => [
      String(at + 1),
      work === null ? '—' : `${work}（${code}）`,
      problem,
      measure ?? '—',
      unit === null ? (person ?? '—') : `${unit}${person === null ? '' : `（${person}）`}`,
      dueOn ?? '—',
    ]),
  }
}

/** What the issued one said beside what this one says. */
export function changedTable({ replaces, progress }: DispatchFacts): PaperTable | null {
  if (replaces === null) return null
  const [before, now] = [headlineCells(replaces.before), headlineCells(headlineOf(progress))]
  return {
    kind: 'table',
    caption: '与原通报对照',
    unit: null,
    head: headsOf('指标', '原通报', '本通报'),
    widths: [40, 30, 30],
    align: ['left', 'right', 'right'],
    rows: now.map(([name = '', value = ''], at) => [name, before[at]?.[1] ?? '—', value]),
  }
}

const headlineCells = ({ works, total, plan, done, completion, gap }: Headline): string[][] => [
  ['纳入统计的项目（个）', String(works)],
  ['总投资（亿元）', yi(total)],
  ['年度计划投资（亿元）', yi(plan)],
  ['本年累计完成投资（亿元）', yi(done)],
  ['年度计划完成率（%）', oneDecimal(completion)],
  ['与序时进度的差距（百分点）', signed(gap)],
]
