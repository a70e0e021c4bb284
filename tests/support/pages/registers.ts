import type { PageRows } from './page-rows'

export const registersPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
