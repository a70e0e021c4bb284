import type { MilestoneTemplate } from '../../../domain/template'

/** 政府投资项目 (审批制): the three approvals, the tender, then building to acceptance. */
export const government: MilestoneTemplate = {
  code: 'government',
  name: { zh: '政府投资', en: 'Government investment' },
  yearly: false,
  milestones: [
    {
      key: 'government.proposal',
      name: { zh: '项目建议书', en: 'Project proposal' },
      definition: { zh: '项目建议书获批复（按规定可免的，以说明代替）', en: 'Proposal approved; where exempt, a note says so' },
      proof: { zh: '项目建议书批复文件', en: 'Approval of the proposal' },
    },
    {
      key: 'government.feasibility',
      name: { zh: '可研', en: 'Feasibility study' },
      definition: { zh: '可行性研究报告获批复', en: 'Feasibility study approved' },
      proof: { zh: '可研批复文件', en: 'Approval of the study' },
    },
    {
      key: 'government.design',
      name: { zh: '初设及概算', en: 'Preliminary design and estimate' },
      definition: { zh: '初步设计和投资概算获批复', en: 'Preliminary design and cost estimate approved' },
      proof: { zh: '初步设计及概算批复文件', en: 'Approval of design and estimate' },
    },
    {
      key: 'government.tender',
      name: { zh: '招标', en: 'Tender' },
      definition: { zh: '施工招标完成并签订施工合同', en: 'Works tendered and the contract signed' },
      proof: { zh: '中标通知书、施工合同', en: 'Letter of award, contract' },
    },
    {
      key: 'government.start',
      name: { zh: '开工', en: 'Start of construction' },
      definition: {
        zh: '永久性工程正式破土（平整场地、临时设施不算）',
        en: 'Ground broken for permanent works; levelling and site huts do not count',
      },
      proof: { zh: '监理开工令，现场照片', en: 'Start order of the supervising engineer, site photograph' },
    },
    {
      key: 'government.structure',
      name: { zh: '主体', en: 'Main structure' },
      definition: { zh: '主体工程完成并通过验收', en: 'Main works finished and accepted' },
      proof: { zh: '主体（单位工程）验收记录', en: 'Record of acceptance of the main works' },
    },
    {
      key: 'government.acceptance',
      name: { zh: '竣工验收', en: 'Completion and acceptance' },
      definition: { zh: '竣工验收合格并移交使用单位', en: 'Accepted as complete and handed over to its user' },
      proof: { zh: '竣工验收报告、移交记录', en: 'Acceptance report, record of hand-over' },
    },
  ],
  steps: [
    { zh: '前期手续', en: 'Procedures' },
    { zh: '征拆', en: 'Acquisition and clearing' },
    { zh: '三通一平', en: 'Utilities and levelling' },
    { zh: '基础', en: 'Foundations' },
    { zh: '主体', en: 'Main structure' },
    { zh: '安装与装修', en: 'Installation and fitting out' },
    { zh: '附属工程', en: 'Outworks' },
    { zh: '竣工验收', en: 'Acceptance' },
  ],
}
