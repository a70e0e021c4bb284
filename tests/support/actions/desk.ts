import type { Attempt } from './house'

export const deskActions: Attempt[] = []
