import type { PageRows } from './page-rows'

export const mailPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
