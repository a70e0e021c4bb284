import type { Told } from './told'

type Expected = {
  head: [number, number]
  titles: string[]
  unit: string | null
  year: number | null
  month: string | null
  columns: string[]
  passedOver: string[]
  rows: Told[]
}

/** What a person reads in each of the county’s ledgers: integer 元, months, and the cell that something is refused at or looked at. */
export const countyTold: Record<string, Expected> = {
  'a town’s monthly table': {
    head: [3, 4],
    titles: ['某镇2025年1—9月重点项目进展情况表', '填报单位：某镇人民政府', '单位：万元'],
    unit: 'wan',
    year: 2025,
    month: '2025-09',
    columns: [
      'A 序号 → serial',
      'B 项目名称 → name',
      'C 项目单位 → ownerName',
      'D 投资 总投资 → totalYuan wan',
      'E 投资 年度计划 → annualPlanYuan wan',
      'F 投资 累计完成 → cumulativeYuan wan',
      'G 形象进度 → progressText',
      'H 存在问题 → problem',
      'I 备注 → remark',
    ],
    passedOver: ['8 total', '9 note', '10 note', '11 note'],
    rows: [
      {
        row: 5,
        values: {
          name: '示例污水处理厂扩建项目',
          ownerName: '示例公司甲',
          totalYuan: 120000000,
          annualPlanYuan: 50000000,
          cumulativeYuan: 32005000,
          progressText: '主体完成\n设备安装',
          problem: null,
          remark: null,
        },
        flags: {
          B5: 'line-break',
          H5: 'said-none',
        },
      },
      {
        row: 6,
        values: {
          name: '示例农贸市场',
          ownerName: '示例公司乙',
          totalYuan: 8000000,
          annualPlanYuan: 3000000,
          cumulativeYuan: null,
          progressText: '基础施工',
          problem: '用地指标未落实',
          remark: null,
        },
      },
      {
        row: 7,
        values: {
          name: '示例道路',
          ownerName: '示例公司丙',
          totalYuan: 582675700,
          annualPlanYuan: null,
          cumulativeYuan: 0,
          progressText: '未开工',
          problem: null,
          remark: null,
        },
        flags: {
          H7: 'said-none',
        },
      },
    ],
  },
  'the year’s key projects': {
    head: [2, 2],
    titles: ['二〇二五年衡东县重点建设项目表'],
    unit: null,
    year: 2025,
    month: null,
    columns: [
      'A 序号 → serial',
      'B 项目名称 → name',
      'C 建设性质 → constructionKind',
      'D 建设地点 → town',
      'E 总投资(亿元) → totalYuan yi',
      'F 2025年计划投资(万元) → annualPlanYuan wan',
      'G 责任单位 → responsibleName',
    ],
    passedOver: ['3 total', '5 section', '9 section', '12 total'],
    rows: [
      {
        row: 6,
        values: {
          name: '示例产业园',
          constructionKind: 'new',
          town: '某镇',
          totalYuan: 320000000,
          annualPlanYuan: 200000000,
          responsibleName: '示例局',
        },
      },
      {
        row: 7,
        values: {
          name: '示例技改',
          constructionKind: 'technical',
          town: '某镇',
          totalYuan: 30005000,
          annualPlanYuan: 10005000,
          responsibleName: '示例局',
        },
      },
      {
        row: 10,
        values: {
          name: '示例水库',
          town: '某乡',
          totalYuan: 500000000,
          annualPlanYuan: 180000000,
          responsibleName: '示例水利局',
        },
        refused: {
          C10: 'not-a-choice',
        },
      },
      {
        row: 11,
        values: {
          name: '示例灌区',
          constructionKind: 'conversion',
          town: '某乡',
          totalYuan: 100000000,
          annualPlanYuan: 20000000,
          responsibleName: '示例水利局',
        },
      },
    ],
  },
  'mixed amounts': {
    head: [1, 1],
    titles: [],
    unit: null,
    year: null,
    month: null,
    columns: [
      'A 项目名称 → name',
      'B 总投资 → totalYuan',
      'C 年度计划投资(万元) → annualPlanYuan wan',
      'D 本年累计完成投资(万元) → yearToDateYuan wan',
    ],
    passedOver: [],
    rows: [
      {
        row: 2,
        values: {
          name: '甲',
          totalYuan: 300000000,
          annualPlanYuan: 12340000,
          yearToDateYuan: 125000,
        },
        flags: {
          B2: 'approximate own-unit',
          C2: 'full-width',
        },
      },
      {
        row: 3,
        values: {
          name: '乙',
          totalYuan: 120000000,
          annualPlanYuan: 12345600,
          yearToDateYuan: null,
        },
        flags: {
          B3: 'own-unit',
        },
      },
      {
        row: 4,
        values: {
          name: '丙',
          yearToDateYuan: -200000,
        },
        refused: {
          B4: 'no-unit',
          C4: 'range',
        },
        flags: {
          D4: 'negative',
        },
      },
      {
        row: 5,
        values: {
          name: '丁',
          totalYuan: 50000000,
          annualPlanYuan: null,
          yearToDateYuan: 3000000,
        },
        flags: {
          B5: 'approximate own-unit',
          D5: 'full-width own-unit',
        },
      },
      {
        row: 6,
        values: {
          name: '戊',
          totalYuan: 30000000,
          yearToDateYuan: -10000000,
        },
        flags: {
          B6: 'own-unit',
          D6: 'negative',
        },
        refused: {
          C6: 'not-an-amount',
        },
      },
      {
        row: 7,
        values: {
          name: '己',
          totalYuan: 320000000,
          yearToDateYuan: 0,
        },
        flags: {
          B7: 'own-unit',
          D7: 'rounded',
        },
        refused: {
          C7: 'not-an-amount',
        },
      },
      {
        row: 8,
        values: {
          name: '庚',
          annualPlanYuan: 50000000,
          yearToDateYuan: 0,
        },
        refused: {
          B8: 'range',
        },
        flags: {
          C8: 'own-unit',
        },
      },
      {
        row: 9,
        values: {
          name: '辛',
          totalYuan: 20000000,
        },
        flags: {
          B9: 'own-unit',
        },
        refused: {
          C9: 'not-an-amount',
          D9: 'not-an-amount',
        },
      },
    ],
  },
  'dates of every kind': {
    head: [1, 1],
    titles: [],
    unit: null,
    year: 2025,
    month: null,
    columns: [
      'A 项目名称 → name',
      'B 开工时间 → startMonth',
      'C 计划竣工时间 → finishMonth',
      'D 实际竣工日期 → completedOn',
      'E 建设起止年限 → period',
    ],
    passedOver: [],
    rows: [
      {
        row: 2,
        values: {
          name: '甲',
          startMonth: '2025-06',
          finishMonth: '2025-06',
          completedOn: '2025-06-30',
          period: {
            startMonth: '2025-06',
            finishMonth: '2026-12',
            startYear: 2025,
            finishYear: 2026,
          },
        },
        flags: {
          B2: 'from-text-date',
          C2: 'from-text-date approximate',
          D2: 'from-text-date',
          E2: 'from-text-date',
        },
      },
      {
        row: 3,
        values: {
          name: '乙',
          startMonth: '2025-06',
          finishMonth: '2025-06',
          period: {
            startMonth: null,
            finishMonth: null,
            startYear: 2023,
            finishYear: 2025,
          },
        },
        flags: {
          C3: 'from-text-date',
          E3: 'from-text-date only-years',
        },
        refused: {
          D3: 'day-missing',
        },
      },
      {
        row: 4,
        values: {
          name: '丙',
          startMonth: '2025-06',
          completedOn: '2025-06-30',
        },
        flags: {
          B4: 'from-serial',
          D4: 'from-text-date',
        },
        refused: {
          C4: 'ambiguous-month',
          E4: 'finish-before-start',
        },
      },
      {
        row: 5,
        values: {
          name: '丁',
          startMonth: '2025-06',
          finishMonth: '2026-12',
          completedOn: '2025-06-30',
          period: {
            startMonth: '2025-03',
            finishMonth: '2025-12',
            startYear: 2025,
            finishYear: 2025,
          },
        },
        flags: {
          B5: 'from-text-date year-from-head',
          C5: 'from-text-date approximate',
          D5: 'from-text-date year-from-head',
          E5: 'from-text-date',
        },
      },
      {
        row: 6,
        values: {
          name: '戊',
        },
        refused: {
          B6: 'only-year',
          C6: 'range',
          D6: 'not-a-day',
          E6: 'not-a-period',
        },
      },
      {
        row: 7,
        values: {
          name: '己',
          startMonth: '2025-10',
          finishMonth: '2025-12',
          completedOn: '2025-06-30',
          period: {
            startMonth: '2025-06',
            finishMonth: '2026-12',
            startYear: 2025,
            finishYear: 2026,
          },
        },
        flags: {
          B7: 'from-text-date',
          C7: 'from-text-date',
          D7: 'from-text-date',
          E7: 'full-width from-text-date',
        },
      },
      {
        row: 8,
        values: {
          name: '庚',
          finishMonth: '2025-01',
          completedOn: null,
          period: {
            startMonth: null,
            finishMonth: null,
            startYear: 2025,
            finishYear: 2025,
          },
        },
        refused: {
          B8: 'not-a-month',
        },
        flags: {
          C8: 'from-text-date',
          E8: 'from-text-date only-years',
        },
      },
      {
        row: 9,
        values: {
          name: '辛',
          startMonth: '2025-03',
          finishMonth: '2025-06',
          completedOn: '2025-06-30',
          period: null,
        },
        flags: {
          B9: 'from-text-date',
          C9: 'from-text-date approximate',
          D9: 'from-text-date',
        },
      },
    ],
  },
  'hidden rows, columns and sheets': {
    head: [1, 1],
    titles: [],
    unit: null,
    year: null,
    month: null,
    columns: ['A 编码 → code', 'B 项目名称 → name', 'C 总投资(万元) → ? wan', 'D 总投资(亿元) → totalYuan yi', 'E 所属产业链 → chain'],
    passedOver: [],
    rows: [
      {
        row: 2,
        values: {
          code: 'P0001',
          name: '甲',
          totalYuan: 1000000,
          chain: '机械制造',
        },
      },
      {
        row: 3,
        values: {
          code: 'P0002',
          name: '乙',
          totalYuan: 2000000,
          chain: '文旅康养',
        },
      },
      {
        row: 4,
        values: {
          code: 'P0003',
          name: '丙',
          totalYuan: 3000000,
          chain: null,
        },
        flags: {
          A4: 'full-width',
        },
      },
      {
        row: 5,
        values: {
          name: '丁',
          totalYuan: 4000000,
          chain: null,
        },
        refused: {
          A5: 'not-a-code',
        },
      },
    ],
  },
  formulas: {
    head: [1, 1],
    titles: [],
    unit: null,
    year: null,
    month: null,
    columns: [
      'A 序号 → serial',
      'B 项目名称 → name',
      'C 总投资(万元) → totalYuan wan',
      'D 累计完成投资(万元) → cumulativeYuan wan',
      'E 完成比例(%) → percent',
      'F 备注 → remark',
    ],
    passedOver: ['6 total'],
    rows: [
      {
        row: 2,
        values: {
          name: '甲',
          totalYuan: 33333333,
          percent: 35,
          remark: '甲一',
        },
        flags: {
          C2: 'rounded formula',
          F2: 'formula',
        },
        refused: {
          D2: 'formula-without-value',
        },
      },
      {
        row: 3,
        values: {
          name: '乙',
          cumulativeYuan: 3000,
          percent: 35,
          remark: null,
        },
        refused: {
          C3: 'error-value',
        },
        flags: {
          D3: 'formula',
          F3: 'formula',
        },
      },
      {
        row: 4,
        values: {
          name: '丙',
          totalYuan: 12345000,
          cumulativeYuan: 100000,
          remark: null,
        },
        refused: {
          E4: 'ambiguous-percent',
        },
      },
      {
        row: 5,
        values: {
          name: '丁',
          totalYuan: 70000,
          cumulativeYuan: 30000,
          percent: 80,
          remark: '=1+1',
        },
        flags: {
          E5: 'full-width approximate',
        },
      },
    ],
  },
  'a head on every page': {
    head: [2, 2],
    titles: ['衡东县重大项目汇总表（2025年）'],
    unit: null,
    year: 2025,
    month: null,
    columns: ['A 序号 → serial', 'B 项目名称 → name', 'C 业主单位 → ownerName', 'D 总投资(万元) → totalYuan wan', 'E 责任领导 → leader'],
    passedOver: ['5 total', '7 head', '9 total', '10 note'],
    rows: [
      {
        row: 3,
        values: {
          name: '甲',
          ownerName: '单位一',
          totalYuan: 100000,
          leader: '示例领导',
        },
      },
      {
        row: 4,
        values: {
          name: '乙',
          ownerName: '单位二',
          totalYuan: 200000,
          leader: '示例领导',
        },
      },
      {
        row: 8,
        values: {
          name: '丙',
          ownerName: '单位三',
          totalYuan: 300000,
          leader: '示例领导',
        },
      },
    ],
  },
  'merged cells among the rows': {
    head: [1, 1],
    titles: [],
    unit: null,
    year: null,
    month: null,
    columns: ['A 所在乡镇 → town', 'B 项目名称 → name', 'C 建设内容 → content', 'D 总投资(万元) → totalYuan wan'],
    passedOver: ['5 section'],
    rows: [
      {
        row: 2,
        values: {
          town: '示例镇',
          name: '甲',
          content: '道路3公里',
          totalYuan: 1000000,
        },
        flags: {
          A2: 'merged',
        },
      },
      {
        row: 3,
        values: {
          town: '示例镇',
          name: '乙',
          content: '厂房',
        },
        flags: {
          A3: 'merged',
        },
        refused: {
          D3: 'merged',
        },
      },
      {
        row: 4,
        values: {
          town: '示例镇',
          name: '丙',
          content: '仓库',
        },
        flags: {
          A4: 'merged',
        },
        refused: {
          D4: 'merged',
        },
      },
      {
        row: 6,
        values: {
          town: '示例乡',
          name: '丁',
          content: '改造两所学校',
          totalYuan: 400000,
        },
        flags: {
          C6: 'merged',
        },
      },
      {
        row: 7,
        values: {
          town: '示例乡',
          name: '戊',
          content: '改造两所学校',
          totalYuan: null,
        },
        flags: {
          C7: 'merged',
        },
      },
    ],
  },
  'an export of the city’s platform': {
    head: [1, 1],
    titles: [],
    unit: null,
    year: null,
    month: null,
    columns: [
      'A 项目代码 → nationalCode',
      'B 项目名称 → name',
      'C 项目阶段 → stage',
      'D 项目级别 → level',
      'E 重点类别 → category',
      'F 本月完成投资(万元) → monthYuan wan',
      'G 联系电话 → contact',
    ],
    passedOver: [],
    rows: [
      {
        row: 2,
        values: {
          nationalCode: '2020-430424-30-03-012345',
          name: '甲',
          stage: 'construction',
          level: 'province',
          category: 'industrial',
          monthYuan: 120000,
          contact: '13800000000',
        },
      },
      {
        row: 3,
        values: {
          nationalCode: '2020-430424-30-03-012346',
          name: '乙',
          stage: 'preparatory',
          level: 'county',
          category: 'livelihood',
          monthYuan: 0,
          contact: '0734-0000000',
        },
      },
      {
        row: 4,
        values: {
          name: '丙',
          category: null,
          monthYuan: null,
          contact: null,
        },
        refused: {
          A4: 'not-a-national-code',
          C4: 'not-a-choice',
          D4: 'not-a-choice',
        },
      },
    ],
  },
  'an old Macintosh': {
    head: [1, 1],
    titles: [],
    unit: null,
    year: null,
    month: null,
    columns: ['A 项目名称 → name', 'B 开工时间 → startMonth', 'C 形象进度 → progressText', 'D 备注 → remark'],
    passedOver: [],
    rows: [
      {
        row: 2,
        values: {
          name: '示例码头',
          startMonth: '2025-06',
          progressText: '第一行\n第二行',
          remark: '=cmd',
        },
      },
      {
        row: 3,
        values: {
          name: '𠮷祥里',
          startMonth: null,
          progressText: null,
          remark: null,
        },
      },
    ],
  },
  'GB18030 with semicolons': {
    head: [1, 1],
    titles: [],
    unit: null,
    year: null,
    month: null,
    columns: ['A 项目名称 → name', 'B 总投资(亿元) → totalYuan yi', 'C 备注 → remark'],
    passedOver: ['3 total'],
    rows: [
      {
        row: 2,
        values: {
          name: '示例"一"期',
          totalYuan: 150000000,
          remark: null,
        },
        flags: {
          A2: 'line-break',
        },
      },
    ],
  },
  'UTF-8 with tabs': {
    head: [2, 2],
    titles: ['2025年9月调度表'],
    unit: null,
    year: 2025,
    month: '2025-09',
    columns: ['A 序号 → serial', 'B 项目名称 → name', 'C 本年累计完成(万元) → yearToDateYuan wan', 'D 开工时间 → startMonth'],
    passedOver: [],
    rows: [
      {
        row: 3,
        values: {
          name: '甲',
          yearToDateYuan: 12005000,
          startMonth: '2024-03',
        },
        flags: {
          D3: 'from-text-date',
        },
      },
      {
        row: 5,
        values: {
          name: '乙',
        },
        refused: {
          C5: 'formula-without-value',
          D5: 'ambiguous-month',
        },
      },
      {
        row: 6,
        values: {
          name: '丙',
          yearToDateYuan: null,
          startMonth: '2025-10',
        },
        flags: {
          D6: 'from-text-date',
        },
      },
    ],
  },
}
