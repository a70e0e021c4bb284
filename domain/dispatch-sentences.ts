import { figureText, gapWords, monthWords, oneDecimal, spanWords } from './bulletin-words'
import { lastDay, yearOf } from './calendar'
import type { DispatchFacts } from './dispatch'
import { formatYi, type Total } from './money'
import { type Paragraph, paperDate, paragraph } from './official-document'

/** Paragraphs that say figures: made from the facts, never typed, each with its account. */
export const overallSentences = (facts: DispatchFacts): Paragraph[] => [
  moneySentence(facts),
  completionSentence(facts),
  startSentence(facts),
  lightSentence(facts),
  reportSentence(facts),
]

const source = ({ lock }: DispatchFacts): string => `${monthWords(lock.period)}第${lock.revision}次月度锁定`

/** A sum with how much of it is known; unknown is said, never nought. */
function money(words: string, { yuan, known, unknown }: Total): string {
  const all = known + unknown
  if (yuan === null) return `${words}尚不掌握（${all}个项目均未知）`
  return `${words}${unknown > 0 ? '≥' : ''}${formatYi(yuan)}亿元${unknown > 0 ? `（${all}个项目中已知${known}个）` : ''}`
}

function moneySentence(facts: DispatchFacts): Paragraph {
  const { progress, months, flow, lock } = facts
  const through = months ? `按各项目最近审定月份（${spanWords(months)}）计，` : ''
  const text = `纳入统计的重大项目${progress.works}个，${money('总投资', progress.total)}；${money(`${yearOf(lock.period)}年度计划投资`, progress.plan)}；${through}${money('本年累计完成投资', progress.done)}；${money('与各自上一审定月份相比，本月新增完成投资', flow)}。`
  return paragraph(
    text,
    `${source(facts)}：退出项目不计；总投资为锁定时批准的项目情况表，年度计划为锁定时批准的计划，完成为审定填报的本年累计。`,
  )
}

function completionSentence(facts: DispatchFacts): Paragraph {
  const { both, completion, time, gap, works } = facts.progress
  const account = `${source(facts)}：同时有年度计划和审定数的项目，完成之和除以计划之和；各按其审定月份的序时进度，以年度计划加权。已知${both}/${works}。`
  if (completion === null || gap === null)
    return paragraph('没有项目同时具备年度计划和审定完成数，年度计划完成率及与序时进度的差距尚不能计算。', account)
  const text = `同时有年度计划和审定数的${both}个项目，完成年度计划的${oneDecimal(completion)}%，各按其审定月份的序时进度为${oneDecimal(time)}%，${gapWords(gap)}。`
  return paragraph(text, account)
}

function startSentence(facts: DispatchFacts): Paragraph {
  const { shouldStart, started, startUnknown, dated, works } = facts.progress
  const account = `${source(facts)}：年度计划开工月份或开工里程碑基线不晚于${monthWords(facts.lock.period)}的为应开工；其中已转为在建或以后阶段的为已开工。`
  if (dated === 0) return paragraph('各项目均没有计划开工时间，应开工和已开工尚不能计算。', account)
  const seen = shouldStart - startUnknown
  const rate = seen === 0 ? '' : `，开工率${oneDecimal((started / seen) * 100)}%`
  const count = (value: number, isPart: boolean) => figureText('started', { value, atLeast: isPart })
  const notes = [
    dated < works ? `另有${works - dated}个项目没有计划开工时间，不计入。` : '',
    startUnknown > 0 ? `应开工项目中${startUnknown}个阶段不明，不计入已开工和开工率。` : '',
  ].join('')
  const isPart = dated < works
  const end = paperDate(lastDay(facts.lock.period))
  return paragraph(
    `截至${end}，应开工${count(shouldStart, isPart)}个，已开工${count(started, isPart || startUnknown > 0)}个${rate}。${notes}`,
    account,
  )
}

function lightSentence(facts: DispatchFacts): Paragraph {
  const { red, yellow, green, none } = facts.progress.lights
  const text = `${paperDate(lastDay(facts.lock.period))}各项目最重一盏灯：红灯${red}个、黄灯${yellow}个、绿灯${green}个、未评${none}个。`
  return paragraph(text, `${source(facts)}：灯色规则第${facts.lock.ruleVersion}版。`)
}

/** Nobody is ranked: counts here, names in the annex. */
function reportSentence(facts: DispatchFacts): Paragraph {
  const { reports, lock } = facts
  const of = (state: keyof typeof reports) => reports[state] ?? 0
  const due = of('on-time') + of('late') + of('returned') + of('missing') + of('due')
  const outside = of('not-due') + of('before-reporting')
  const told = `按时${of('on-time')}个、迟报${of('late')}个、被退回未重报${of('returned')}个、未报${of('missing') + of('due')}个`
  const text =
    due === 0
      ? `${monthWords(lock.period)}没有应填报的项目。`
      : `${monthWords(lock.period)}应填报项目${due}个，${told}；另有${outside}个不需填报或尚未开始报送。`
  return paragraph(text, `${source(facts)}：${paperDate(lock.judgedOn)}判定。`)
}
