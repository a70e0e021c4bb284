import type { Attempt } from './house'

export const monthsActions: Attempt[] = []
