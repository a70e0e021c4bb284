import { figureSources } from '../../../../db/queries/figure-sources'
import { carriedOver, ofPeriod } from '../../../../db/queries/library-period'
import { projectsPage } from '../../../../db/queries/project-list'
import type { ProjectListDocument } from '../../../../domain/api/projects'
import { Refusal } from '../../../../domain/errors'
import { listParams, mostRows, sortOf } from '../../../../domain/list-params'
import { apiGet } from '../../../_lib/api'
import { today } from '../../../_lib/clock'
import { words } from '../../../_lib/locale'
import { rowDocument } from './documents'

/** The works one may see, filtered as on the page, a page at a time. */
export const GET = apiGet(listParams, async ({ actor }, asked): Promise<ProjectListDocument> => {
  const params = ofPeriod(actor, asked, today())
  if (params.cursor && params.cursor.sort !== sortOf(params)) {
    const issue = { field: 'cursor', code: 'malformed-parameter', params: { name: 'cursor' } } as const
    throw new Refusal('malformed-parameter', { params: issue.params, issues: [issue] })
  }
  const { rows, totals, next } = projectsPage(actor, params, mostRows)
  const sources = figureSources(rows)
  const t = await words()
  const ids = rows.map(({ projectId }) => projectId)
  const carried = carriedOver(actor, ids, today())
  const items = rows.map((row) => ({ ...rowDocument(row, sources.get(row.projectId), t), carriedFrom: carried.get(row.projectId) ?? null }))
  return { items, total: totals.rows, next }
})
