import type { PageRows } from './page-rows'

const readers = '403 403 200 200 200 403 403'
const bureau = '403 403 200 404 404 403 403'

export const dispatchPages: PageRows = {
  pages: [
    ['/dispatches', `in ${readers}`],
    ['/dispatches/{dispatch}', `in ${readers}`],
    ['/dispatches/{draftDispatch}', `in ${bureau}`],
  ],
  routes: [
    ['/dispatches/{dispatch}/word', `401 ${readers}`],
    ['/dispatches/{dispatch}/page', `401 ${readers}`],
    ['/dispatches/{draftDispatch}/word', `401 ${bureau}`],
    ['/dispatches/{draftDispatch}/page', `401 ${bureau}`],
  ],
  visits: {
    bureau: ['/dispatches', '/dispatches/{dispatch}', '/dispatches/{draftDispatch}'],
    leader: ['/dispatches/{dispatch}'],
    supervisor: ['/dispatches'],
  },
  subjects: {
    dispatch: `select min(id) from dispatches where state = 'issued'`,
    draftDispatch: `select min(id) from dispatches where state <> 'issued'`,
  },
}
