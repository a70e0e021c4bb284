import type { Attempt } from './house'

export const feedActions: Attempt[] = []
