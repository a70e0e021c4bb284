import type { feed as zh } from '../zh/feed'

export const feed: typeof zh = {}
