import { z } from 'zod'
import { choiceField, needed, tickField, wordsField } from './fields'
import { listParams } from './list-params'
import { versionField } from './project-input'

/** What is kept of a work that a list can show, and what kind of cell it is; a template chooses among them. */
export const workFields = {
  serial: 'number',
  code: 'words',
  nationalCode: 'words',
  name: 'words',
  content: 'words',
  constructionKind: 'words',
  sector: 'words',
  chain: 'words',
  boxItem: 'words',
  town: 'words',
  ownerName: 'words',
  responsibleName: 'words',
  leader: 'words',
  stage: 'words',
  level: 'words',
  category: 'words',
  startMonth: 'month',
  finishMonth: 'month',
  planYuan: 'money',
  totalYuan: 'money',
  annualPlanYuan: 'money',
  yearToDateYuan: 'money',
  approvedMonth: 'month',
  approvedYuan: 'money',
  approvedPartial: 'words',
  completion: 'number',
  percent: 'number',
  step: 'words',
  progressText: 'words',
  light: 'words',
  lightReason: 'words',
  reportState: 'words',
  lastReportOn: 'day',
  openConditions: 'number',
  blank: 'words',
} as const
export type WorkField = keyof typeof workFields
export const workFieldNames = Object.keys(workFields) as WorkField[]
export const exportUnits = ['yuan', 'wan', 'yi'] as const
export type ExportUnit = (typeof exportUnits)[number]

export type TemplateColumn = { field: WorkField; head: string; unit: ExportUnit | null }
/** `unconfirmed` = nobody in the county has said yet that these are the heads the other side asks for; the file says so. */
export type TemplateBody = { name: string; unconfirmed: boolean; columns: TemplateColumn[] }

export const mostTemplates = 30
export const mostTemplateColumns = 40

const column = z.object({ field: choiceField(workFieldNames), head: wordsField(40), unit: choiceField(exportUnits) })

/** A column set as its form sends it: a line without a field is none; a field without a head of its own keeps the house's. */
export const templateInput = z.object({
  /** Empty for a new one. */
  code: wordsField(20),
  version: versionField(),
  name: needed(wordsField(60)),
  unconfirmed: tickField(),
  columns: z
    .array(column)
    .max(mostTemplateColumns)
    .default([])
    .transform((columns, context): TemplateColumn[] => {
      const kept = columns.flatMap(({ field, head, unit }) =>
        field === null ? [] : [{ field, head: head ?? '', unit: unitOf(field, unit) }],
      )
      if (kept.length === 0) context.addIssue({ code: 'custom', message: 'required' })
      return kept
    }),
})
export type TemplateInput = z.output<typeof templateInput>

export const templateRef = z.object({ code: needed(wordsField(20)), version: versionField() })
export type TemplateRef = z.output<typeof templateRef>

const unitOf = (field: WorkField, unit: ExportUnit | null): ExportUnit | null => (workFields[field] === 'money' ? (unit ?? 'wan') : null)

const plain = (field: WorkField, head: string): TemplateColumn => ({ field, head, unit: null })
const wan = (field: WorkField, head: string): TemplateColumn => ({ field, head, unit: 'wan' })

/** There from the start: what the county re-keys upward. The heads are ours until the county confirms them. */
export const startingTemplates: Readonly<Record<string, TemplateBody>> = {
  national: {
    name: '国家重大建设项目库',
    unconfirmed: true,
    columns: [
      plain('nationalCode', '项目代码'),
      plain('name', '项目名称'),
      plain('ownerName', '项目法人单位'),
      plain('constructionKind', '建设性质'),
      plain('content', '主要建设内容及规模'),
      plain('sector', '所属行业'),
      plain('town', '建设地点'),
      plain('startMonth', '拟开工时间'),
      plain('finishMonth', '拟建成时间'),
      wan('totalYuan', '总投资'),
      wan('annualPlanYuan', '本年度计划投资'),
      wan('approvedYuan', '累计完成投资'),
      plain('stage', '项目阶段'),
      plain('responsibleName', '行业主管部门'),
      plain('blank', '备注'),
    ],
  },
  city: {
    name: '市云调度',
    unconfirmed: true,
    columns: [
      plain('serial', '序号'),
      plain('name', '项目名称'),
      plain('ownerName', '建设单位'),
      plain('responsibleName', '责任单位'),
      plain('leader', '联系县领导'),
      wan('totalYuan', '总投资'),
      wan('annualPlanYuan', '年度计划投资'),
      wan('yearToDateYuan', '本年累计完成投资'),
      plain('completion', '完成年度计划比例（%）'),
      plain('approvedMonth', '数据截至'),
      plain('step', '施工步骤'),
      plain('progressText', '形象进度'),
      plain('openConditions', '需协调事项（件）'),
    ],
  },
}

/** The page of exports: `edit` = the template whose form is open; the library's filter narrows what the templates hold. */
export const exportsParams = z.strictObject({ edit: z.string().max(20).optional(), ...listParams.omit({ cursor: true }).shape })
