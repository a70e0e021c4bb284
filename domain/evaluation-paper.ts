import type { Issue } from './bulletin-paper'
import type { EvaluationFacts, EvaluationTexts } from './evaluation'
import { boxTable, chainTable, contradictionTable, indicatorTable, investmentTable, reportedTable, yearsTable } from './evaluation-tables'
import { unknownBlocks, unknownSummary } from './evaluation-unknown'
import { stageCoverage, stagesWords, standingWords, thingWords } from './evaluation-words'
import { standings } from './indicator-standing'
import { type Annex, type Block, heading, type Paper, paperDate, paragraph } from './official-document'

type Written = { title: string; texts: EvaluationTexts }

/** An evaluation as a paper: figures from the facts, words from persons; what persons have not written stays a visible gap. */
export function evaluationPaper({ title, texts }: Written, facts: EvaluationFacts, issue: Issue): Paper {
  return { ...frameOf(title, texts, issue), blocks: bodyOf(facts, texts), annexes: annexesOf(facts) }
}

export function frameOf(
  title: string,
  texts: EvaluationTexts,
  { number, signer, day, head, demo }: Issue,
): Omit<Paper, 'blocks' | 'annexes'> {
  const chain = head === null ? null : `冻结时事件链头：第${head.seq}号 ${head.hash}`
  const parts = [demo ? '演示数据' : null, number === null ? null : `编号${number}`, chain].filter((part) => part !== null)
  const { issuer, addressee } = texts
  const foot = parts.length === 0 ? null : parts.join('  ')
  return { kind: 'evaluation', title, number: null, issuer, redHead: true, draft: number === null, addressee, signer, day, foot }
}

/** Each line that was typed is a paragraph. */
export function written(text: string | null, gap: string): Block[] {
  if (text === null) return [paragraph(gapWords(gap))]
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [paragraph(line.trim())]))
}
export const gapWords = (what: string): string => `〔待填写：${what}〕`

function bodyOf(facts: EvaluationFacts, texts: EvaluationTexts): Block[] {
  const { chains, boxes, works, stages, investment, contradictions, reported, year } = facts
  const never = reported.filter(({ known }) => known === 0)
  return [
    ...written(texts.opening, '评估工作开展情况'),
    heading(1, '主要指标'),
    paragraph(indicatorSentence(facts)),
    ...groupsOf(facts).map(([group, rows]) => indicatorTable(group, rows, year)),
    heading(1, '产业链'),
    paragraph(
      `九链共${chains.length}条，有目标的${chains.filter(({ targetYuan }) => targetYuan !== null).length}条；各链计量口径不同，不作合计。`,
    ),
    chainTable(chains, year),
    heading(1, '专栏和项目'),
    paragraph(
      `入库项目${works}个，阶段已知${stageCoverage(stages, works)}：${stagesWords(stages)}。同一项目可列入几个专栏，各专栏不能相加。`,
    ),
    boxTable(boxes),
    heading(1, '投资'),
    paragraph('四种口径分列，互不相加。括号内为有数的项目数和全部项目数；“≥”为已知部分之和，未知不按零计。'),
    investmentTable(investment),
    heading(1, '规划文本中的矛盾'),
    paragraph(contradictionSentence(contradictions)),
    heading(1, '没有人填报的事项'),
    paragraph(
      never.length === 0 ? '各类事项都有过填报。' : `从未有人填报的有：${never.map(({ thing }) => thingWords[thing][0]).join('、')}。`,
    ),
    reportedTable(reported),
    heading(1, '尚不掌握的情况'),
    ...unknownSummary(facts).map((line) => paragraph(line)),
    heading(1, '主要做法'),
    ...written(texts.measures, '主要做法'),
    heading(1, '存在问题'),
    ...written(texts.problems, '存在问题'),
    heading(1, '意见建议'),
    ...written(texts.proposals, '意见建议'),
    ...(texts.closing === null ? [] : written(texts.closing, '')),
  ]
}

/** In the plan's order of groups. */
export function groupsOf({ indicators }: EvaluationFacts): [string, EvaluationFacts['indicators']][] {
  const groups = [...new Set(indicators.map(({ group }) => group))]
  return groups.map((group) => [group, indicators.filter((row) => row.group === group)])
}

export function indicatorSentence({ indicators, year }: EvaluationFacts): string {
  const counts = standings.flatMap((standing) => {
    const rows = indicators.filter((row) => row.standing === standing).length
    return rows === 0 ? [] : [`${standingWords[standing]}${rows}项`]
  })
  const binding = indicators.filter(({ kind }) => kind.startsWith('约束'))
  const told = indicators.filter(({ standing }) => standing !== 'unknown').length
  return `主要指标${indicators.length}项，有${year}年数的${told}项：${counts.join('，')}。其中约束性${binding.length}项，达到目标${binding.filter(({ standing }) => standing === 'met').length}项，未知${binding.filter(({ standing }) => standing === 'unknown').length}项。`
}

export function contradictionSentence(rows: EvaluationFacts['contradictions']): string {
  return `逐条登记${rows.length}处，其中较重的${rows.filter(({ serious }) => serious).length}处；规划文本照录，不作改动，详见附件。`
}

function annexesOf(facts: EvaluationFacts): Annex[] {
  const chosen = facts.indicators.flatMap(({ no, name, target, chosen: choice }) =>
    choice ? [paragraph(`指标${no}（${name}）按“${target ?? '—'}”评估，规划表内为“${choice.printed ?? '—'}”。理由：${choice.reason}`)] : [],
  )
  return [
    { title: '主要指标年度数值', blocks: [yearsTable(facts.indicators), ...chosen] },
    { title: '规划文本矛盾登记', blocks: [contradictionTable(facts.contradictions)] },
    { title: '尚不掌握情况清单', blocks: unknownBlocks(facts) },
    { title: '数据说明', blocks: notes(facts).map((line) => paragraph(line)) },
  ]
}

const notes = ({ asOf, year }: EvaluationFacts): string[] => [
  `数据业务日：${paperDate(asOf.day)}，第${asOf.headSeq}号事件。“—”为未知，“≥”为部分已知的合计，未知不按零计。`,
  `指标：目标和基期照录规划主要指标表；${year}年数为经另一人审核的数值。达到序时，指不低于从基期到目标的直线；规划写增速的，逐年与目标比较；基期与目标口径不同的，不作序时判断。`,
  '产业链：目标照录规划；产出为统计数，没有统计数的为审定企业填报之和，括号内为有数企业和全部企业数。',
  '项目：阶段、业主、责任单位为本库登记；投资四种口径为规划文本、审定情况表、填报（含待审）、审定填报。',
]
