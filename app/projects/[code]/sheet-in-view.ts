import type { SheetRow } from '../../../db/queries/sheets'

/** What is declared: the revision that waits, else the one in force; what is approved: the one in force. */
export function waitingOrCurrent(sheets: readonly SheetRow[]): { reported: SheetRow | null; approved: SheetRow | null } {
  const approved = sheets.find((sheet) => sheet.current) ?? null
  return { reported: sheets.find((sheet) => sheet.status === 'submitted') ?? approved, approved }
}
