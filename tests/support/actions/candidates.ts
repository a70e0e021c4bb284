import type { Attempt } from './house'

export const candidatesActions: Attempt[] = []
