import type { Attempt } from './house'

export const registersActions: Attempt[] = []
