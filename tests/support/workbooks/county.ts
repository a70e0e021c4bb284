import { bookOf, type Made } from './book'

/** Ledgers as towns, departments and the city send them; every trap of theirs is in at least one. Nothing in them is a real firm or figure. */
export type County = { name: string; fileName: string; file: () => Buffer; sheet?: number }

const blank: Made[] = []

/** Title over all columns, unit in a note of its own, a head of two rows with merged groups, totals, notes, a broken name. */
const townMonthly = (): Buffer =>
  bookOf({
    sheets: [
      {
        name: 'Sheet1',
        merges: ['A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:F3', 'G3:G4', 'H3:H4', 'I3:I4'],
        rows: [
          ['某镇2025年1—9月重点项目进展情况表'],
          ['填报单位：某镇人民政府', null, null, null, null, null, '单位：万元'],
          ['序号', '项 目 名 称', '项目单位', '投资', null, null, '形象进度', '存在问题', '备注'],
          [null, null, null, '总投资', '年度计划', '累计完成', null, null, null],
          [1, '示例污水处\n理厂扩建项目', '示例公司甲', 12000, 5000, 3200.5, '主体完成\n设备安装', '无', '/'],
          [2, '示例农贸市场', '示例公司乙', 800, 300, '—', '基础施工', '用地指标未落实', null],
          [4, '示例道路', '示例公司丙', 58267.57, '/', 0, '未开工', '暂无', null],
          ['合计', null, null, 71067.57, 5300, 3200.5],
          ['注：1.总投资为批复数。'],
          ['2.累计完成自开工起。'],
          ['填表人：某某', null, '审核人：某某', null, null, null, '2025年9月30日'],
        ],
      },
    ],
  })

/** 亿元 in the head, sections with their own sums, gaps and blank rows, a total above the projects. */
const keyProjects = (): Buffer =>
  bookOf({
    sheets: [
      {
        name: '重点项目',
        merges: ['A1:G1', 'A5:G5'],
        rows: [
          ['二〇二五年衡东县重点建设项目表'],
          ['序号', '项目名称', '建设性质', '建设地点', '总投资\n（亿元）', '2025年计划投资（万元）', '责任单位'],
          ['总计（4个）', null, null, null, 9.5, 41000, null],
          blank,
          ['一、工业项目'],
          [1, '示例产业园', '新建', '某镇', 3.2, 20000, '示例局'],
          [2, '示例技改', '技改', '某镇', 0.30005, 1000.5, '示例局'],
          null,
          ['二', '水利项目（2个）', null, null, 6, 20000, null],
          [5, '示例水库', '改扩建', '某乡', 5, 18000, '示例水利局'],
          [7, '示例灌区', '改造', '某乡', 1, 2000, '示例水利局'],
          ['小计', null, null, null, 6, 20000],
        ],
      },
    ],
  })

/** Amounts as people write them, no unit in any head. */
const mixedAmounts = (): Buffer =>
  bookOf({
    sheets: [
      {
        name: '汇总',
        rows: [
          ['项目名称', '总投资', '年度计划投资（万元）', '本年累计完成投资（万元）'],
          ['甲', '约3亿元', '１，２３４', 12.5],
          ['乙', '1亿2000万元', '1,234.56', '无'],
          ['丙', 5000, '2–3亿', -20],
          ['丁', '5000余万元', '待定', '３００万'],
          ['戊', '30000000元', '五千', '(1,000)'],
          ['己', '3.2亿', '12,34', 0.00004],
          ['庚', '不超过3亿', '5000\n万元', '0'],
          ['辛', '人民币2000万元整', '千', '1e3'],
        ],
      },
    ],
  })

