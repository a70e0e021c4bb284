import type { PageRows } from './page-rows'

const readers = 'in 403 403 200 200 200 403 403'

export const annualPages: PageRows = {
  pages: [
    ['/annual', readers],
    ['/annual/batches', readers],
    ['/annual/{listYear}/{listRevision}', readers],
  ],
  routes: [],
  visits: {
    owner: ['/projects/{work}/annual-plan'],
    bureau: ['/annual', '/annual/{listYear}/{listRevision}', '/projects/{work}/annual-plan?year=2024'],
    leader: ['/annual', '/annual/batches', '/annual/{listYear}/{listRevision}?view=changes'],
  },
  subjects: {
    listYear: `select year from year_lists where status = 'approved' order by id limit 1`,
    listRevision: `select revision from year_lists where status = 'approved' order by id limit 1`,
  },
}
