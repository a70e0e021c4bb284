import type { PageRows } from './page-rows'

const bureauOnly = 'in 403 403 200 403 403 403 403'

export const importsPages: PageRows = {
  pages: [
    ['/imports', bureauOnly],
    ['/imports/new', bureauOnly],
    ['/imports/999999', 'in 403 403 404 403 403 403 403'],
  ],
  routes: [['/imports/999999/file', '401 403 403 404 403 403 403 403']],
  visits: { bureau: ['/imports', '/imports/new'] },
  subjects: {},
}
