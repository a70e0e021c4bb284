import type { PageRows } from './page-rows'

/** Without a key, or with one that is wrong, there is nothing here for anybody. */
export const feedPages: PageRows = {
  pages: [],
  routes: [
    ['/feed/calendar.ics', '404 404 404 404 404 404 404 404'],
    ['/feed/calendar.ics?key=hdf_wrong', '404 404 404 404 404 404 404 404'],
  ],
  visits: { owner: ['/account'], leader: ['/account'] },
  subjects: {},
}
