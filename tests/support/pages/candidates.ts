import type { PageRows } from './page-rows'

export const candidatesPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
