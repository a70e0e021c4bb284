import { createHash } from 'node:crypto'
import { ocPage, ocSetting, ocWorks } from '../../../../db/queries/oc4ids'
import { ocPageParams } from '../../../../domain/api/oc4ids'
import { linksOf, ocHeadOf, worksAStep } from '../../../../domain/oc4ids/package'
import { ocProjectOf } from '../../../../domain/oc4ids/project'
import type { OcPackage, OcProject } from '../../../../domain/oc4ids/shape'
import { publicGet } from '../../../_lib/api'
import { today } from '../../../_lib/clock'
import { ownOrigin } from '../../../_lib/origin'

/** The public works as an OC4IDS package, a page at a time; a reader who has the page as it is gets 304. */
export const GET = publicGet(ocPageParams, async ({ page = 1 }, request) => {
  const setting = ocSetting(today(), ownOrigin(request.headers))
  const { ids, total } = ocPage(page)
  const projects: OcProject[] = []
  for (let at = 0; at < ids.length; at += worksAStep) {
    projects.push(...ocWorks(ids.slice(at, at + worksAStep)).map((facts) => ocProjectOf(facts, setting)))
    await new Promise<void>((go) => setImmediate(go))
  }
  const address = `${setting.origin}/api/v1/oc4ids`
  const answer: OcPackage = {
    ...ocHeadOf(page === 1 ? address : `${address}?page=${page}`, setting),
    links: linksOf(address, page, total),
    projects,
  }
  const body = JSON.stringify(answer)
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`
  const headers = { etag, 'cache-control': 'public, no-cache', 'content-type': 'application/json' }
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  return known?.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
})
