import type { PageRows } from './page-rows'

export const feedPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
