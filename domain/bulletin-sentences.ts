import type { BulletinFacts, FigureName, ProblemFact, WorkFact } from './bulletin'
import { accountWords, figureText, gapWords, oneDecimal, quarterEndWords, spanWords } from './bulletin-words'
import { yearOf } from './calendar'
import { labels } from './messages/zh/labels'
import { type Paragraph, paperDate, paragraph } from './official-document'

/** Paragraphs that say figures: made from the facts, never typed, each with its account. */
type Say = (name: FigureName) => string

const sayer =
  ({ figures }: BulletinFacts): Say =>
  (name) =>
    figureText(name, figures[name])

function figured(facts: BulletinFacts, text: string, names: readonly FigureName[]): Paragraph {
  return paragraph(text, names.map((name) => accountWords(name, facts.figures[name])).join(''))
}

export function overallParagraphs(facts: BulletinFacts): Paragraph[] {
  return [scaleParagraph(facts), moneyParagraph(facts), completionParagraph(facts), startParagraph(facts), lightParagraph(facts)]
}

function scaleParagraph(facts: BulletinFacts): Paragraph {
  const say = sayer(facts)
  return figured(facts, `纳入统计的重大项目${say('works')}个，列入本轮督查${say('inRound')}个。`, ['works', 'inRound'])
}

function moneyParagraph(facts: BulletinFacts): Paragraph {
  const { figures, round } = facts
  const say = sayer(facts)
  const money = (name: FigureName, words: string) => {
    const { value, known, all } = figures[name]
    const coverage = known === all ? '' : `（${all}个项目中已知${known}个）`
    return value === null ? `${words}尚不掌握（${all}个项目均未知）` : `${words}${say(name)}亿元${coverage}`
  }
  const months = figures.doneYuan.months
  const through = months ? `，按各项目最近审定月份（${spanWords(months)}）计，本年` : '，本年'
  const text = `项目${money('totalYuan', '总投资')}；${money('planYuan', `${yearOf(round.quarter)}年度计划投资`)}${through}${money('doneYuan', '累计完成投资')}。`
  return figured(facts, text, ['totalYuan', 'planYuan', 'doneYuan'])
}

function completionParagraph(facts: BulletinFacts): Paragraph {
  const { completion, timeProgress, gap } = facts.figures
  const names: FigureName[] = ['completion', 'timeProgress', 'gap']
  if (completion.value === null || gap.value === null)
    return figured(facts, '没有项目同时具备年度计划和审定完成数，年度计划完成率及与序时进度的差距尚不能计算。', names)
  const text = `同时有年度计划和审定数的${completion.known}个项目，完成年度计划的${oneDecimal(completion.value)}%，各按其审定月份的序时进度为${oneDecimal(timeProgress.value)}%，${gapWords(gap.value)}。`
  return figured(facts, text, names)
}

function startParagraph(facts: BulletinFacts): Paragraph {
  const { shouldStart, started, startRate, works } = facts.figures
  const say = sayer(facts)
  if (shouldStart.value === null)
    return figured(facts, '各项目均没有计划开工时间，应开工和已开工尚不能计算。', ['shouldStart', 'started', 'startRate'])
  const undated = (works.value ?? 0) - shouldStart.known
  const rate = startRate.value === null ? '' : `，开工率${say('startRate')}%`
  const unseen = started.all - started.known
  const unknown = [
    undated > 0 ? `另有${undated}个项目没有计划开工时间，不计入。` : '',
    unseen > 0 ? `应开工项目中${unseen}个阶段不明，不计入已开工和开工率。` : '',
  ].join('')
  const text = `截至${quarterEndWords(facts.round.quarter)}，应开工${say('shouldStart')}个，已开工${say('started')}个${rate}。${unknown}`
  return figured(facts, text, ['shouldStart', 'started', 'startRate'])
}

function lightParagraph(facts: BulletinFacts): Paragraph {
  const say = sayer(facts)
  const text = `${paperDate(facts.asOf.day)}各项目最重一盏灯：红灯${say('red')}个、黄灯${say('yellow')}个、绿灯${say('green')}个、未评${say('unlit')}个。`
  return figured(facts, text, ['red', 'yellow', 'green', 'unlit'])
}

export function visitParagraphs(facts: BulletinFacts): Paragraph[] {
  const { ratings, figures } = facts
  const say = sayer(facts)
  const rated = (['green', 'yellow', 'red', 'none'] as const).map((level) => `${labels.ratingLevels[level]}${ratings[level]}个`).join('、')
  const unrated = ratings.unrated > 0 ? `，未作评价${ratings.unrated}个` : ''
  const visits = `本轮督查列入项目${say('inRound')}个，现场走访${say('visits')}次，到现场${say('visited')}个。现场评价：${rated}${unrated}。`
  const differing = (figures.compared.value ?? 0) - (figures.agreeing.value ?? 0)
  const rate = figures.agreement.value === null ? '' : `，相符率${say('agreement')}%`
  const seen =
    figures.compared.value === 0
      ? `现场没有可与填报数比对的数据，未能核实${say('unchecked')}项。`
      : `现场比对填报数据${say('compared')}项，相符${say('agreeing')}项、不符${differing}项${rate}；未能核实${say('unchecked')}项。`
  return [
    figured(facts, visits, ['inRound', 'visited', 'visits']),
    figured(facts, seen, ['compared', 'agreeing', 'unchecked', 'agreement']),
  ]
}

export function rectificationParagraph(facts: BulletinFacts): Paragraph {
  const say = sayer(facts)
  const overdue = `逾期未完成的蓝色预警${say('overdueBlue')}件、黄色预警${say('overdueYellow')}件、红色预警${say('overdueRed')}件`
  const text = `本轮督查登记问题${say('found')}件，上轮转入${say('carried')}件。本季度到期应整改${say('due')}件，其中按期销号${say('dueClosed')}件；本季度共销号${say('closed')}件。截至${paperDate(facts.asOf.day)}，${overdue}。`
  return figured(facts, text, ['found', 'carried', 'due', 'dueClosed', 'closed', 'overdueBlue', 'overdueYellow', 'overdueRed'])
}

/** What the facts say of a work that is named for good practice. */
export function workSentence({ light, rating, completion, gap, month }: WorkFact): string {
  const seen = rating === null ? '' : `，现场评价“${labels.ratingLevels[rating]}”`
  const done =
    completion === null || gap === null || month === null
      ? ''
      : `，截至${spanWords({ from: month, to: month })}完成年度计划的${oneDecimal(completion)}%，${gapWords(gap)}`
  return `${labels.lightLevels[light]}${seen}${done}。`
}

const reasonWords = { 'red-rating': '现场评价“严重滞后”', 'red-light': '红灯', serious: '较重问题', major: '严重问题' } as const

/** What the facts say of a problem that is named: the finding's number stands with it. */
export function problemSentence({ key, code, reasons, facts }: ProblemFact): string {
  const number = key === code ? '' : `问题编号${key}，`
  return `（${number}${reasons.map((reason) => reasonWords[reason]).join('、')}）${facts === null ? '' : `${ended(facts)}`}`
}

const ended = (text: string): string => (/[。！？.!?]$/.test(text) ? text : `${text}。`)