/** Months and days as text, as numbers, as serial numbers, and with their day lost. */
const dates = (): Buffer =>
  bookOf({
    sheets: [
      {
        name: '2025年',
        rows: [
          ['项目名称', '开工时间', '计划竣工时间', '实际竣工日期', '建设起止年限'],
          ['甲', '2025.6', '2025年6月底', '2025/6/30', '2025.06-2026.12'],
          ['乙', { number: 45838, as: 'day' }, { number: 45809, as: 'month' }, { number: 45809, as: 'month' }, '2023—2025年'],
          ['丙', 45838, 2025.1, 20250630, '2025年3月至2024年1月'],
          ['丁', '6月', '预计2026年底', '6月30日', '2025年3—12月'],
          ['戊', '2025年', '2025年上半年', '2025-02-30', '24个月'],
          ['己', { number: 2025.1, as: 'two' }, 202512, '25年6月30日', '２０２５．０６－２０２６．１２'],
          ['庚', '2025.13', '2025.1', '—', '2025'],
          ['辛', '2025年3月开工', '2025.6.30前', '2025-06-30 00:00:00', '无'],
        ],
      },
    ],
  })

/** Three sheets; what counts is on the second, with hidden rows and a hidden column that repeats a field. */
const hiddenThings = (): Buffer =>
  bookOf({
    sheets: [
      { name: '说明', rows: [['请各乡镇认真填报。'], ['每月5日前报送。']] },
      {
        name: '台账',
        hiddenColumns: [3],
        hiddenRows: [3],
        rows: [
          ['编码', '项目名称', '总投资（万元）', '总投资（亿元）', '所属产业链'],
          ['P0001', '甲', 100, 0.01, '机械制造'],
          ['P0002', '乙', 200, 0.02, '文旅康养'],
          ['Ｐ０００３', '丙', 300, 0.03, '/'],
          ['3号', '丁', 400, 0.04, ''],
        ],
      },
      {
        name: '旧表',
        state: 'hidden',
        rows: [
          ['项目名称', '总投资'],
          ['旧', 1],
        ],
      },
    ],
  })

/** Formulas: with a stored value, without, failed, and one that gives words. */
const formulas = (): Buffer =>
  bookOf({
    sheets: [
      {
        name: '公式',
        rows: [
          ['序号', '项目名称', '总投资（万元）', '累计完成投资（万元）', '完成比例（%）', '备注'],
          [
            1,
            '甲',
            { formula: 'D2*2', value: 3333.3333333333335 },
            { formula: 'SUM(A1:A2)' },
            { number: 0.35, as: 'percent' },
            { formula: 'B2&"一"', value: '甲一' },
          ],
          [2, '乙', { error: '#REF!' }, { formula: 'A1+A2', value: 0.30000000000000004 }, 35, { formula: 'IF(1,"","")', value: '' }],
          [3, '丙', { number: 1234.5, as: 'thousands' }, 10, 0.35, null],
          [4, '丁', 7, 3, '约80％', '=1+1'],
          ['合计', null, { formula: 'SUM(C2:C5)', value: 4574.83 }, { formula: 'SUM(D2:D5)' }, null, null],
        ],
      },
    ],
  })

/** The head again on every printed page, page sums under the name, 编号 with Chinese numbers only. */
const printedPages = (): Buffer => {
  const head = ['序号', '项目名称', '业主单位', '总投资（万元）', '责任领导']
  return bookOf({
    sheets: [
      {
        name: '打印版',
        rows: [
          ['衡东县重大项目汇总表（2025年）'],
          head,
          ['一', '甲', '单位一', 10, '示例领导'],
          ['二', '乙', '单位二', 20, '示例领导'],
          [null, '本页小计', null, 30, null],
          blank,
          head,
          ['三', '丙', '单位三', 30, '示例领导'],
          [null, '合  计', null, 60, null],
          ['以上数据截至2025年9月底'],
        ],
      },
    ],
  })
}

/** Towns merged down over their projects; a figure merged down belongs to nobody; a section merged across. */
const mergedBody = (): Buffer =>
  bookOf({
    sheets: [
      {
        name: '分乡镇',
        merges: ['A2:A4', 'D3:D4', 'A5:D5', 'C6:C7'],
        rows: [
          ['所在乡镇', '项目名称', '建设内容', '总投资（万元）'],
          ['示例镇', '甲', '道路3公里', 100],
          [null, '乙', '厂房', 900],
          [null, '丙', '仓库', null],
          ['（二）社会事业'],
          ['示例乡', '丁', '改造两所学校', 40],
          ['示例乡', '戊', null, '/'],
        ],
      },
    ],
  })

