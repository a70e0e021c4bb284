import type { WorkSheetRow } from '../../db/queries/export-works'
import { completion } from '../../domain/annual-plan'
import { type ExportUnit, type TemplateColumn, type WorkField, workFields } from '../../domain/export-template'
import { lightToShow } from '../../domain/list-row'
import { fill, type Messages } from '../../domain/messages'
import { yuanPerWan, yuanPerYi } from '../../domain/money'
import type { SheetColumn } from './sheet-columns'

/** What the columns of works need besides the work: words, names of chains, the year of the plan. */
export type WorksTold = { t: Messages; chains: Record<string, string>; year: number }

type Told = string | number | null
type Reading = (row: WorkSheetRow, told: WorksTold) => Told

const label = (names: Record<string, string>, code: string | null): string | null => (code === null ? null : (names[code] ?? code))

const readings: Record<Exclude<WorkField, 'serial' | 'blank'>, Reading> = {
  code: ({ row }) => row.code,
  nationalCode: ({ sheet }) => sheet?.nationalCode ?? null,
  name: ({ row }) => row.name,
  content: ({ sheet }) => sheet?.content ?? null,
  constructionKind: ({ sheet }, { t }) => label(t.labels.constructionKinds, sheet?.constructionKind ?? null),
  sector: ({ row }, { t }) => label(t.labels.sectors, row.sector),
  chain: ({ row }, { chains }) => label(chains, row.chainId),
  boxItem: ({ row }) => row.sources.join('、') || null,
  town: ({ row }) => row.town,
  ownerName: ({ row }) => row.ownerName,
  responsibleName: ({ row, sheet }) => row.responsibleName ?? sheet?.responsible ?? null,
  leader: ({ row }) => row.leaderName,
  stage: ({ row }, { t }) => label(t.labels.stages, row.stage),
  level: ({ row }, { t }) => label(t.labels.projectLevels, row.level),
  category: ({ row }, { t }) => label(t.labels.categories, row.category),
  startMonth: ({ sheet }) => sheet?.startMonth ?? null,
  finishMonth: ({ sheet }) => sheet?.finishMonth ?? null,
  planYuan: ({ row }) => row.planYuan,
  totalYuan: ({ row }) => row.totalYuan,
  annualPlanYuan: ({ yearPlanYuan }) => yearPlanYuan,
  yearToDateYuan: ({ row }, { year }) => (isOfYear(row.approvedMonth, year) ? row.yearToDateYuan : null),
  approvedMonth: ({ row }) => row.approvedMonth,
  approvedYuan: ({ row }) => row.approvedYuan,
  approvedPartial: ({ row }, { t }) => (row.approvedYuan !== null && row.approvedPartial ? t.exports.yes : null),
  completion: ({ row, yearPlanYuan }, { year }) =>
    isOfYear(row.approvedMonth, year) ? completion(row.yearToDateYuan, yearPlanYuan) : null,
  percent: ({ row }) => row.percent,
  step: ({ row }) => row.step,
  progressText: ({ progressText }) => progressText,
  light: ({ row }, { t }) => label(t.labels.lightLevels, row.lightLevel),
  lightReason: ({ row }, { t }) => lightReason(row.lights, t),
  reportState: ({ row }, { t }) => label(t.labels.reportStates, row.reportState),
  lastReportOn: ({ row }) => row.lastReportOn,
  openConditions: ({ row }) => row.openConditions,
}

/** A sum of another year is not this year's: it stands in no column that is set against this year's plan. */
const isOfYear = (month: string | null, year: number): boolean => month?.startsWith(`${year}-`) === true

function lightReason(lights: WorkSheetRow['row']['lights'], t: Messages): string | null {
  const light = lightToShow(lights)
  if (light === null) return null
  const reasons: Record<string, string> = t.lights
  const reason = fill(reasons[light.reason] ?? t.labels.lightLevels[light.level], light.params)
  return `${t.labels.lightKinds[light.kind]}${t.common.colon}${reason}`
}

const widths: Partial<Record<WorkField, number>> = {
  ...{ name: 30, content: 40, ownerName: 24, responsibleName: 20, nationalCode: 28, progressText: 36, lightReason: 28 },
  ...{ serial: 6, chain: 16, leader: 16, boxItem: 14, blank: 20 },
}
const per: Record<ExportUnit, number> = { yuan: 1, wan: yuanPerWan, yi: yuanPerYi }

/** A chosen column as a sheet has it; without a head of its own it has the house's. */
export function worksColumn({ field, head: own, unit }: TemplateColumn, told: WorksTold): SheetColumn<WorkSheetRow> {
  const head = own || fill(told.t.exports.fields[field], { year: told.year })
  const width = widths[field] ?? 12
  const kind = workFields[field]
  if (field === 'serial') return { head, width, kind: 'number', cell: numbered() }
  if (field === 'blank') return { head, width, kind: 'words', cell: () => null }
  const read = readings[field]
  const words = (row: WorkSheetRow) => textOf(read(row, told))
  const figure = (row: WorkSheetRow) => figureOf(read(row, told))
  if (kind === 'money') return { head, unit: told.t.exports.units[unit ?? 'wan'], width: 14, kind, per: per[unit ?? 'wan'], cell: figure }
  return kind === 'number' ? { head, width, kind, cell: figure } : { head, width, kind, cell: words }
}

const textOf = (told: Told): string | null => (told === null ? null : String(told))
const figureOf = (told: Told): number | null => (typeof told === 'number' ? told : null)

/** 序号 counts the rows of the file. */
function numbered(): () => number {
  let count = 0
  return () => ++count
}

const own = (field: WorkField): TemplateColumn => ({ field, head: '', unit: null })

/** The library's own file: everything of a work but the columns only a template has. */
export const libraryColumns = (told: WorksTold): SheetColumn<WorkSheetRow>[] =>
  (Object.keys(workFields) as WorkField[])
    .filter((field) => field !== 'serial' && field !== 'blank')
    .map((field) => worksColumn(own(field), told))
