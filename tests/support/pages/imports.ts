import type { PageRows } from './page-rows'

export const importsPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
