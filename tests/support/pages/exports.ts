import type { PageRows } from './page-rows'

export const exportsPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
