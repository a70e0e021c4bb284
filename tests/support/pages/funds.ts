import type { PageRows } from './page-rows'

const readers = 'in 200 200 200 200 200 403 403'
const overseers = 'in 403 403 200 200 200 403 403'
const bureauOnly = 'in 403 403 200 403 403 403 403'
const ownAndReaders = 'in 200 404 200 200 200 403 403'

export const fundsPages: PageRows = {
  pages: [
    ['/funds', readers],
    ['/funds?quarter=2025Q2&sector=water&level=none', readers],
    ['/funds/sources', bureauOnly],
    ['/funds/statistics', overseers],
    ['/funds/statistics?show=registration', overseers],
    ['/projects/{work}/funds', ownAndReaders],
    ['/projects/{work}/statistics', ownAndReaders],
  ],
  routes: [],
  visits: {
    owner: ['/projects/{work}/funds', '/projects/{work}/statistics'],
    bureau: [
      '/funds',
      '/funds/sources',
      '/funds/statistics',
      '/funds/statistics?show=registration',
      '/projects/{work}/funds',
      '/projects/{work}/statistics',
    ],
    leader: ['/funds', '/funds/statistics'],
  },
  subjects: {},
}
