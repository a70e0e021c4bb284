import type { BoxFact, ChainFact, EvaluationFacts, IndicatorFact, InvestmentFact, ReportedFact } from './evaluation'
import { layerWords, stageCoverage, stagesWords, standingWords, sumWords, thingWords } from './evaluation-words'
import { formatYi } from './money'
import type { PaperTable } from './official-document'

type Align = PaperTable['align'][number]
type TableColumn = readonly [head: string, width: number, align: Align]

function table(caption: string, unit: string | null, columns: readonly TableColumn[], rows: string[][]): PaperTable {
  return {
    kind: 'table',
    ...{ caption, unit, rows },
    head: [columns.map(([text]) => ({ text }))],
    widths: columns.map(([, width]) => width),
    align: columns.map(([, , align]) => align),
  }
}

const known = (value: string | null): string => value ?? '—'
export const indicatorName = ({ name, unit }: Pick<IndicatorFact, 'name' | 'unit'>): string => (unit ? `${name}（${unit}）` : name)

export function indicatorTable(group: string, rows: readonly IndicatorFact[], year: number): PaperTable {
  return table(
    `${group}指标`,
    null,
    [
      ['序号', 6, 'center'],
      ['指标', 24, 'left'],
      ['属性', 9, 'center'],
      ['基期', 11, 'right'],
      ['目标', 12, 'right'],
      [`${year}年`, 11, 'right'],
      ['情况', 12, 'center'],
      ['责任单位', 15, 'left'],
    ],
    rows.map((row) => [
      row.no,
      indicatorName(row),
      row.kind,
      row.revisedBase === null ? known(row.base) : `${row.revisedBase}（规划文本${known(row.base)}）`,
      row.chosen ? `${known(row.target)}（表内${known(row.chosen.printed)}）` : known(row.target),
      known(row.values.find((value) => value.year === year)?.value ?? null),
      standingWords[row.standing],
      known(row.responsible),
    ]),
  )
}

/** Every year of the period that is over. */
export function yearsTable(rows: readonly IndicatorFact[]): PaperTable {
  const years = rows[0]?.values.map(({ year }) => year) ?? []
  return table(
    '各项指标年度数值',
    null,
    [['序号', 7, 'center'], ['指标', 30, 'left'], ...years.map((year): TableColumn => [`${year}年`, 12, 'right'])],
    rows.map((row) => [row.no, indicatorName(row), ...row.values.map(({ value }) => known(value))]),
  )
}

const sources = { statistics: '统计', enterprises: '企业填报', none: '—' } as const

export function chainTable(rows: readonly ChainFact[], year: number): PaperTable {
  return table(
    '产业链目标与产出',
    '亿元',
    [
      ['产业链', 24, 'left'],
      ['计量', 12, 'center'],
      ['目标', 11, 'right'],
      [`${year}年产出（已知/全部企业）`, 22, 'right'],
      ['来源', 12, 'center'],
      ['截至', 11, 'center'],
      ['项目数', 9, 'right'],
      ['责任单位', 15, 'left'],
    ],
    rows.map(({ name, measure, targetYuan, output, source, through, works, responsible }) => [
      name,
      known(measure),
      formatYi(targetYuan),
      sumWords(output),
      sources[source],
      known(through),
      String(works),
      known(responsible),
    ]),
  )
}

export function boxTable(rows: readonly BoxFact[]): PaperTable {
  return table(
    '专栏项目',
    '亿元',
    [
      ['专栏', 20, 'left'],
      ['项目数', 8, 'right'],
      ['按阶段', 20, 'left'],
      ['阶段已知', 11, 'right'],
      ['规划投资（已知/全部）', 20, 'right'],
      ['审定完成（已知/全部）', 20, 'right'],
      ['责任单位', 15, 'left'],
    ],
    rows.map(({ id, title, works, stages, plan, approved, responsible }) => [
      `${id} ${title}`,
      String(works),
      stagesWords(stages),
      stageCoverage(stages, works),
      sumWords(plan),
      sumWords(approved),
      known(responsible),
    ]),
  )
}

export function investmentTable(rows: readonly InvestmentFact[]): PaperTable {
  return table(
    '全部项目的投资',
    '亿元',
    [
      ['口径', 40, 'left'],
      ['合计（已知/全部项目）', 40, 'right'],
      ['其中只知下限的项目', 20, 'right'],
    ],
    rows.map(({ layer, partial, ...total }) => [layerWords[layer], sumWords({ ...total, partial }), String(partial)]),
  )
}

export function reportedTable(rows: readonly ReportedFact[]): PaperTable {
  return table(
    '填报的有无',
    null,
    [
      ['事项', 40, 'left'],
      ['对象', 15, 'center'],
      ['有过/全部', 25, 'right'],
      ['情况', 20, 'center'],
    ],
    rows.map(({ thing, known: told, all }) => [...thingWords[thing], `${told}/${all}`, told === 0 ? '从未有人填报' : '有过填报']),
  )
}

export function contradictionTable(rows: EvaluationFacts['contradictions']): PaperTable {
  return table(
    '规划文本中的矛盾、空白与存疑',
    null,
    [
      ['编号', 9, 'center'],
      ['事项', 17, 'left'],
      ['一处', 25, 'left'],
      ['另一处', 25, 'left'],
      ['本库处理', 24, 'left'],
    ],
    rows.map(({ code, topic, a, b, note }) => [code, topic, a, b ?? '（空白）', note]),
  )
}
