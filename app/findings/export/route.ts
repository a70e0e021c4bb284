import { findingSheet } from '../../../db/queries/finding-sheet'
import { findingFilter } from '../../../domain/finding-params'
import { fill } from '../../../domain/messages'
import { apiGet } from '../../_lib/api'
import { today } from '../../_lib/clock'
import { words } from '../../_lib/locale'
import { inSteps, sheetFile } from '../../_lib/sheet-file'
import { sheetColumns } from './columns'

/** The register as the filter shows it, as a workbook. The first step is read before the answer begins, so that a refusal is still one. */
export const GET = apiGet(findingFilter, async ({ actor }, filter): Promise<Response> => {
  const t = await words()
  const day = today()
  const first = findingSheet(actor, filter, day, 0)
  const rows = inSteps((after) => (after === 0 ? first : findingSheet(actor, filter, day, after)))
  return sheetFile({ name: t.findings.title, fileName: fill(t.findings.fileName, { day }), columns: sheetColumns(t), rows })
})
