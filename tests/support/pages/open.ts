import type { PageRows } from './page-rows'

export const openPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
