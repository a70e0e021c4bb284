import type { LedgerField } from './fields'

type Sayings = { exact: readonly string[]; within?: RegExp }

const words = (said: string): string[] => said.split(' ')

/**
 * How towns, departments and the city head their columns. `exact` says it in so many words; `within` only suggests it.
 * The order decides between two that both suggest: 责任领导 before 责任单位, 年度计划 before 总投资.
 */
export const headDictionary: readonly (readonly [LedgerField, Sayings])[] = [
  ['serial', { exact: words('序号 no no. 序 项目序号'), within: /^编号$/ }],
  ['code', { exact: words('编码 项目编码 库编码 项目库编码 入库编码 系统编码') }],
  ['nationalCode', { exact: words('项目代码 统一代码 国家代码 赋码 项目赋码 投资项目代码 在线平台代码'), within: /在线.*代码|统一.*代码/ }],
  [
    'name',
    {
      exact: words('项目名称 名称 工程名称 重点项目名称 项目 建设项目 建设项目名称 重大项目名称'),
      within: /项目名称|工程名称/,
    },
  ],
  [
    'content',
    {
      exact: words('建设内容 建设规模 建设内容及规模 建设规模及内容 主要建设内容 项目概况 建设内容和规模 主要建设内容及规模'),
      within: /建设.*(?:内容|规模)/,
    },
  ],
  [
    'ownerName',
    {
      exact: words('业主单位 项目单位 业主 建设单位 项目业主 实施主体 项目法人 实施单位 投资主体 企业名称'),
      within: /业主|建设单位|实施主体/,
    },
  ],
  [
    'leader',
    {
      exact: words('责任领导 县级领导 联系领导 联点领导 包联领导 牵头领导 分管领导 挂点领导 联系县领导 县级责任领导'),
      within: /领导/,
    },
  ],
  [
    'responsibleName',
    {
      exact: words('责任单位 牵头单位 主管部门 行业主管部门 牵头部门 责任部门 主管单位 县直责任单位'),
      within: /(?:责任|牵头|主管)(?:单位|部门)/,
    },
  ],
  [
    'contact',
    {
      exact: words('联系人 联系电话 联系方式 联系人及电话 项目负责人 填报人及电话 手机号码 电话'),
      within: /联系|电话|责任人/,
    },
  ],
  ['sector', { exact: words('行业 行业类别 所属行业 领域 所属领域 专业 行业领域'), within: /项目类别/ }],
  ['chain', { exact: words('产业链 所属产业链 产业链名称 链条'), within: /产业链/ }],
  [
    'town',
    {
      exact: words('乡镇 所在乡镇 建设地点 项目地点 建设地址 所属乡镇 属地 所在地 地点 所在镇'),
      within: /乡镇|地点|地址/,
    },
  ],
  ['boxItem', { exact: words('专栏 规划专栏 专栏项目 规划项目 所属专栏 规划条目'), within: /专栏/ }],
  ['stage', { exact: words('阶段 项目阶段 建设阶段 所处阶段 项目状态 状态 建设状态'), within: /阶段$/ }],
  ['category', { exact: words('类别 重点类别 项目分类 分类') }],
  ['level', { exact: words('级别 项目级别 重点级别 层级 重点项目级别'), within: /级别/ }],
  ['constructionKind', { exact: words('建设性质 性质 项目性质'), within: /性质/ }],
  ['monthYuan', { exact: words('本月完成 当月完成 本月完成投资 当月完成投资 本月投资'), within: /(?:[本当]月|^\d{1,2}月).*(?:完成|投资)/ }],
  [
    'yearToDateYuan',
    {
      exact: words(
        '本年累计 年度完成 本年完成 年度完成投资 本年累计完成 年初至今 1至本月累计 年度累计完成 本年累计完成投资 今年累计完成投资',
      ),
      within: /(?:本年|今年|年度|当年|\d{4}年|1[-–—~至]\d+月).*(?:累计|已完成|完成投资|完成额)/,
    },
  ],
  [
    'cumulativeYuan',
    {
      exact: words('累计完成 累计完成投资 开工以来累计 自开工累计完成 开工至今累计完成投资 开工累计 累计投资 自开工累计'),
      within: /(?:开工|建设).*累计|累计.*完成/,
    },
  ],
  [
    'annualPlanYuan',
    {
      exact: words('年度计划 年度投资 年度计划投资 本年计划 年计划投资 本年计划投资 年度投资计划 今年计划投资 当年计划投资 年度目标'),
      within: /(?:年度|本年|今年|当年|\d{4}年).*(?:计划|目标)/,
    },
  ],
  [
    'totalYuan',
    {
      exact: words('总投资 总投资额 计划总投资 投资总额 项目总投资 估算总投资 概算总投资 投资规模 投资估算'),
      within: /总投资|投资总额/,
    },
  ],
  [
    'period',
    {
      exact: words('建设起止年限 起止年限 建设年限 建设起止年月 起止年月 起止时间 建设期限 建设起止时间 建设期 建设时间'),
      within: /起止|年限/,
    },
  ],
  [
    'startMonth',
    {
      exact: words('开工时间 开工年月 计划开工时间 开工日期 计划开工 拟开工时间 开工月份 建设起始年月'),
      within: /开工.*(?:时间|年月|日期|月份)/,
    },
  ],
  ['completedOn', { exact: words('实际竣工日期 竣工日期 实际竣工时间 实际完工日期 竣工验收日期'), within: /实际(?:竣工|完工)|验收日期/ }],
  [
    'finishMonth',
    {
      exact: words('竣工时间 完工时间 计划竣工时间 计划完工时间 竣工年月 完工年月 预计竣工时间 建成时间 拟竣工时间 计划竣工'),
      within: /(?:竣工|完工|建成).*(?:时间|年月|月份)/,
    },
  ],
  ['percent', { exact: words('形象进度% 完成比例 进度% 形象进度百分比 工程进度% 完成比例%'), within: /%|百分比|完成率/ }],
  ['step', { exact: words('施工步骤 当前工序 工序 当前步骤'), within: /工序/ }],
  [
    'progressText',
    {
      exact: words(
        '形象进度 工程进度 进展情况 项目进展 工作进展 进度情况 目前进展 建设进展 进展 形象进度情况 工程形象进度 当前进展 项目进展情况',
      ),
      within: /进展|进度/,
    },
  ],
  [
    'problem',
    {
      exact: words('存在问题 存在的问题 主要问题 问题 存在困难 需协调解决的问题 困难和问题 存在困难和问题 需协调事项 存在问题及建议'),
      within: /问题|困难|协调/,
    },
  ],
  ['remark', { exact: words('备注 说明 其他'), within: /备注/ }],
]
