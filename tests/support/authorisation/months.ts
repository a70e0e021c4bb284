import type { Attempt } from './attempt'

export const monthsAttempts: Attempt[] = []
