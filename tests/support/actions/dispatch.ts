import type { Attempt } from './house'

export const dispatchActions: Attempt[] = []
