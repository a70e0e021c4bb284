import type { PageRows } from './page-rows'

const bureauOnly = 'in 403 403 200 403 403 403 403'
/** Switched off: there for nobody, whoever asks. */
const nobody = '404 404 404 404 404 404 404 404'

export const openPages: PageRows = {
  pages: [
    ['/publications', bureauOnly],
    ['/publications?q=P0001', bureauOnly],
    ['/public', nobody],
  ],
  routes: [
    ['/api/v1/oc4ids', nobody],
    ['/api/v1/oc4ids/file', nobody],
    ['/public/bulletins/1/page', nobody],
    ['/public/dispatches/1/word', nobody],
  ],
  visits: { bureau: ['/publications', '/publications?q=P0001'] },
  subjects: {},
}
