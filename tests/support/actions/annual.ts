import type { Attempt } from './house'

export const annualActions: Attempt[] = []
