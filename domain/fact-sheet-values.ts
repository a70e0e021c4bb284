import type { FactSheet } from './fact-sheet'
import { wanFieldText } from './money'

/** A declared sheet as the texts of its form (`approvals.0.name` …), also for setting two of them side by side. */
export function sheetValues(sheet: FactSheet): Record<string, string> {
  const approvals = sheet.approvals.flatMap(({ name, number, day }, at) => [
    [`approvals.${at}.name`, name],
    [`approvals.${at}.number`, number],
    [`approvals.${at}.day`, day ?? ''],
  ])
  return {
    nationalCode: sheet.nationalCode ?? '',
    constructionKind: sheet.constructionKind ?? '',
    content: sheet.content ?? '',
    responsible: sheet.responsible ?? '',
    startMonth: sheet.startMonth ?? '',
    finishMonth: sheet.finishMonth ?? '',
    totalYuan: wanFieldText(sheet.totalYuan),
    totalDocument: sheet.totalDocument ?? '',
    fullOutputYuan: wanFieldText(sheet.fullOutputYuan),
    fullOutputSource: sheet.fullOutputSource ?? '',
    openingYuan: wanFieldText(sheet.openingYuan),
    openingYear: sheet.openingYear === null ? '' : String(sheet.openingYear),
    contact: sheet.contact ?? '',
    telephone: sheet.telephone ?? '',
    ...Object.fromEntries(approvals),
  }
}

/** How many rows of approvals the form shows: those there are, and room for more. */
export function approvalRows(values: Record<string, string | undefined>, room: number, most = 20): number {
  const used = Object.keys(values).flatMap((name) => (values[name] && /^approvals\.(\d+)\./.exec(name)?.[1]) || [])
  const last = Math.max(-1, ...used.map(Number))
  return Math.min(most, last + 1 + room)
}
