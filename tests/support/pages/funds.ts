import type { PageRows } from './page-rows'

export const fundsPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
