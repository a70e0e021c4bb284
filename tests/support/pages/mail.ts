import type { PageRows } from './page-rows'

export const mailPages: PageRows = {
  pages: [['/admin/mail', 'in 403 403 403 403 403 200 403']],
  routes: [],
  visits: { admin: ['/admin/mail', '/account'] },
  subjects: {},
}
