import type { EvaluationFacts, InvestmentLayer, ReportedThing, StageCount, WorkGap } from './evaluation'
import type { EvaluationKind } from './evaluation-kinds'
import type { Standing } from './indicator-standing'
import { labels } from './messages/zh/labels'
import { formatYi, type Total } from './money'

/** Words of the paper, which is Chinese whatever the reader's language. */
export const kindWords: Record<EvaluationKind, string> = {
  annual: '年度评估',
  'mid-term': '中期评估',
  final: '期末评估',
  special: '专项评估',
}

export const standingWords: Record<Standing, string> = {
  unknown: '未知',
  met: '达到目标',
  'not-met': '未达目标',
  'on-line': '达到序时',
  'behind-line': '落后序时',
  'not-judged': '不作判断',
}

export const layerWords: Record<InvestmentLayer, string> = {
  plan: '规划所列投资',
  declared: '情况表申报总投资',
  reported: '填报完成投资（含待审）',
  approved: '审定完成投资',
}

export const gapWords: Record<WorkGap, string> = {
  owner: '业主',
  responsible: '责任单位',
  stage: '阶段',
  investment: '投资',
  chain: '所属产业链',
  report: '任何审定填报',
}

export const thingWords: Record<ReportedThing, [name: string, of: string]> = {
  monthly: ['月度填报（审定）', '项目'],
  milestones: ['里程碑计划日期', '项目'],
  'fact-sheets': ['项目情况表', '项目'],
  'annual-plans': ['年度投资计划', '项目'],
  funds: ['资金到位情况', '项目'],
  registration: ['入库纳统情况', '项目'],
  visits: ['现场督查', '项目'],
  'chain-returns': ['企业产值填报', '产业链'],
  'chain-statistics': ['统计部门产值', '产业链'],
  indicators: ['指标年度数值', '指标'],
}

/** `≥ 14.83（4/113）`: a sum is never written without how many it is of. */
export function sumWords(total: Total & { partial?: number }): string {
  const { yuan, known, unknown, partial = 0 } = total
  const bound = yuan !== null && (unknown > 0 || partial > 0) ? '≥ ' : ''
  return `${bound}${formatYi(yuan)}（${known}/${known + unknown}）`
}

/** `在建 3，待确认 110`: every work of the group is in one of them. */
export const stagesWords = (stages: readonly StageCount[]): string =>
  stages
    .filter(({ works }) => works > 0)
    .map(({ stage, works }) => `${labels.stages[stage]}${works}`)
    .join('，') || '没有项目'

/** How many of a group have a known stage. */
export function stageCoverage(stages: readonly StageCount[], works: number): string {
  const unknown = stages.find(({ stage }) => stage === 'unknown')?.works ?? 0
  return `${works - unknown}/${works}`
}

export const evaluationTitle = ({ kind, year, period }: Pick<EvaluationFacts, 'kind' | 'year' | 'period'>): string => {
  const plan = `衡东县${period.name}实施情况`
  return kind === 'final' ? `${plan}总结评估报告` : `${plan}${year}年${kindWords[kind]}报告`
}
