import type { PageRows } from './page-rows'

const overseers = 'in 403 403 200 200 200 403 403'

export const candidatesPages: PageRows = {
  pages: [
    ['/candidates', overseers],
    ['/candidates/C045', overseers],
    ['/plan/candidates', '200 200 200 200 200 200 200 200'],
  ],
  routes: [],
  visits: {
    stranger: ['/plan/candidates'],
    bureau: ['/candidates', '/candidates/C045', '/candidates/C072'],
    leader: ['/candidates?state=open'],
  },
  subjects: {},
}
