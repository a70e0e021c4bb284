import type { Issue } from './bulletin-paper'
import type { EvaluationFacts, EvaluationTexts } from './evaluation'
import { contradictionSentence, frameOf, gapWords, groupsOf, indicatorSentence, written } from './evaluation-paper'
import { chainTable, indicatorTable, investmentTable } from './evaluation-tables'
import { unknownSummary } from './evaluation-unknown'
import { stageCoverage, stagesWords } from './evaluation-words'
import { heading, type Paper, paragraph } from './official-document'

/**
 * Report to the People's Congress, as a template: the figures are filled in, the rest is gaps. The plan writes that it is made to the city's
 * (register R001), a county's plan though it is, so that nobody is addressed before a person says who.
 */
export function congressPaper(texts: EvaluationTexts, facts: EvaluationFacts, issue: Issue): Paper {
  const { chains, works, stages, investment, contradictions, year, period } = facts
  const title = `关于衡东县${period.name}实施情况的报告`
  return {
    ...frameOf(
      title,
      { ...texts, issuer: '衡东县人民政府', addressee: '〔待填写：受报告的人大常委会〕' },
      { ...issue, number: null, signer: null },
    ),
    blocks: [
      paragraph('主任、各位副主任、秘书长、各位委员：'),
      paragraph(gapWords('报告缘由和会议名称')),
      heading(1, '规划实施总体情况'),
      ...written(texts.opening, '总体情况'),
      paragraph(indicatorSentence(facts)),
      ...groupsOf(facts).map(([group, rows]) => indicatorTable(group, rows, year)),
      heading(1, '重点任务和重大项目'),
      paragraph(`入库项目${works}个，阶段已知${stageCoverage(stages, works)}：${stagesWords(stages)}。`),
      investmentTable(investment),
      chainTable(chains, year),
      ...written(texts.measures, '主要做法和成效'),
      heading(1, '困难和问题'),
      ...written(texts.problems, '困难和问题'),
      paragraph(`规划文本的矛盾和空白：${contradictionSentence(contradictions).replace('，详见附件', '')}`),
      ...unknownSummary(facts).map((line) => paragraph(line)),
      heading(1, '下一步打算'),
      ...written(texts.proposals, '下一步打算'),
    ],
    annexes: [],
  }
}
