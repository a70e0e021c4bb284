import type { BulletinFacts, FindingFact, Group, GroupKind, Progress, WorkFact } from './bulletin'
import { oneDecimal, signed } from './bulletin-words'
import { labels } from './messages/zh/labels'
import { atLeast, formatWan, formatYi, type Total } from './money'
import type { PaperTable } from './official-document'

const groupHeads: Record<GroupKind, string> = { level: '级别', sector: '板块', chain: '产业链' }

export const yi = (total: Total): string => atLeast(total, formatYi).replace('≥ ', '≥')
/** A sum beside how many of the works it rests on. */
const covered = (total: Total): string => (total.unknown > 0 ? `${yi(total)}\n(${total.known}/${total.known + total.unknown})` : yi(total))

/** One row a group: works, money with its coverage, completion against time progress, starts. */
export function groupTable(kind: GroupKind, groups: readonly Group[]): PaperTable {
  const head = [
    groupHeads[kind],
    '项目数',
    '总投资',
    '年度计划',
    '本年完成',
    '完成率%',
    '差距（百分点）',
    '应开工/\n已开工',
    '红/黄/\n绿/未评',
  ]
  return {
    kind: 'table',
    caption: null,
    unit: '亿元（括号内为已知项目数/全部项目数）',
    head: [head.map((text) => ({ text }))],
    widths: [16, 7, 14, 13, 13, 12, 11, 10, 14],
    align: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'center', 'center'],
    rows: groups.map(groupCells),
  }
}

function groupCells(group: Group): string[] {
  const { lights, both } = group
  return [
    group.name,
    String(group.works),
    covered(group.total),
    covered(group.plan),
    covered(group.done),
    group.completion === null ? '—' : `${oneDecimal(group.completion)}\n(${both}/${group.works})`,
    signed(group.gap),
    startWords(group).join('/'),
    `${lights.red}/${lights.yellow}/${lights.green}/${lights.none}`,
  ]
}

/** 应开工 and 已开工: lower bounds where works have no planned start or stand at an unknown stage, unknown where none has a planned start. */
export function startWords({ shouldStart, started, dated, works, startUnknown }: Progress): [string, string] {
  if (dated === 0) return ['—', '—']
  const isPart = dated < works
  return [`${isPart ? '≥' : ''}${shouldStart}`, `${isPart || startUnknown > 0 ? '≥' : ''}${started}`]
}

/** 附件: every work of the round. */
export function worksTable(works: readonly WorkFact[]): PaperTable {
  const head = ['编码', '项目名称（单位）', '名单来源', '年度计划', '本年完成（截至）', '差距（百分点）', '灯色', '现场评价']
  return {
    kind: 'table',
    caption: null,
    unit: '万元',
    head: [head.map((text) => ({ text }))],
    widths: [10, 28, 8, 17, 17, 11, 8, 14],
    align: ['center', 'left', 'center', 'right', 'right', 'right', 'center', 'center'],
    rows: works.map(workCells),
  }
}

function workCells(work: WorkFact): string[] {
  const rating = work.rating === null ? '—' : labels.ratingLevels[work.rating]
  return [
    work.code,
    `${work.name}（${work.unit ?? '单位待定'}）`,
    labels.scopeRoutes[work.route],
    formatWan(work.planYuan),
    work.month === null ? '—' : `${formatWan(work.doneYuan)}\n${work.month}`,
    signed(work.gap),
    labels.lightLevels[work.light],
    work.visited ? rating : '未到现场',
  ]
}

/** 附件: the findings of the round, each with its number, unit, deadline and how it stands. */
export function findingsTable(findings: readonly FindingFact[]): PaperTable {
  const head = ['编号', '项目（单位）', '问题', '类别', '程度', '整改期限', '状态']
  return {
    kind: 'table',
    caption: null,
    unit: null,
    head: [head.map((text) => ({ text }))],
    widths: [15, 22, 36, 8, 8, 14, 11],
    align: ['center', 'left', 'left', 'center', 'center', 'center', 'center'],
    rows: findings.map(findingCells),
  }
}

const findingCells = (finding: FindingFact): string[] => [
  finding.number,
  [finding.work, finding.unit === null ? null : `（${finding.unit}）`].filter((part) => part !== null).join('\n') || '—',
  finding.facts,
  labels.findingCategories[finding.category],
  labels.findingSeverities[finding.severity],
  finding.dueOn ?? '—',
  labels.findingStates[finding.state],
]

export const groupTitles: Record<GroupKind, string> = { level: '分级别情况', sector: '分板块情况', chain: '分产业链情况' }

/** Works that are in no chain or have no level are a row of their own; nothing else is left out. */
export const groupsToPrint = ({ groups }: Pick<BulletinFacts, 'groups'>, kind: GroupKind): Group[] =>
  groups[kind].toSorted((a, b) => Number(a.key === '') - Number(b.key === ''))
