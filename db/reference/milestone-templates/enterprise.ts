import type { MilestoneTemplate } from '../../../domain/template'

/** 企业投资项目 (备案制): the permits in their usual order, then building, equipment and production. */
export const enterprise: MilestoneTemplate = {
  code: 'enterprise',
  name: { zh: '企业投资', en: 'Enterprise investment' },
  yearly: false,
  milestones: [
    {
      key: 'enterprise.filing',
      name: { zh: '备案', en: 'Filing' },
      definition: {
        zh: '在投资项目在线审批监管平台取得备案证明和项目代码',
        en: 'Filed on the investment platform, with a national project code',
      },
      proof: { zh: '企业投资项目备案证明', en: 'Filing certificate' },
    },
    {
      key: 'enterprise.land',
      name: { zh: '用地', en: 'Land' },
      definition: {
        zh: '取得不动产权证，或已签土地出让（租赁）合同并交地',
        en: 'Land title granted, or the contract signed and the plot handed over',
      },
      proof: { zh: '不动产权证或土地出让合同、交地确认书', en: 'Land title, or contract with record of hand-over' },
    },
    {
      key: 'enterprise.environment',
      name: { zh: '环评', en: 'Environmental review' },
      definition: { zh: '环境影响评价文件获批复，或登记表已备案', en: 'Environmental impact document approved, or registered' },
      proof: { zh: '环评批复或登记表备案回执', en: 'Approval, or receipt of registration' },
    },
    {
      key: 'enterprise.energy',
      name: { zh: '节能审查', en: 'Energy review' },
      definition: {
        zh: '节能审查获批复，或按规定不单独审查并有书面承诺',
        en: 'Energy review approved, or exempt with a written undertaking',
      },
      proof: { zh: '节能审查意见或节能承诺表', en: 'Review opinion, or undertaking' },
    },
    {
      key: 'enterprise.planning-permit',
      name: { zh: '规划许可', en: 'Planning permit' },
      definition: { zh: '取得建设工程规划许可证', en: 'Planning permit for the works granted' },
      proof: { zh: '建设工程规划许可证', en: 'Planning permit' },
    },
    {
      key: 'enterprise.building-permit',
      name: { zh: '施工许可', en: 'Building permit' },
      definition: { zh: '取得建筑工程施工许可证', en: 'Building permit granted' },
      proof: { zh: '建筑工程施工许可证', en: 'Building permit' },
    },
    {
      key: 'enterprise.start',
      name: { zh: '开工', en: 'Start of construction' },
      definition: {
        zh: '永久性工程正式破土（平整场地、临时设施不算）',
        en: 'Ground broken for permanent works; levelling and site huts do not count',
      },
      proof: { zh: '开工报告或监理开工令，现场照片', en: 'Start order of the supervising engineer, site photograph' },
    },
    {
      key: 'enterprise.structure',
      name: { zh: '主体', en: 'Main structure' },
      definition: { zh: '主要生产厂房主体结构封顶并验收', en: 'Main structure of the chief buildings topped out and accepted' },
      proof: { zh: '主体结构验收记录', en: 'Record of structural acceptance' },
    },
    {
      key: 'enterprise.equipment',
      name: { zh: '设备', en: 'Equipment' },
      definition: { zh: '主要生产设备安装到位并完成单机调试', en: 'Chief equipment installed and each machine tested' },
      proof: { zh: '设备安装调试记录、设备清单', en: 'Installation and test records, equipment list' },
    },
    {
      key: 'enterprise.trial',
      name: { zh: '试产', en: 'Trial production' },
      definition: { zh: '生产线联动运行并产出首批产品', en: 'The line runs as a whole and turns out its first products' },
      proof: { zh: '试生产方案或报告、首批产品记录', en: 'Trial report, record of the first products' },
    },
    {
      key: 'enterprise.operation',
      name: { zh: '投产', en: 'In operation' },
      definition: { zh: '竣工验收合格，正式生产并有开票销售', en: 'Completion accepted, regular production with invoiced sales' },
      proof: { zh: '竣工验收报告、首张销售发票', en: 'Completion report, first sales invoice' },
    },
  ],
  steps: [
    { zh: '前期手续', en: 'Procedures' },
    { zh: '征拆', en: 'Acquisition and clearing' },
    { zh: '三通一平', en: 'Utilities and levelling' },
    { zh: '基础', en: 'Foundations' },
    { zh: '主体', en: 'Main structure' },
    { zh: '装修与配套', en: 'Fitting out' },
    { zh: '设备安装', en: 'Equipment installation' },
    { zh: '试产', en: 'Trial production' },
    { zh: '投产', en: 'In operation' },
  ],
}
