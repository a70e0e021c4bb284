import { dispatchTables } from '../../../domain/dispatch-input'
import type { PageRows, Row } from './page-rows'

const readers = 'in 200 200 200 200 200 403 403'
/** A file is refused as a document, not sent to the sign-in. */
const files = '401 200 200 200 200 200 403 403'
const overseers = '401 403 403 200 200 200 403 403'
const bureauOnly = '401 403 403 200 403 403 403 403'
const ownAndReaders = '401 200 404 200 200 200 403 403'
const everybody = '200 200 200 200 200 200 200 200'

const inBoth = (path: string, expected: string): Row[] => [
  [path, expected],
  [`${path}?format=csv`, expected],
]

export const exportsPages: PageRows = {
  pages: [
    ['/exports', readers],
    ['/exports?edit=city', readers],
  ],
  routes: [
    ...inBoth('/exports/national/file', files),
    ...inBoth('/exports/city/file', files),
    ['/exports/t999/file', '401 404 404 404 404 404 403 403'],
    ...inBoth('/projects/export', files),
    ['/projects/export?format=pdf', '401 400 400 400 400 400 400 400'],
    ...inBoth('/funds/export', files),
    ...inBoth('/conditions/export', files),
    ...inBoth('/chains/export', files),
    ...inBoth('/sectors/export', files),
    ...inBoth('/annual/export', overseers),
    ...inBoth('/months/export', overseers),
    ['/months/2019-01/export', '401 403 403 404 404 404 403 403'],
    ...inBoth('/registers/export', overseers),
    ...inBoth('/registers/bids/export', overseers),
    ...inBoth('/registers/leads/export', overseers),
    ...inBoth('/candidates/export', overseers),
    ...inBoth('/meetings/export', overseers),
    ...inBoth('/meetings/{meeting}/export', overseers),
    ...inBoth('/inspections/export', overseers),
    ...inBoth('/inspections/{round}/export', overseers),
    ['/inspections/{sealedRound}/export', '401 403 403 404 200 404 403 403'],
    ...inBoth('/bulletins/export', files),
    ...inBoth('/timeline/export', overseers),
    ['/timeline/export?light=blue', '401 400 400 400 400 400 400 400'],
    ...inBoth('/towns/export', overseers),
    ...inBoth('/reviews/export', bureauOnly),
    ['/reviews/export?kind=nothing', '401 400 400 400 400 400 400 400'],
    ...inBoth('/months/late/export', overseers),
    ...inBoth('/annual/lists/export', overseers),
    ...inBoth('/annual/batches/export', overseers),
    ...inBoth('/annual/{listYear}/{listRevision}/export', overseers),
    ['/annual/{listYear}/{listRevision}/export?view=changes', overseers],
    ['/annual/{listYear}/999/export', '401 403 403 404 404 404 403 403'],
    ...inBoth('/audit/export', '401 403 403 403 403 403 200 200'),
    ...inBoth('/admin/users/export', '401 403 403 403 403 403 200 403'),
    ...inBoth('/admin/organisations/export', '401 403 403 200 403 403 200 403'),
    ...inBoth('/projects/{work}/months/export', ownAndReaders),
    ...inBoth('/projects/{work}/milestones/export', ownAndReaders),
    ...inBoth('/projects/{work}/funds/export', ownAndReaders),
    ...inBoth('/projects/{work}/history/export', ownAndReaders),
    ...inBoth('/funds/statistics/export', overseers),
    ['/funds/statistics/export?show=registration', overseers],
    ['/funds/statistics/export?show=nothing', '401 400 400 400 400 400 400 400'],
    ['/compare/export', '401 403 403 404 404 404 403 403'],
    ...inBoth('/differences/export', overseers),
    ['/differences/export?show=closed', overseers],
    ...inBoth('/differences/agreement/export', overseers),
    ...inBoth('/slips/export', overseers),
    ...inBoth('/dispatches/export', overseers),
    ...dispatchTables.map((table): Row => [`/dispatches/{dispatch}/export?table=${table}`, overseers]),
    ['/dispatches/{draftDispatch}/export', '401 403 403 200 404 404 403 403'],
    ...inBoth('/evaluation/export', overseers),
    ...inBoth('/evaluation/indicators/export', overseers),
    ...inBoth('/evaluation/units/export', overseers),
    ...inBoth('/evaluation/responsibilities/export', overseers),
    ['/evaluation/0/export', '401 403 403 404 404 404 403 403'],
    ['/months/2019-01/export?table=figures', '401 403 403 404 404 404 403 403'],
    ...inBoth('/rules/export', overseers),
    ['/rules/lights/export', overseers],
    ['/rules/weather/export', '401 403 403 404 404 404 403 403'],
    ...inBoth('/plan/indicators/export', everybody),
    ...inBoth('/plan/register/export', everybody),
  ],
  visits: { owner: ['/exports'], bureau: ['/exports', '/exports?edit=national'], leader: ['/exports'] },
  subjects: {},
}
