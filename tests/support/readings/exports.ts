import { exportTemplate, exportTemplateList } from '../../../db/queries/export-templates'
import { worksToExport } from '../../../db/queries/export-works'
import type { Reader, Reading } from './reading'

const readers: Reader[] = ['owner', 'otherOwner', 'bureau', 'bureau2', 'supervisor', 'supervisor2', 'leader']

export const exportsReadings: Reading[] = [
  { read: 'exportTemplateList', may: readers, call: (actor) => exportTemplateList(actor) },
  { read: 'exportTemplate', may: readers, call: (actor) => exportTemplate(actor, 'city') },
  { read: 'worksToExport', may: readers, call: (actor) => ({ works: worksToExport(actor, {}, 2025, 0) }) },
]
