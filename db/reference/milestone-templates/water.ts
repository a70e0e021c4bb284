import type { MilestoneTemplate } from '../../../domain/template'

/** 水利: the seasons count (导流, 汛前), and acceptance has stages of its own. */
export const water: MilestoneTemplate = {
  code: 'water',
  name: { zh: '水利', en: 'Water works' },
  yearly: false,
  milestones: [
    {
      key: 'water.appraisal',
      name: { zh: '安全鉴定或规划依据', en: 'Safety appraisal or planning basis' },
      definition: {
        zh: '病险工程完成安全鉴定并核查；新建工程列入上级规划',
        en: 'Safety of an ailing work appraised and verified; a new one listed in a higher plan',
      },
      proof: { zh: '安全鉴定成果核查意见或规划文件', en: 'Opinion on the appraisal, or the plan' },
    },
    {
      key: 'water.design',
      name: { zh: '初步设计批复', en: 'Preliminary design approved' },
      definition: {
        zh: '初步设计（实施方案）和概算获水利主管部门批复',
        en: 'Design or implementation plan and estimate approved by the water authority',
      },
      proof: { zh: '初步设计或实施方案批复文件', en: 'Approval of the design' },
    },
    {
      key: 'water.funds',
      name: { zh: '资金下达', en: 'Funds allotted' },
      definition: {
        zh: '中央、省级资金计划下达，县级配套有来源',
        en: 'Central and provincial funds allotted, the county’s share provided for',
      },
      proof: { zh: '资金计划文件', en: 'Funding notice' },
    },
    {
      key: 'water.tender',
      name: { zh: '招标', en: 'Tender' },
      definition: { zh: '施工、监理招标完成并签订合同', en: 'Works and supervision tendered, contracts signed' },
      proof: { zh: '中标通知书、合同', en: 'Letters of award, contracts' },
    },
    {
      key: 'water.start',
      name: { zh: '开工', en: 'Start of construction' },
      definition: { zh: '主体工程正式施工（导流、临时道路不算）', en: 'Main works begun; diversion and access roads do not count' },
      proof: { zh: '监理开工令，开工备案', en: 'Start order, notice of start' },
    },
    {
      key: 'water.before-flood',
      name: { zh: '度汛节点', en: 'Safe for the flood season' },
      definition: {
        zh: '汛前（3月31日前）完成度汛形象面貌，具备安全度汛条件',
        en: 'Works brought to a flood-safe state before the season (by 31 March)',
      },
      proof: { zh: '度汛方案、阶段验收或检查记录', en: 'Flood plan, record of stage acceptance or inspection' },
    },
    {
      key: 'water.main',
      name: { zh: '主体完工', en: 'Main works finished' },
      definition: { zh: '大坝、堤防、泵站、水闸、管网等主体工程完工', en: 'Dam, dyke, pumping station, sluice or pipes finished' },
      proof: { zh: '单位工程验收鉴定书', en: 'Acceptance certificate of the works' },
    },
    {
      key: 'water.commissioning',
      name: { zh: '蓄水（通水）验收', en: 'Impounding or water delivery' },
      definition: {
        zh: '通过下闸蓄水、通水或机组启动阶段验收',
        en: 'Stage acceptance for impounding, delivery or start of the sets passed',
      },
      proof: { zh: '阶段验收鉴定书', en: 'Stage acceptance certificate' },
    },
    {
      key: 'water.acceptance',
      name: { zh: '竣工验收', en: 'Completion and acceptance' },
      definition: { zh: '竣工验收合格并移交管护单位', en: 'Accepted as complete and handed over for upkeep' },
      proof: { zh: '竣工验收鉴定书、移交记录', en: 'Acceptance certificate, record of hand-over' },
    },
  ],
  steps: [
    { zh: '前期手续', en: 'Procedures' },
    { zh: '征拆', en: 'Acquisition and clearing' },
    { zh: '施工准备与导流', en: 'Site and diversion' },
    { zh: '基础处理', en: 'Foundation treatment' },
    { zh: '主体', en: 'Main works' },
    { zh: '金属结构与机电', en: 'Gates, electrical and mechanical' },
    { zh: '管网敷设', en: 'Pipe laying' },
    { zh: '附属工程', en: 'Outworks' },
    { zh: '竣工验收', en: 'Acceptance' },
  ],
}
