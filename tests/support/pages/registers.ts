import type { PageRows } from './page-rows'

const overseers = 'in 403 403 200 200 200 403 403'
const bureauOnly = 'in 403 403 200 403 403 403 403'
const registers = ['/registers', '/registers/bids', '/registers/leads']

export const registersPages: PageRows = {
  pages: [
    ['/registers', overseers],
    ['/registers?level=province&year=2025&result=pending', overseers],
    ['/registers/new?project={work}', bureauOnly],
    ['/registers/bids', overseers],
    ['/registers/leads', overseers],
  ],
  routes: [],
  visits: { bureau: [...registers, '/registers/new?project={work}'], supervisor: registers, leader: registers },
  subjects: {},
}
