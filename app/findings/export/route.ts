import { findingSheet } from '../../../db/queries/finding-sheet'
import { chainNames } from '../../../db/queries/plan'
import { findingFilter } from '../../../domain/finding-params'
import { sheetGet } from '../../_lib/sheet-file'
import { inSteps } from '../../_lib/sheet-steps'
import { sheetColumns } from './columns'
import { filterWords } from './filter-words'

/** The register as the filter shows it. The first step is read before the answer begins, so that a refusal is still one. */
export const GET = sheetGet(findingFilter, ({ actor }, filter, { day, t }) => ({
  title: t.findings.title,
  day,
  filter: filterWords(filter, chainNames(), t),
  columns: sheetColumns(t),
  rows: inSteps((after) => findingSheet(actor, filter, day, after)),
}))
