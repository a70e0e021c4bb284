import type { PageRows } from './page-rows'

export const deskPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
