import type { PageRows } from './page-rows'

const overseers = 'in 403 403 200 200 200 403 403'
const nothing = '401 403 403 404 404 404 403 403'
const parts = ['/evaluation', '/evaluation/indicators', '/evaluation/units', '/evaluation/responsibilities', '/evaluation/next']

export const evaluationPages: PageRows = {
  pages: [
    ...parts.map((path) => [path, overseers] as const),
    ['/evaluation/indicators/3', overseers],
    ['/evaluation/units?year=2025&page=2', overseers],
    ['/evaluation/0', 'in 403 403 404 404 404 403 403'],
  ],
  routes: [
    ['/evaluation/0/page', nothing],
    ['/evaluation/0/word', nothing],
    ['/evaluation/0/congress', nothing],
  ],
  visits: { bureau: [...parts, '/evaluation/indicators/27'], leader: ['/evaluation', '/evaluation/indicators', '/evaluation/units'] },
  subjects: {},
}
