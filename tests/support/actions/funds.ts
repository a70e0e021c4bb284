import type { Attempt } from './house'

export const fundsActions: Attempt[] = []
