import type { PageRows } from './page-rows'

const readers = 'in 403 403 200 200 200 403 403'

export const rulesPages: PageRows = {
  pages: [
    ['/rules', readers],
    ['/rules/lights', readers],
    ['/rules/holidays', readers],
    ['/rules/weather', 'in 403 403 404 404 404 403 403'],
  ],
  routes: [],
  visits: {
    bureau: [
      '/rules',
      '/rules/duty?dueDay=8&resubmitWorkdays=2&byStage.unknown=none&byStage.reserve=none&byStage.preparatory=none&byStage.construction=monthly&byStage.completed=monthly&byStage.operation=none&byStage.paused=quarterly&byStage.withdrawn=none',
      '/rules/rectification',
      '/rules/escalation?unit=x&leader=10',
    ],
    leader: ['/rules/lights', '/rules/holidays'],
  },
  subjects: {},
}
