import type { CensusColumn } from './census'
import { messagesFor } from './messages'
import { type Stage, stages } from './project'

/** How clerks head their columns; compared without spaces, brackets and what stands in them. */
const headings: Record<CensusColumn | 'code' | 'name', readonly string[]> = {
  code: ['编码', '编号', '项目编码', '项目编号', '库编码', 'code'],
  name: ['项目', '项目名称', '名称', '工程', '工程名称', 'project', 'name'],
  owner: ['业主', '业主单位', '项目业主', '项目单位', 'owner'],
  responsible: ['责任单位', '责任部门', '牵头单位', '主管部门', 'responsible', 'responsibledepartment'],
  stage: ['阶段', '项目阶段', '状态', '建设阶段', 'stage'],
  chain: ['产业链', '所属产业链', '九链', '链', 'chain'],
  totalYuan: ['总投资', '总投资额', '计划总投资', 'totalinvestment', 'total'],
  totalDocument: ['文件', '依据文件', '依据', '文号', '批复文件', 'document'],
  completedOn: ['竣工日期', '竣工时间', '完工日期', '建成时间', '完工时间', 'completedon'],
}
export type PastedColumn = keyof typeof headings

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\([^()]*\)|\s/g, '')
    .toLowerCase()

/** A total headed in 亿元 is no column of ours: it would be read 10,000 times too small. */
export function columnHeaded(heading: string): PastedColumn | null {
  if (heading.includes('亿')) return null
  const word = bare(heading)
  return (Object.keys(headings) as PastedColumn[]).find((column) => headings[column].includes(word)) ?? null
}

const blank = /^[-—–/]*$/
/** A dash is how people write "not known". */
export const withoutDash = (text: string): string => (blank.test(text) ? '' : text)

const stageLabels = [messagesFor('zh-CN').labels.stages, messagesFor('en').labels.stages]

export function stageText(text: string): string {
  return stages.find((stage: Stage) => stageLabels.some((labels) => labels[stage].toLowerCase() === text.toLowerCase())) ?? text
}

export function chainText(text: string, chains: readonly { id: string; name: string }[]): string {
  if (/^(无|不在九链|不属九链|其他|none)$/i.test(text)) return 'none'
  const name = text.replace(/(产业)?链$/, '')
  return chains.find((chain) => chain.name === name || chain.name === text)?.id ?? text
}

/** 2025/9/30, 2025.9.30 and 2025年9月30日 are the same day. */
export function dayText(text: string): string {
  const [, year, month, day] = /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/.exec(text) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}

export const totalText = (text: string): string => text.replace(/\s*(万元|万)$/, '')
