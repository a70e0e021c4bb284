import type { MilestoneTemplate } from '../../../domain/template'

/** 任务类: works that are a quantity a year (培训, 造林, 检查, 村庄整治) rather than one building. */
export const task: MilestoneTemplate = {
  code: 'task',
  name: { zh: '任务类（按年完成数量）', en: 'Yearly quantities' },
  yearly: true,
  milestones: [
    {
      key: 'task.done',
      name: { zh: '{year}年任务完成', en: 'Quantity of {year} done' },
      definition: {
        zh: '{year}年计划的数量全部完成并经主管部门验收',
        en: 'The whole quantity planned for {year} is done and accepted by the department in charge',
      },
      proof: { zh: '{year}年完成情况台账、验收材料', en: 'Register and acceptance papers of {year}' },
    },
  ],
  steps: [
    { zh: '方案与名单', en: 'Plan and list' },
    { zh: '组织实施', en: 'Carrying out' },
    { zh: '年度验收', en: 'Yearly acceptance' },
  ],
}
