import { figureSources } from '../../../../db/queries/figure-sources'
import { projectsPage } from '../../../../db/queries/project-list'
import type { ProjectListDocument } from '../../../../domain/api/projects'
import { Refusal } from '../../../../domain/errors'
import { listParams, mostRows, sortOf } from '../../../../domain/list-params'
import { apiGet } from '../../../_lib/api'
import { words } from '../../../_lib/locale'
import { rowDocument } from './documents'

/** The works one may see, filtered as on the page, a page at a time. */
export const GET = apiGet(listParams, async ({ actor }, params): Promise<ProjectListDocument> => {
  if (params.cursor && params.cursor.sort !== sortOf(params)) {
    const issue = { field: 'cursor', code: 'malformed-parameter', params: { name: 'cursor' } } as const
    throw new Refusal('malformed-parameter', { params: issue.params, issues: [issue] })
  }
  const { rows, totals, next } = projectsPage(actor, params, mostRows)
  const sources = figureSources(rows)
  const t = await words()
  return { items: rows.map((row) => rowDocument(row, sources.get(row.projectId), t)), total: totals.rows, next }
})
