import type { Attempt } from './house'

export const openActions: Attempt[] = []
