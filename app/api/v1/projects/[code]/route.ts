import { figureSources } from '../../../../../db/queries/figure-sources'
import { type ProjectHead, projectHead } from '../../../../../db/queries/project'
import { type ProjectRecord, projectRecord } from '../../../../../db/queries/project-record'
import type { UpdateRow } from '../../../../../db/queries/update-facts'
import type { ValueFigure } from '../../../../../domain/api/figure'
import { noParameters } from '../../../../../domain/api/parameters'
import type { ProjectDocument } from '../../../../../domain/api/projects'
import type { Messages } from '../../../../../domain/messages'
import { type Figure, type Layer, layersOf } from '../../../../../domain/project-layers'
import { apiGet } from '../../../../_lib/api'
import { words } from '../../../../_lib/locale'
import { lightDocuments, money, rowDocument, sourced, wanText } from '../documents'

/** One work; another unit's is not found. */
export const GET = apiGet(noParameters, async ({ actor }, _params, { code = '' }) => {
  const head = projectHead(actor, code)
  return document(head, projectRecord(head), await words())
})

function document(head: ProjectHead, record: ProjectRecord, t: Messages): ProjectDocument {
  const { row, sources } = head
  const plans = record.plans.filter((plan) => plan.current).map(({ year, plannedYuan }) => ({ year, yuan: plannedYuan }))
  const { reported, approved } = layersOf(record.updates, plans)
  const reportedSource = sourced('update', reported.yearToDate?.update.id ?? null)
  return {
    ...rowDocument(row, figureSources([row]).get(row.projectId), t),
    clauses: sources.map(({ item }) => ({ item: item.code, line: item.clause.line, quote: item.clause.quote })),
    nationalCode: record.sheets.find((sheet) => sheet.current)?.body.nationalCode ?? null,
    reportedInvestment: money(row.reportedYuan, reportedSource, wanText(row.reportedYuan, t, row.approvedPartial)),
    progress: progress(approved),
    lights: lightDocuments(row, t),
    milestones: record.milestones.map(({ name, originalOn, baselineOn, forecastOn, metOn }) => ({
      name,
      originalOn,
      baselineOn,
      forecastOn,
      metOn,
    })),
  }
}

const progress = (layer: Layer<UpdateRow>): ProjectDocument['progress'] => ({
  step: layer.step?.value ?? null,
  percent: value(layer.percent, '%'),
  quantityDone: value(layer.quantity, ''),
})

function value(figure: Figure<UpdateRow, number> | null, unit: string): ValueFigure {
  if (!figure) return { value: null, text: '—', source: null }
  return { value: figure.value, text: `${figure.value}${unit}`, source: sourced('update', figure.update.id) }
}
