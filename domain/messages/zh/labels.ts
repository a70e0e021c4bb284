import type { Role } from '../../actor'
import type { ConditionKind } from '../../condition'
import type { ReportState } from '../../duty'
import type { LightKind, LightLevel } from '../../light'
import type { ChapterTenGroup, Contradiction, IndicatorKind, ItemKind, Measure, PlaceKind, Sector } from '../../plan'
import type { Category, ChainBasisKind, Stage } from '../../project'
import type { ReviewStatus } from '../../review-workflow'
import type { Timing, UpdateKind } from '../../update'

type Labels<Code extends string> = Record<Code, string>

/** Every word for a code value. */
export const labels = {
  sectors: {
    industry: '工业',
    water: '水利',
    energy: '能源',
    information: '信息',
    circulation: '流通',
    'culture-tourism': '文旅',
    ecology: '生态',
    agriculture: '农业',
    rural: '乡村建设',
    'culture-welfare': '文化与民生',
  } as Labels<Sector>,
  stages: {
    unknown: '待确认',
    reserve: '储备',
    preparatory: '前期',
    construction: '在建',
    completed: '竣工',
    operation: '投产',
    paused: '停缓建',
    withdrawn: '退出',
  } as Labels<Stage>,
  roles: {
    owner: '项目单位',
    bureau: '发改局',
    supervisor: '督查室',
    leader: '县领导',
    admin: '系统管理员',
    auditor: '审计员',
  } as Labels<Role>,
  chainBases: { stated: '规划原文', suggested: '系统建议', unknown: '待确认', confirmed: '发改局已确认' } as Labels<ChainBasisKind>,
  conditionKinds: {
    land: '用地',
    planning: '规划',
    'environment-energy': '环评能评',
    'woodland-balance': '林地与占补平衡',
    'design-tender': '设计招标',
    funds: '资金',
    approval: '审批',
    relocation: '征拆',
    utilities: '水电路气',
    labour: '用工',
    dispute: '矛盾纠纷',
    other: '其他',
  } as Labels<ConditionKind>,
  conditionStates: { open: '待答复', answered: '已答复', solved: '已解决', cannot: '解决不了' } as Labels<
    'open' | 'answered' | 'solved' | 'cannot'
  >,
  categories: { breakthrough: '突破重大', continued: '续建', industrial: '产业', livelihood: '民生' } as Labels<Category>,
  lightLevels: { red: '红灯', yellow: '黄灯', green: '绿灯', none: '未评' } as Labels<LightLevel>,
  lightKinds: { progress: '进度', start: '开工', milestone: '里程碑' } as Labels<LightKind>,
  reportStates: {
    'on-time': '按时',
    late: '迟报',
    returned: '被退回',
    due: '待报',
    missing: '未报',
    'not-due': '不需报',
    'before-reporting': '报送开始前',
  } as Labels<ReportState>,
  /** One character each, for the matrix. */
  reportMarks: {
    'on-time': '✓',
    late: '迟',
    returned: '退',
    due: '待',
    missing: '未',
    'not-due': '–',
    'before-reporting': '·',
  } as Labels<ReportState>,
  updateKinds: { monthly: '月度填报', milestone: '里程碑', completion: '完工补录' } as Labels<UpdateKind>,
  timings: { 'on-time': '按时', late: '迟报', 'back-filled': '补录' } as Labels<Timing>,
  reviewStatuses: { submitted: '待审', approved: '审核通过', returned: '已退回', withdrawn: '已撤回' } as Labels<ReviewStatus>,
  constructionKinds: { new: '新建', extension: '扩建', conversion: '改建', technical: '技改' } as Labels<
    'new' | 'extension' | 'conversion' | 'technical'
  >,
  organisationKinds: { company: '企业', department: '部门', town: '乡镇', park: '园区', other: '其他' } as Labels<
    'company' | 'department' | 'town' | 'park' | 'other'
  >,
  assignmentKinds: { owner: '业主', responsible: '责任单位', leader: '联系领导' } as Labels<'owner' | 'responsible' | 'leader'>,
  measures: { 产业规模: '产业规模', 营业收入: '营业收入', 产值: '产值' } as Labels<Measure>,
  itemKinds: { work: '工程', statement: '布局', route: '线路', indicator: '指标' } as Labels<ItemKind>,
  indicatorKinds: { 预期性: '预期性', 约束性: '约束性' } as Labels<IndicatorKind>,
  placeKinds: { town: '乡镇', park: '园区', core: '县城', 'sub-centre': '副中心', reservoir: '水库' } as Labels<PlaceKind>,
  contradictionKinds: {
    conflict: '说法不一',
    blank: '空缺',
    unit: '单位',
    repeat: '重复',
    arithmetic: '算不拢',
    name: '名称',
  } as Labels<Contradiction['kind']>,
  severities: { serious: '要紧', minor: '一般' } as Labels<Contradiction['severity']>,
  chapterTenGroups: {
    'project-category': '项目类别',
    'investment-category': '投资类别',
    priority: '重点与储备',
    'policy-bid': '政策争取',
    'enabling-condition': '要素保障',
    inspection: '督查',
    evaluation: '评估',
    report: '报告',
    supervision: '监督',
    organisation: '组织',
  } as Labels<ChapterTenGroup>,
  sourceKinds: {
    clause: '规划条文',
    update: '审定填报',
    statistics: '统计',
    document: '文件',
    visit: '现场所见',
    derived: '推算',
  } as Labels<'clause' | 'update' | 'statistics' | 'document' | 'visit' | 'derived'>,
}
