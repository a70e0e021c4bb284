import type { PageRows } from './page-rows'

const readers = 'in 403 403 200 200 200 403 403'

export const monthsPages: PageRows = {
  pages: [
    ['/months', readers],
    ['/months/late', readers],
    ['/months/2025-08', readers],
    ['/months/2025Q3', readers],
    ['/months/2099-13', 'in 403 403 404 404 404 403 403'],
    ['/compare', readers],
  ],
  routes: [],
  visits: {
    bureau: [
      '/months',
      '/months?year=2025&show=gaps',
      '/months/late',
      '/months/2025-08',
      '/months/2025Q3',
      '/compare?from=2025-07-31&to=2025-08-31',
    ],
    leader: ['/months', '/months/2025-08', '/compare'],
  },
  subjects: {},
}
