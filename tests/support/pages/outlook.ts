import type { PageRows } from './page-rows'

const overseers = 'in 403 403 200 200 200 403 403'

export const outlookPages: PageRows = {
  pages: [
    ['/slips', overseers],
    ['/timeline', overseers],
    ['/towns', overseers],
  ],
  routes: [],
  visits: {
    bureau: ['/slips', '/timeline', '/timeline?zoom=month&light=red', '/towns'],
    leader: ['/', '/slips', '/timeline?page=99', '/towns'],
  },
  subjects: {},
}
