import type { PageRows } from './page-rows'

export const monthsPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
