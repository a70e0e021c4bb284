import { type EvaluationFacts, type UnknownFacts, type UnknownWork, type WorkGap, workGaps } from './evaluation'
import { gapWords } from './evaluation-words'
import { labels } from './messages/zh/labels'
import { type Block, heading, paragraph } from './official-document'
import type { Sector } from './plan'

const kinds = { chain: '产业链', indicator: '指标', box: '专栏' } as const

/** How many of each: the list is an annex. */
export function unknownSummary({ unknown, works, indicators, chains }: EvaluationFacts): string[] {
  const cells = unknown.indicatorValues.reduce((sum, { years }) => sum + years.length, 0)
  const all = indicators.reduce((sum, { values }) => sum + values.length, 0)
  return [
    `指标年度数值：应有${all}个，没有的${cells}个，涉及${unknown.indicatorValues.length}项指标；没有目标的指标${unknown.indicatorTargets.length}项，没有基期数的${unknown.indicatorBases.length}项。`,
    `产业链：共${chains.length}条，没有目标的${unknown.chainTargets.length}条，没有产出数的${unknown.chainOutputs.length}条。`,
    `项目：共${works}个，至少一项情况不明的${unknown.works.length}个，其中${workGaps.map((gap) => `不知${gapWords[gap]}的${countOf(unknown, gap)}个`).join('，')}。`,
    `没有登记责任单位的产业链、指标、专栏共${unknown.responsible.length}项。`,
  ]
}

export const countOf = ({ works }: UnknownFacts, gap: WorkGap): number => works.filter(({ gaps }) => gaps.includes(gap)).length

/** Every single one by name. Works that lack the same things stand together, by sector. */
export function unknownBlocks({ unknown }: EvaluationFacts): Block[] {
  return [
    ...part(
      '没有年度数值的指标',
      unknown.indicatorValues.map(({ no, name, years }) => `${no} ${name}：${years.join('、')}年`),
    ),
    ...part('没有目标的指标', unknown.indicatorTargets.map(numbered)),
    ...part('没有基期数的指标', unknown.indicatorBases.map(numbered)),
    ...part(
      '没有目标的产业链',
      unknown.chainTargets.map(({ name }) => name),
    ),
    ...part(
      '没有产出数的产业链',
      unknown.chainOutputs.map(({ name }) => name),
    ),
    ...(unknown.works.length === 0 ? [] : [heading(1, '情况不明的项目'), ...workBlocks(unknown.works)]),
    ...part(
      '没有登记责任单位的目标',
      unknown.responsible.map(({ kind, code, name }) => `${kinds[kind]}${kind === 'chain' ? '' : code} ${name}`),
    ),
  ]
}

const numbered = ({ no, name }: { no: string; name: string }): string => `${no} ${name}`

function part(title: string, lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : [heading(1, `${title}（${lines.length}项）`), paragraph(`${lines.join('；')}。`)]
}

function workBlocks(works: readonly UnknownWork[]): Block[] {
  return [...groupsOf(works, ({ gaps }) => gaps.join()).values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((same) => [heading(2, `不知${gapsOf(same)}（${same.length}项）`), ...sectorLines(same)])
}

const gapsOf = ([first]: readonly UnknownWork[]): string => (first?.gaps ?? []).map((gap) => gapWords[gap]).join('、')

function sectorLines(works: readonly UnknownWork[]): Block[] {
  return [...groupsOf(works, ({ sector }) => sector)].map(([sector, rows]) =>
    paragraph([
      { text: `${labels.sectors[sector as Sector]}：`, bold: true },
      { text: `${rows.map(({ code, name }) => `${code} ${name}`).join('；')}。` },
    ]),
  )
}

function groupsOf<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
