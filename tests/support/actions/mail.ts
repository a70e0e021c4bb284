import type { Attempt } from './house'

export const mailActions: Attempt[] = []
