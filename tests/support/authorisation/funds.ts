import type { Attempt } from './attempt'

export const fundsAttempts: Attempt[] = []
