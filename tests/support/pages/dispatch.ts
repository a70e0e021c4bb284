import type { PageRows } from './page-rows'

export const dispatchPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
