import type { PageRows } from './page-rows'

export const evaluationPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
