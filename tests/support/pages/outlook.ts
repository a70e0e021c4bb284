import type { PageRows } from './page-rows'

export const outlookPages: PageRows = { pages: [], routes: [], visits: {}, subjects: {} }
