import type { PageRows } from './page-rows'

export const rulesPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