/** As other programs write it: inline strings, prefixed names, no addresses; choices in the words of departments; codes. */
const cityPlatform = (): Buffer =>
  bookOf({
    inline: true,
    prefix: 'x',
    sheets: [
      {
        name: '导出',
        rows: [
          ['项目代码', '项目名称', '项目阶段', '项目级别', '重点类别', '本月完成投资(万元)', '联系电话'],
          ['2020-430424-30-03-012345', '甲', '已开工', '省级重点', '产业类', 12, 13800000000],
          ['2020—430424—30—03—012346', '乙', '前期工作', '县', '民生', 0, '0734-0000000'],
          ['2020430424', '丙', '正在谋划', '省、市重点', '', '', ''],
        ],
      },
    ],
  })

/** 1904 dates, runs of rich text with sounds, escaped line ends, a name kept from being a formula, marks nobody sees. */
const oldMacintosh = (): Buffer =>
  bookOf({
    date1904: true,
    sheets: [
      {
        name: '台账 & <一>',
        rows: [
          ['项目名称', '开工时间', '形象进度', '备注'],
          [
            '<si><r><t>示例</t></r><r><rPr><b/></rPr><t>码头</t></r><rPh sb="0" eb="1"><t>モ</t></rPh></si>',
            { number: 44376, as: 'day' },
            '第一行_x000D_\n第二行',
            "'=cmd",
          ],
          ['\u200b𠮷祥里\ufeff', null, '', '—'],
        ],
      },
    ],
  })

/** GB18030 by WPS: semicolons, line breaks and quotes inside cells. */
const gbk = (): Buffer =>
  Buffer.concat([
    // 项目名称;总投资（亿元）;备注 / 示例"一"\n期;1.5;无 / 合计;1.5;
    Buffer.from('cfeec4bfc3fbb3c63bd7dccdb6d7caa3a8d2dad4aaa3a93bb1b8d7a20d0a', 'hex'),
    Buffer.from('22cabec0fd2222d2bb22220ac6da223b312e353bcede0d0a', 'hex'),
    Buffer.from('bacfbcc63b312e353b0d0a', 'hex'),
  ])

/** UTF-8 with its mark, tabs, a title, figures between thousands marks, days as Excel shows them. */
const tabs = (): Buffer =>
  Buffer.from(
    '\ufeff2025年9月调度表\t\t\t\r\n序号\t项目名称\t本年累计完成（万元）\t开工时间\r\n1\t甲\t"1,200.5"\t2024/3/1\r\n\r\n2\t="乙"\t=SUM(C3)\t2025.1\r\n3\t丙\t /\t2025.10\r\n',
  )

export const county: readonly County[] = [
  { name: 'a town’s monthly table', fileName: '某镇9月.xlsx', file: townMonthly },
  { name: 'the year’s key projects', fileName: '重点项目.xlsx', file: keyProjects },
  { name: 'mixed amounts', fileName: '汇总.xlsx', file: mixedAmounts },
  { name: 'dates of every kind', fileName: '时间.xlsx', file: dates },
  { name: 'hidden rows, columns and sheets', fileName: '台账.xlsx', file: hiddenThings, sheet: 1 },
  { name: 'formulas', fileName: '公式.xlsx', file: formulas },
  { name: 'a head on every page', fileName: '打印版.xlsx', file: printedPages },
  { name: 'merged cells among the rows', fileName: '分乡镇.xlsx', file: mergedBody },
  { name: 'an export of the city’s platform', fileName: '导出.xlsx', file: cityPlatform },
  { name: 'an old Macintosh', fileName: '旧.xlsx', file: oldMacintosh },
  { name: 'GB18030 with semicolons', fileName: '示例.csv', file: gbk },
  { name: 'UTF-8 with tabs', fileName: '九月.txt', file: tabs },
]
