import type { Attempt } from './house'

export const rulesActions: Attempt[] = []
