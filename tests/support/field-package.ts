import type { FieldFigure, FieldPackage, FieldWork } from '../../domain/field-package'

/** What an inspector takes along, with so many works; figures invented. */
export function fieldPackageOf(count: number, more: Partial<FieldPackage> = {}): FieldPackage {
  return {
    format: 1,
    demo: false,
    user: { id: 7, name: '周督查', organisation: '督查室', mayRate: true },
    locale: 'zh-CN',
    serverTime: '2026-11-24T00:00:00.000Z',
    today: '2026-11-24',
    round: { id: 1, title: '三季度督查', kind: 'quarterly', quarter: '2026Q3', fromDay: null, toDay: null, announced: true },
    works: Array.from({ length: count }, (_, index) => fieldWorkOf(index + 1)),
    ...more,
  }
}

const said = (value: string | number) => ({ value, month: '2026-09', on: '2026-10-05' })
const figure = (name: FieldFigure['figure'], approved: string | number | null, reported: string | number | null = null): FieldFigure => ({
  ...{ figure: name, name: null, unit: null },
  ...{ approved: approved === null ? null : said(approved), reported: reported === null ? null : said(reported) },
})

export function fieldWorkOf(number: number): FieldWork {
  const milestones = [
    { id: 11, name: '主体封顶', baselineOn: '2026-09-30', forecastOn: null, metOn: '2026-09-30' },
    { id: 12, name: '竣工验收', baselineOn: '2026-12-31', forecastOn: '2027-02-01', metOn: null },
  ]
  return {
    ...{ code: `P${String(number).padStart(4, '0')}`, name: `试验项目${number}`, sector: 'industry', stage: 'construction' },
    ...{ town: '吴集镇', owner: '试验公司', responsible: null, group: number % 2 ? '第一组' : '第二组', visitOn: '2026-11-25' },
    clauses: [{ item: '3-1-1', line: 1200, text: '试验条文' }],
    ...{ content: null, planYuan: 50_000_000, totalYuan: null },
    figures: [
      figure('stage', 'construction'),
      figure('step', '主体施工'),
      figure('percent', 80, 85),
      figure('investment', 20_000_000),
      figure('quantity', null),
      figure('people', null),
      figure('machines', null),
      { ...figure('milestone:11', '2026-09-30'), name: '主体封顶' },
    ],
    milestones,
    lights: [{ kind: 'progress', level: 'yellow', reason: 'behind', params: { points: 12 }, inputs: {} }],
    findings: [],
    visits: 0,
    materials: [],
    basis: { packagedAt: '2026-11-24T00:00:00.000Z', version: 1, approvedUpdateId: null, reportedUpdateId: null },
  }
}
