import type { PageRows } from './page-rows'

export const annualPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
